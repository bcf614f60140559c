// Loaded before a measured program with `node --import`: when it exits, writes what it cost to the file that MEASURE_TO names.
import { writeFileSync } from 'node:fs';

const target = process.env['MEASURE_TO'];
if (target === undefined) throw new Error('MEASURE_TO names no file.');
delete process.env['MEASURE_TO']; // a measured program's own children are not measured

process.on('exit', () => {
  const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage();
  writeFileSync(
    target,
    JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 }),
  );
});
