/** Says why an edit is only a suggestion, alike in every report and in the editor; the reason is a clause. */
export function suggestionOnly(reason: string): string {
  return `Suggestion only: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`;
}
