// Scores the engine and writes the score that ships:  npm run validate [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { backtestMarkdown } from '../report/backtest-markdown.ts';
import { jsonText } from '../report/json-text.ts';
import { scoreBacktest } from '../services/score-backtest.ts';
import { ablationMarkdown } from './ablation-report.ts';
import { calibrationMarkdown } from './calibration-report.ts';
import { claimsMarkdown } from './claims-report.ts';
import { runAblations } from './run-ablations.ts';
import { runCalibration } from './run-calibration.ts';
import { runClaims } from './run-claims.ts';
import { validationMarkdown } from './validation-report.ts';

const ABLATION_DRAWS = 5_000;
const WORLDS = { worlds: 1_000, seed: 1 };

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const backtest = await scoreBacktest();
const record = {
  events: backtest.scored,
  inside80: backtest.inside80,
  inside90: backtest.inside90,
  eventsHash: backtest.eventsHash,
};
const files = [
  [new URL('../../models/validation.json', import.meta.url), jsonText(record)],
  [
    new URL('../../models/VALIDATION.md', import.meta.url),
    validationMarkdown(backtest, {
      backtest: backtestMarkdown(backtest, { unicode: true }),
      calibration: calibrationMarkdown(runCalibration(WORLDS)),
      ablations: ablationMarkdown(runAblations(ABLATION_DRAWS)),
      claims: claimsMarkdown(await runClaims()),
    }),
  ],
] as const;

for (const [url, text] of files) {
  if (!values.check) {
    writeFileSync(url, text);
  } else if (readFileSync(url, 'utf8') !== text) {
    console.error(
      `${url.pathname} is not what this engine gives: run npm run validate and read the difference`,
    );
    process.exitCode = 1;
  }
}
