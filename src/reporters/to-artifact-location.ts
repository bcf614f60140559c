import type { ArtifactLocation } from 'sarif';

/** The name that a SARIF log gives the report's root; whoever reads the log says where it is. */
export const sourceRoot = 'SRCROOT';

/** A path of a report as a percent-encoded URI, relative to the report's root. */
export function toArtifactLocation(path: string): ArtifactLocation {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}
