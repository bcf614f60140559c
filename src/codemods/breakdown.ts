/** A failure of something that the project brings along, or of this tool, that no other call of it can mend. The message is one line: what failed, where, and what to do. */
export class Breakdown extends Error {
  override readonly name = 'Breakdown';
}
