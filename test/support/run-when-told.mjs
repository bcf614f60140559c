/** Loads the built codemod, says so, and repairs the folder that it is told. */
import { fix } from '../../dist/codemods/index.js';

process.once('message', async cwd => {
  await fix({ cwd, write: true });
  process.disconnect();
});
process.send('ready');
