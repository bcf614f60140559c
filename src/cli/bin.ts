#!/usr/bin/env node
import { guardProcess } from './guard-process.js';

const guard = guardProcess();
// Only now, so that the guard is there when a module of this package or of another one cannot be loaded.
const { runInTerminal } = await import('./run-in-terminal.js');
guard.end(await runInTerminal(guard));
