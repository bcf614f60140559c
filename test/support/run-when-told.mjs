/** Loads the built codemod, says so, and repairs with the options that it is told. */
import { fix } from '../../dist/codemods/index.js';

process.once('message', async options => {
  await fix(options);
  process.disconnect();
});
process.send('ready');
