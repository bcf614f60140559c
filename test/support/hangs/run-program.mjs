import { pathToFileURL } from 'node:url';

/** Runs one program, says `done` when it has ended, and until then again and again what the program says of itself, where it does. */
process.on('disconnect', () => process.exit(1));
const { isStuck, run } = await import(pathToFileURL(process.argv[2]).href);
if (isStuck) setInterval(() => process.send(isStuck() ? 'stuck' : 'busy'), 20);
await run();
process.send('done', () => process.exit());
