import type {
  BacktestEvent,
  BacktestResult,
  BacktestScores,
  Baseline,
} from '../core/backtest/backtest-result.ts';
import { coverageInterval } from '../core/backtest/coverage-interval.ts';
import type { ExposureKind } from '../core/scenario.ts';
import { cell } from './amount-column.ts';
import { amountInWords, roundForSentence } from './amounts.ts';
import { bullets, heading, paragraph, title, type Block, type Column, type TableBlock } from './blocks.ts';
import type { ReportOptions } from './context.ts';
import { rangePicture, signsOf } from './range-picture.ts';
import { capitalised, percentInWords, plural } from './words.ts';

const exposureNames: Readonly<Record<ExposureKind, string>> = {
  'company-long-cyber': 'long cyber incidents',
  airline: 'airlines',
  'company-it': 'own service down',
  systemic: 'many firms at once',
  'national-shutdown': 'national shutdowns',
};

const MILLIONS = { name: 'mn', size: 1e6 };

/** How estimates of past outages held against what was published: the score, every event, and what it proves. */
export function backtestDocument(result: BacktestResult, options: ReportOptions): readonly Block[] {
  const { apart, outOfScope } = result;
  return [
    title(
      `Back-test: ${plural(result.scored, 'past outage')} of ${familiesInWords(result)}, each estimated from its facts alone`,
    ),
    paragraph(backtestSentence(result)),
    paragraph(missSentence(result)),
    paragraph('A test of estimates against estimates: published figures are rarely measured themselves.'),
    heading('Event by event, US$ million'),
    paragraph(legend(options.unicode)),
    eventTable(result.events, options.unicode),
    ...missSection(result.events),
    ...kindSection(result),
    ...scoreSection(result),
    ...baselineSection(result),
    ...(apart.length === 0 ? [] : apartSection(apart, options.unicode)),
    ...(outOfScope.length === 0 ? [] : outOfScopeSection(outOfScope)),
    heading('What this shows, and what it does not'),
    bullets(meaning(result)),
    ...recordSection(result, options),
  ];
}

/** The answer in one sentence. */
export function backtestSentence({ scored, inside80, inside90 }: BacktestResult): string {
  return `${inside90} of ${scored} published figures lie inside our 9-in-10 range, ${inside80} inside the 8-in-10 range.`;
}

function familiesInWords({ families }: BacktestScores): string {
  return families === 1 ? '1 family' : `${families} families`;
}

/** With fewer, resampling families says nothing. */
const FEW_FAMILIES = 5;

function missSentence(all: BacktestResult): string {
  const { intervals } = all;
  const [low, high] = intervals.bias;
  const others =
    all.families < FEW_FAMILIES
      ? ''
      : `; with other families of outages it could have been ${factor(low)} to ${factor(high)} times`;
  return (
    `Half of the middle estimates are within a factor of ${factor(all.medianAbsLog10Error)} of the published ` +
    `figure; the average miss is a factor of ${factor(all.meanAbsLog10Error)}. On average they are ` +
    `${factor(all.bias)} times what was published${others}.`
  );
}

/** A distance in powers of ten as the factor that it is. */
function factor(log10: number): string {
  return roundForSentence(10 ** log10).toFixed();
}

function legend(unicode: boolean): string {
  const { mark, middleHalf, eightInTen, nineInTen } = signsOf(unicode);
  return (
    `From and to are our 9-in-10 range. Each line is 20 of our outcomes of equal chance, low to high: ${middleHalf} the middle 10, ` +
    `${eightInTen} the rest of the 8-in-10 range, ${nineInTen} of the 9-in-10 range, blank outside. ` +
    `${mark} is the published figure: its central value, or the geometric middle of its range.`
  );
}

function byKind(events: readonly BacktestEvent[]): readonly (readonly [ExposureKind, BacktestEvent[]])[] {
  const kinds = Object.keys(exposureNames) as ExposureKind[];
  return kinds
    .map((kind) => [kind, events.filter((event) => event.exposure === kind)] as const)
    .filter(([, rows]) => rows.length > 0);
}

/** One table for all kinds, so that every line of pictures starts in one column; a row of its own names each kind. */
function eventTable(events: readonly BacktestEvent[], unicode: boolean): TableBlock {
  return {
    kind: 'table',
    columns: [left(''), right('published'), right('from'), right('to'), left('')],
    rows: byKind(events).flatMap(([kind, rows]) => [
      { cells: [capitalised(exposureNames[kind]), '', '', '', ''] },
      ...rows.map((event) => ({
        cells: [
          event.id,
          cell(event.published.central, MILLIONS),
          cell(event.p5, MILLIONS),
          cell(event.p95, MILLIONS),
          rangePicture(event.pit, unicode),
        ],
      })),
    ]),
  };
}

function left(header: string): Column {
  return { header, align: 'left' };
}

function right(header: string): Column {
  return { header, align: 'right' };
}

function missSection(events: readonly BacktestEvent[]): readonly Block[] {
  const outside = events.filter((event) => !event.inside80);
  const far = outside.filter((event) => !event.inside90);
  const near = outside.filter((event) => event.inside90);
  return [
    heading('Misses'),
    ...(far.length === 0
      ? [paragraph('Outside the 9-in-10 range: none.')]
      : missList('9-in-10', far, 'p5', 'p95')),
    ...(near.length === 0 ? [] : missList('8-in-10', near, 'p10', 'p90')),
  ];
}

function missList(
  range: string,
  events: readonly BacktestEvent[],
  low: 'p5' | 'p10',
  high: 'p90' | 'p95',
): readonly Block[] {
  const miss = (event: BacktestEvent): string => {
    const side = event.published.central > event[high] ? 'above' : 'below';
    const ends = `${amountInWords(event[low])} to ${amountInWords(event[high])}`;
    return `${event.title}: ${amountInWords(event.published.central)} published, ${side} our ${ends}`;
  };
  return [paragraph(`Outside the ${range} range:`), bullets(events.map(miss))];
}

function kindSection(all: BacktestResult): readonly Block[] {
  const { byExposure } = all;
  const row = (name: string, scores: BacktestScores): readonly string[] => [
    name,
    `${scores.scored}`,
    `${scores.inside50}`,
    `${scores.inside80}`,
    `${scores.inside90}`,
    `x ${factor(scores.medianAbsLog10Error)}`,
    `x ${factor(scores.meanWidth90)}`,
    scores.crps.toFixed(2),
  ];
  return [
    heading('By kind of outage'),
    {
      kind: 'table',
      columns: [
        left(''),
        right('events'),
        right('in 5/10'),
        right('in 8/10'),
        right('in 9/10'),
        right('miss'),
        right('width'),
        right('CRPS'),
      ],
      rows: [
        ...byExposure.map((scores) => ({ cells: row(exposureNames[scores.exposure], scores) })),
        { cells: row('all', all), total: true },
      ],
    },
    paragraph(
      'In 5/10, 8/10, 9/10: published figures inside those ranges. Miss: half of the middle estimates are within ' +
        'this factor. Width: upper over lower end of the 9-in-10 range, on average. CRPS: distance between range ' +
        'and figure in powers of ten; lower is better.',
    ),
  ];
}

function scoreSection(all: BacktestResult): readonly Block[] {
  const { intervals } = all;
  const between = ([low, high]: readonly [number, number], digits: number): string =>
    all.families < FEW_FAMILIES ? '' : `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  const share = (value: number): string => `${Math.round(value * 100)} %`;
  const [low80, high80] = intervals.inside80Share;
  const rows: readonly (readonly [string, string, string])[] = [
    ['mean miss, log10', all.meanAbsLog10Error.toFixed(2), between(intervals.meanAbsLog10Error, 2)],
    ['bias, log10 (below 0: too low)', all.bias.toFixed(2), between(intervals.bias, 2)],
    ['CRPS, log10', all.crps.toFixed(3), between(intervals.crps, 3)],
    [
      'share inside 8 in 10',
      share(all.inside80 / all.scored),
      all.families < FEW_FAMILIES ? '' : `${share(low80)} to ${share(high80)}`,
    ],
    ['the same, each family one voice', share(all.coverage[80]), ''],
    ['inside 9 in 10, each family one voice', share(all.coverage[90]), ''],
    ['interval score of 9 in 10, log10', all.intervalScore90.toFixed(2), ''],
    ['mean width of 9 in 10, log10', all.meanWidth90.toFixed(2), ''],
    ['12 x variance of the places (1: honest)', all.pitVarianceTimes12.toFixed(2), ''],
  ];
  return [
    heading('Scores'),
    {
      kind: 'table',
      columns: [left(''), right('score'), right('9 chances in 10')],
      rows: rows.map((cells) => ({ cells })),
    },
    paragraph(
      'The last column says how far each could move had other families of outages been on record (bootstrap).',
    ),
  ];
}

function baselineSection(all: BacktestResult): readonly Block[] {
  const { baselines } = all;
  if (baselines.length === 0) return [];
  const most = Math.max(...baselines.map((baseline) => baseline.events));
  const without = all.scored - most;
  const leftOut = without === 0 ? '' : ` Left out without revenue or GDP to start from: ${without}.`;
  const row = (baseline: Baseline): readonly string[] => [
    `${baseline.name}: ${baseline.words}`,
    `${baseline.events}`,
    `x ${factor(baseline.medianAbsLog10Error)}`,
    baseline.crps.toFixed(2),
    percentInWords(Math.max(0, baseline.skill)),
  ];
  return [
    heading('Against naive figures'),
    {
      kind: 'table',
      columns: [left(''), right('events'), right('miss'), right('CRPS'), right('closer by')],
      rows: baselines.map((baseline) => ({ cells: row(baseline) })),
    },
    paragraph(
      `Closer by: how much lower our CRPS is on the same events. Both are as wide as their own misses.${leftOut}`,
    ),
  ];
}

function apartSection(apart: readonly BacktestEvent[], unicode: boolean): readonly Block[] {
  return [
    heading('Apart, in no score'),
    paragraph(
      "Their files say fit: false: the figure is another model's, reckoned by the press, or less sure than the others.",
    ),
    eventTable(apart, unicode),
  ];
}

function outOfScopeSection(outOfScope: BacktestResult['outOfScope']): readonly Block[] {
  return [
    heading('Not comparable'),
    {
      kind: 'table',
      columns: [left(''), left('')],
      rows: outOfScope.map(({ id, why }) => ({ cells: [id, why] })),
    },
  ];
}

function meaning(all: BacktestResult): readonly string[] {
  const [low, high] = coverageInterval(all.inside90, all.scored);
  const percent = (share: number): string => `${Math.round(share * 100)}`;
  return [
    `${all.inside90} of ${all.scored} inside the 9-in-10 range is consistent with a true coverage of ` +
      `${percent(low)} to ${percent(high)} percent (exact binomial, 95 %). Outages of one family hang together, so ` +
      'less is known than that. It shows that the ranges are not absurd, not that they are exact.',
    ...widthInWords(all),
    'The structural error of each event was fitted without its family. Every other constant was chosen with the ' +
      'bundled events in sight, which flatters the scores on those.',
    'Facts are those known later, not on the first day; published figures are compared only with the same measure ' +
      'and the same scope, and no estimate sees them.',
  ];
}

/** A uniform spread of places has 12 x variance 1; beyond 15 % either way it says something, as reliability is judged. */
function widthInWords({ pitVarianceTimes12, inside50, scored }: BacktestScores): readonly string[] {
  if (scored < 2 || Math.abs(pitVarianceTimes12 - 1) <= 0.15) return [];
  const half = `${inside50} of ${scored} lie in the middle half, where ${scored / 2} would be expected`;
  return pitVarianceTimes12 < 1
    ? [`The ranges are rather too wide than too narrow: ${half}.`]
    : [`The ranges are rather too narrow: ${half}.`];
}

function recordSection(result: BacktestResult, { command }: ReportOptions): readonly Block[] {
  return [
    heading('Record'),
    paragraph(
      `seed ${result.seed}, ${plural(result.draws, 'draw')} an event, lossrange ${result.versions.engine}, events ` +
        `${result.eventsHash.slice(0, 16)}; all hashes with --format json`,
    ),
    ...(command === undefined ? [] : [{ kind: 'verbatim' as const, lines: [command] }]),
  ];
}
