/** An error that the user can fix. The message is one line: what is wrong, where, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(message: string) {
    super(message.replace(/\s*\n\s*/g, ' ')); // which may quote a message of several lines
  }
}
