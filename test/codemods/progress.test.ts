import { expect, test } from 'vitest';
import { createBreather, notBegun, type ProjectProgress } from '../../src/codemods/progress.js';

test('a long computation tells how far it is, and ends when it is aborted meanwhile', async () => {
  const told: ProjectProgress[] = [];
  const controller = new AbortController();
  const breathe = createBreather({ signal: controller.signal, tell: progress => told.push(progress) });
  setImmediate(() => {
    controller.abort(new Error('enough'));
  });
  await expect(breathe(() => notBegun)).rejects.toThrow('enough');
  expect(told).toEqual([notBegun]);
});
