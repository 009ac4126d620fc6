import { MEANINGFUL_CRPS } from '../core/backtest/ablation.ts';
import type { AblationEffect, AblationResult } from '../core/backtest/ablation.ts';
import { plural } from '../report/words.ts';
import { pad, wrap } from '../report/wrap.ts';

const WIDTH = 80;

/** Heading and rows of each list; a row says what was taken away and what to make of it. */
interface NamedList {
  readonly heading: string;
  readonly rows: readonly string[];
}

/** Table and lists for a terminal of 80 columns. */
export function ablationText(result: AblationResult): string {
  const lines = [
    ...wrap(introduction(result), WIDTH),
    '',
    tableRow(['Taken away', 'CRPS', '90 % interval', '|e|', 'rows']),
    ...result.effects.map((effect) => tableRow(cellsOf(effect))),
    '',
    ...wrap(columnsInWords, WIDTH),
  ];
  for (const { heading, rows } of listsOf(result)) {
    lines.push('', ...wrap(heading, WIDTH));
    for (const row of rows.length === 0 ? ['none'] : rows) {
      const [first, ...rest] = wrap(row, WIDTH - 2);
      lines.push(`- ${first!}`, ...rest.map((line) => `  ${line}`));
    }
  }
  lines.push('', ...notesOf(result).flatMap((note) => wrap(note, WIDTH)));
  return `${lines.join('\n')}\n`;
}

/** The same as rows of a Markdown table with the lists under it, without a heading, for the validation page. */
export function ablationMarkdown(result: AblationResult): string {
  const lines = [
    introduction(result),
    '',
    '| taken away | change of CRPS | 90 % interval | change of median abs. error | rows |',
    '|---|---:|---:|---:|---:|',
    ...result.effects.map((effect) => `| ${cellsOf(effect).map(escaped).join(' | ')} |`),
    '',
    columnsInWords,
  ];
  for (const { heading, rows } of listsOf(result)) {
    lines.push('', heading, '', ...(rows.length === 0 ? ['none'] : rows).map((row) => `- ${row}`));
  }
  lines.push('', notesOf(result).join(' '));
  return `${lines.join('\n')}\n`;
}

const columnsInWords =
  'CRPS: mean of all rows without the part, less the mean with it, in log10; above 0 the part helps. ' +
  'Interval: bootstrap over families. |e|: the same change of the median |log10 error|. ' +
  'Rows: events whose draws move. *: left out are events that cannot be estimated at all without the part. ' +
  'A part that few rows depend on moves the mean little, however large its effect on them.';

function notesOf({ events }: AblationResult): readonly string[] {
  return [
    `Differences under ${short(MEANINGFUL_CRPS)} mean nothing. Nothing is removed on ${plural(events, 'row')} alone; what is needed on logic stays.`,
    'Not tested: the overlap factor of dependence and severity is not part of the engine, so there is nothing to take away.',
  ];
}

function introduction({ events, families, draws, seed, crps, medianAbsLog10Error }: AblationResult): string {
  return (
    `${events} events of ${families} families, ${plural(draws, 'draw')} each, seed ${seed}, shipped structural errors, the same draws with ` +
    `and without. As shipped: mean CRPS ${crps.toFixed(3)}, median |log10 error| ${medianAbsLog10Error.toFixed(2)}.`
  );
}

function cellsOf({
  title,
  crpsChange,
  interval,
  medianErrorChange,
  touched,
  impossible,
}: AblationEffect): Cells {
  return [
    title,
    signed(crpsChange, 3),
    `${signed(interval[0], 3)} to ${signed(interval[1], 3)}`,
    signed(medianErrorChange, 2),
    `${touched.length}${impossible.length === 0 ? '' : '*'}`,
  ];
}

type Cells = readonly [string, string, string, string, string];

function tableRow([title, change, interval, error, rows]: Cells): string {
  return [
    pad(title, 38, 'left'),
    pad(change, 8, 'right'),
    pad(interval, 19, 'right'),
    pad(error, 7, 'right'),
    pad(rows, 5, 'right'),
  ].join('');
}

function listsOf({ effects }: AblationResult): NamedList[] {
  const withVerdict = (verdict: AblationEffect['verdict']): AblationEffect[] =>
    effects.filter((effect) => effect.verdict === verdict);
  const neither = withVerdict('neither');
  const untested = withVerdict('untested');
  return [
    { heading: 'Helps:', rows: withVerdict('helps').map(withEvidence) },
    { heading: 'Hurts on these rows:', rows: withVerdict('hurts').map(withBoth) },
    {
      heading: 'Neither helps nor hurts on these rows, kept on logic:',
      rows: neither.filter((row) => row.why !== null).map(withLogic),
    },
    {
      heading: 'No row depends on it, kept on logic:',
      rows: untested.filter((row) => row.why !== null).map(withLogic),
    },
    {
      heading:
        'Neither helps nor is needed on logic (candidates to simplify, or values that another would do for):',
      rows: [...neither, ...untested].filter((row) => row.why === null).map(withEvidence),
    },
  ];
}

/** How far a score rests on few families: one family is one piece of evidence. */
function evidence({ touched, interval }: AblationEffect): string {
  const families = new Set(touched.map((row) => row.family)).size;
  const largest = touched.toSorted((a, b) => Math.abs(b.crpsChange) - Math.abs(a.crpsChange))[0];
  if (largest === undefined) return 'no row depends on it';
  const open = interval[0] <= 0 && interval[1] >= 0 ? '; the interval holds 0' : '';
  return (
    `${plural(touched.length, 'row')} of ${families === 1 ? 'one family' : `${families} families`}, ` +
    `most of all ${largest.id} (${signed(largest.crpsChange, 2)})${open}`
  );
}

function withEvidence(effect: AblationEffect): string {
  return `${effect.title}: ${evidence(effect)}`;
}

function withLogic({ title, why }: AblationEffect): string {
  return `${title}: ${why!}`;
}

function withBoth(effect: AblationEffect): string {
  const logic = effect.why === null ? 'not needed on logic' : `kept on logic: ${effect.why}`;
  return `${withEvidence(effect)}; ${logic}`;
}

/** With a sign, and 0 without one. */
function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return '0';
  return `${value > 0 ? '+' : '-'}${short(text)}`;
}

/** `.02` for 0.02: the figures of a score are seldom above 1. */
function short(value: number | string): string {
  return String(value).replace(/^0\./, '.');
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
