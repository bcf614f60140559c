import { expect, test } from 'vitest';
import { createYielder, notStarted, type ProjectProgress } from '../../src/codemods/progress.js';

test('a long computation tells how far it is, and ends when it is aborted meanwhile', async () => {
  const told: ProjectProgress[] = [];
  const controller = new AbortController();
  const yieldToEventLoop = createYielder({ signal: controller.signal, tell: progress => told.push(progress) });
  setImmediate(() => {
    controller.abort(new Error('enough'));
  });
  await expect(yieldToEventLoop(() => notStarted)).rejects.toThrow('enough');
  expect(told).toEqual([notStarted]);
});
