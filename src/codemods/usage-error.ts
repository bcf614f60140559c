/** Something the person who runs the tool can mend. The message is one line: what is wrong, where, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(message: string) {
    super(message.replace(/\s*\n\s*/g, ' ')); // which may quote what somebody else said on several
  }
}
