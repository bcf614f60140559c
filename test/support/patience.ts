/** After how many milliseconds something is taken never to come: against what never ends, not against a machine that does other things as well. */
export const patience = 600_000;
