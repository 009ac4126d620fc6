// Scores past events with and without each part of the model:  npm run ablate [-- --draws 5000]
import { parseArgs } from 'node:util';
import { ablationText } from './ablation-report.ts';
import { runAblations } from './run-ablations.ts';

const { values } = parseArgs({ options: { draws: { type: 'string', default: '5000' } } });
const draws = Number(values.draws);
if (!Number.isInteger(draws) || draws < 100) {
  console.error(`--draws must be a whole number of 100 or more, found "${values.draws}"`);
  process.exitCode = 2;
} else {
  process.stdout.write(ablationText(runAblations(draws)));
}
