/** Whether a function of the project is named like one that correct code starts and leaves running, whatever its first letter. */
export function isLongLived(name: string): boolean {
  return /^(?:[Cc]onsume|[Ll]isten|[Pp]oll|[Rr]un|[Ss]erve|[Ss]tart|[Ss]ubscribe|[Tt]ail|[Ww]atch)(?![a-z])/.test(name);
}
