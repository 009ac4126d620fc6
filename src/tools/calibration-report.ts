import type { Expectation, WorldRow } from '../core/backtest/run-worlds.ts';
import { heading, paragraph } from '../report/blocks.ts';
import type { Block } from '../report/blocks.ts';
import { renderMarkdown } from '../report/render-markdown.ts';
import { renderText } from '../report/render-text.ts';
import type { CalibrationResult } from './run-calibration.ts';

/** Below this share of truths inside, a 90 % range that still holds is called thin. */
const THIN = 0.85;

const sections: readonly {
  readonly expected: Expectation;
  readonly heading: string;
  readonly words: string;
}[] = [
  {
    expected: 'honest',
    heading: 'Worlds that follow the engine',
    words: 'No score may fail. This proves sampling, pooling and sums, not that the models are right.',
  },
  {
    expected: 'rejected',
    heading: 'Worlds that break an assumption',
    words: 'The scores must see it; otherwise the table above would prove nothing.',
  },
  {
    expected: 'held',
    heading: 'Worlds whose facts are a little wrong',
    words: 'The 90 % range must still hold 80 truths of 100; under 85 it is called thin.',
  },
];

/** The table for a terminal of 80 columns. */
export function calibrationText(result: CalibrationResult): string {
  return renderText(calibrationBlocks(result));
}

/** The same tables in Markdown, to stand under a heading of the validation page. */
export function calibrationMarkdown(result: CalibrationResult): string {
  return renderMarkdown(calibrationBlocks(result));
}

function calibrationBlocks(result: CalibrationResult): readonly Block[] {
  return [
    paragraph(
      `${result.worlds} worlds a row, ranges of ${result.draws} draws, seed ${result.seed}. ` +
        'Columns: truths of 100 inside the 50, 80 and 90 % range; chance of an uneven rank (chi-square, 20 bins) and of ' +
        'a distance this large (KS) if the ranges were honest. ' +
        `Events: ${Object.values(result.events).join(', ')}.`,
    ),
    ...sections.flatMap((section): Block[] => [
      heading(section.heading),
      paragraph(section.words),
      tableOf(result.rows.filter(({ expected }) => expected === section.expected)),
    ]),
    heading('Narrower and wider ranges'),
    paragraph('The honest width must score best; log10, lower is better.'),
    widthTable(result),
  ];
}

function tableOf(rows: readonly WorldRow[]): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'world', align: 'left' },
      { header: '50 %', align: 'right' },
      { header: '80 %', align: 'right' },
      { header: '90 %', align: 'right' },
      { header: 'chi-sq', align: 'right' },
      { header: 'KS', align: 'right' },
      { header: 'verdict', align: 'left' },
    ],
    rows: rows.map((row) => {
      const { scores, title } = row;
      const share = (percent: 50 | 80 | 90): string =>
        ((100 * scores.inside[percent]) / scores.worlds).toFixed(1);
      const chances = [scores.chiSquareP, scores.kolmogorovSmirnovP].map(chance);
      return { cells: [title, share(50), share(80), share(90), ...chances, verdict(row)] };
    }),
  };
}

function widthTable({ widths }: CalibrationResult): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'spread', align: 'left' },
      { header: 'CRPS', align: 'right' },
      { header: 'interval score 90 %', align: 'right' },
    ],
    rows: widths.map(({ width, meanCrps, meanIntervalScore90 }) => ({
      cells: [
        width === 1 ? 'as it is' : `times ${String(width)}`,
        meanCrps.toFixed(4),
        meanIntervalScore90.toFixed(3),
      ],
    })),
  };
}

function chance(p: number): string {
  return p < 0.001 ? 'under .001' : p.toFixed(3).replace(/^0/, '');
}

function verdict({ expected, asExpected, failed, scores }: WorldRow): string {
  switch (expected) {
    case 'honest':
      return asExpected ? 'honest' : `NOT HONEST: ${failed.join(', ')}`;
    case 'rejected':
      return asExpected ? 'seen' : 'NOT SEEN';
    case 'held':
      if (!asExpected) return 'TOO NARROW';
      return scores.inside[90] < THIN * scores.worlds ? 'holds, thin' : 'holds';
  }
}
