import type { Driver } from './drivers.js';
import type { ConnectionSurvey } from './survey-connections.js';

/** The project, driver and module for moving statements to workers. Plain data. */
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
  /** The changes that the project makes to its connections. */
  readonly survey: ConnectionSurvey;
}
