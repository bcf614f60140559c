import type { ArtifactLocation } from 'sarif';

/** The name of the report's root in a SARIF log; the reader of the log resolves it. */
export const sourceRoot = 'SRCROOT';

/** A path of a report as a percent-encoded URI, relative to the report's root. */
export function toArtifactLocation(path: string): ArtifactLocation {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}
