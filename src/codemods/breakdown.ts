/** A failure of the project's dependencies or of this tool that different options cannot fix. The message is one line: what failed, where, and what to do. */
export class Breakdown extends Error {
  override readonly name = 'Breakdown';
}
