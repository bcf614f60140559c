import type { Driver } from './drivers.js';
import type { ConnectionSurvey } from './survey-connections.js';

/** What moving statements to workers needs to know of a project, its driver and the module that does it. Plain data. */
export interface Executor {
  readonly driver: Driver;
  /** The file with the function that opens the database, as the program names it. */
  readonly databaseFile: string;
  /** The file of the module that moves statements to workers. */
  readonly executorFile: string;
  /** The files that are to be made, with their texts; none where they are there already. */
  readonly created: ReadonlyMap<string, string>;
  /** How the project ends the paths of its imports: `.js`, `.ts`, or not at all. */
  readonly importEnding: string;
  /** Whether statements are moved though others could then write between them. */
  readonly isUnsafe: boolean;
  /** What the code of the project does to its connections. */
  readonly survey: ConnectionSurvey;
}
