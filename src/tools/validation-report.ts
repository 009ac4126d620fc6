import { scoreBaselines } from '../core/backtest/baselines.ts';
import type { BacktestResult } from '../core/backtest/backtest-result.ts';
import { markdownTable } from './markdown-table.ts';

/** Why an estimate missed, as far as the facts of the event tell; by event. */
const likelyReasons: Readonly<Record<string, string>> = {
  'tsb-2018-04-20':
    'A bank pays for redress, fraud, fines and repair for months; the model counts revenue of the hours it was down. Warn for banks.',
  'sony-psn-2011-04-20':
    'Most of the published cost answers a data theft (identity protection, support, security), not the hours offline.',
  'crowdstrike-2024-07-19':
    'The published world figure is the Fortune 500 estimate scaled up by its maker; the model counts devices and the reach of the software, and lost work that is made up.',
};

/** The parts of the page, each already in Markdown. */
export interface ValidationParts {
  readonly backtest: string;
  readonly calibration: string;
  readonly ablations: string;
  readonly claims: string;
}

/** models/VALIDATION.md: what was tested, what came out, and what it does not show. */
export function validationMarkdown(result: BacktestResult, parts: ValidationParts): string {
  const misses = result.events.filter((event) => !event.inside80);
  const { structuralFits } = result;
  return [
    '# Validation',
    'Written by `npm run validate`; the figures are those of the engine and models in this folder. Do not edit.',
    `${result.inside80} of ${result.scored} published losses lie inside our 8-in-10 ranges, ${result.inside90} inside the 9-in-10 ranges, each range made without its own family of events in the fit.`,
    '## What the ranges cover, and what they do not',
    [
      '- They cover doubt about the inputs, about the way of counting, and the misses of such estimates on past outages.',
      '- They do not cover a wrong fact, a measure or scope other than the one named, or what `estimate` lists as not counted.',
      `- ${result.scored} figures, many of them estimates by others, cannot prove a range exact. They show that the ranges are not absurd.`,
      '- The forms of the model were chosen with these events in sight. Only the structural errors were fitted with each family left out.',
      '- A firm on hot standby that nobody knows of is not in the range of that firm: with one in five so protected, a 9-in-10 range holds far fewer.',
    ].join('\n'),
    plainSkill(result),
    '## Structural errors',
    'Fitted by `npm run fit` to the same events; shipped one standard error above the fit, because few events fix a spread badly.',
    markdownTable(
      ['kind', 'figures', 'families', 'fitted, log10', 'shipped'],
      structuralFits.map((fit) => [
        fit.exposure,
        `${fit.rows}`,
        `${fit.families}`,
        fit.fitted.toFixed(2),
        fit.shipped.toFixed(2),
      ]),
    ),
    '## Misses and their likely reasons',
    misses.length === 0
      ? 'No published figure lies outside its 8-in-10 range.'
      : misses
          .map((event) => `- \`${event.id}\`: ${likelyReasons[event.id] ?? 'no reason is known.'}`)
          .join('\n'),
    '## Back-test',
    deeper(parts.backtest),
    '## Calibration on synthetic worlds',
    deeper(parts.calibration),
    '## Ablations',
    deeper(parts.ablations),
    deeper(parts.claims).replace(/^### /, '## '),
  ]
    .join('\n\n')
    .concat('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** The skill over naive figures without the rows whose naive figure starts from an absurdly large base. */
function plainSkill({ events, baselines }: BacktestResult): string {
  const plain = events.filter(
    ({ baselineUsd, published }) =>
      baselineUsd === null || Math.abs(Math.log10(baselineUsd / published.central)) < ABSURD_LOG10,
  );
  const said = scoreBaselines(plain).map(({ name, skill }) => {
    const all = baselines.find((row) => row.name === name);
    return `${skill.toFixed(2)} over ${name} (with all rows ${(all?.skill ?? skill).toFixed(2)})`;
  });
  return `The naive figures look worst where they start from a whole economy (WannaCry in the NHS: all of the United Kingdom). Without rows that they miss a hundredfold, the skill is ${said.join(' and ')}.`;
}

/** A hundredfold. */
const ABSURD_LOG10 = 2;

/** Puts a page's headings two levels down. */
function deeper(markdown: string): string {
  return markdown
    .trim()
    .replace(/^(#+) /gm, (_, marks: string) => `${'#'.repeat(Math.min(6, marks.length + 2))} `);
}
