// Tries the ranges on synthetic worlds whose truth is known:  npm run calibrate [-- --worlds 1000 --seed 1]
import { parseArgs } from 'node:util';
import { calibrationText } from './calibration-report.ts';
import { runCalibration } from './run-calibration.ts';

/** With fewer worlds the scores cannot tell every wrong world from an honest one. */
const LEAST_WORLDS = 400;

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const worlds = Number(values.worlds);
const seed = Number(values.seed);
if (
  !Number.isInteger(worlds) ||
  worlds < LEAST_WORLDS ||
  !Number.isSafeInteger(seed + 2 * worlds) ||
  seed < 0
) {
  console.error(`--worlds must be a whole number of ${LEAST_WORLDS} or more, --seed one of 0 or more`);
  process.exitCode = 2;
} else {
  const result = runCalibration({ worlds, seed });
  process.stdout.write(calibrationText(result));
  if (result.rows.some(({ asExpected }) => !asExpected)) process.exitCode = 1;
}
