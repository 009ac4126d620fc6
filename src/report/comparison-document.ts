import type { Quantity } from '../core/distribution/quantity.ts';
import type { Scenario } from '../core/scenario.ts';
import type { ComparisonResult, EstimateResult, NamedAmount } from '../core/result.ts';
import { addingColumn, columnUnit } from './amount-column.ts';
import { heading, paragraph, title, type Block } from './blocks.ts';
import { contextOf, type ReportContext, type ReportOptions } from './context.ts';
import { methodNames, stepNames } from './names.ts';
import { quantityInWords } from './quantity-in-words.ts';
import { roundForSentence } from './amounts.ts';
import { answerSentence } from './sections/answer.ts';
import { capitalised, joinWords, numberInLetters, plural } from './words.ts';

/** Rows of the split by sector, besides the rest. */
const MOST_SECTORS = 6;

/** Two estimates on the same draws: which is higher, by how much, and where the difference comes from. */
export function comparisonDocument(comparison: ComparisonResult, options: ReportOptions): readonly Block[] {
  const context = contextOf(options);
  return [
    title(`A: ${nameOf(comparison.first)}`),
    title(`B: ${nameOf(comparison.second)}`),
    ...(options.said ?? []).map((change) => paragraph(`A is a what-if: ${change}.`)),
    paragraph(ratioSentence(comparison)),
    paragraph(`A: ${answerSentence(comparison.first, context)}`),
    paragraph(`B: ${answerSentence(comparison.second, context)}`),
    paragraph('Same draws for both, and the weights of A held fixed, so that only the facts differ.'),
    ...warnings(comparison),
    ...changedSection(comparison),
    ...differenceSection(comparison, context),
    ...recordSection(comparison, options),
  ];
}

/** Which costs more, in one sentence; always told from the dearer side. */
export function ratioSentence({ ratio, secondHigherShare }: ComparisonResult): string {
  if (ratio === null) {
    const higher = Math.round(secondHigherShare * 20);
    return `No ratio: one of the two has no middle figure or is nothing. B is higher in ${higher} of 20 outcomes.`;
  }
  if (ratio.p5 === 1 && ratio.p95 === 1) return 'A and B cost the same in every outcome.';
  const secondDearer = ratio.p50 >= 1;
  const times = (value: number): string => roundForSentence(value).toFixed();
  const [low, middle, high] = secondDearer
    ? [ratio.p5, ratio.p50, ratio.p95]
    : [1 / ratio.p95, 1 / ratio.p50, 1 / ratio.p5];
  const [dear, cheap] = secondDearer ? ['B', 'A'] : ['A', 'B'];
  const higher = Math.round((secondDearer ? secondHigherShare : 1 - secondHigherShare) * 20);
  const range =
    times(low) === times(high) ? '' : `; 9 chances in 10: from ${times(low)} to ${times(high)} times`;
  return `${dear} costs about ${times(middle)} times ${cheap}${range}. ${dear} is higher in ${higher} of 20 outcomes.`;
}

function nameOf(result: EstimateResult): string {
  return result.scenario.title ?? result.scenario.id ?? 'this outage';
}

/** Warnings of both, once each, with the side they are about. */
function warnings({ first, second }: ComparisonResult): readonly Block[] {
  const messages = (result: EstimateResult): readonly string[] =>
    result.warnings.map((warning) => warning.message.replace(/\.?$/, '.'));
  const [ofA, ofB] = [messages(first), messages(second)];
  return [...new Set([...ofA, ...ofB])].map((message) => {
    const about = !ofB.includes(message) ? ' on A' : !ofA.includes(message) ? ' on B' : '';
    return paragraph(`Note${about}: ${message}`);
  });
}

function changedSection(comparison: ComparisonResult): readonly Block[] {
  const { methodsFelt, first } = comparison;
  const used = first.methods.filter((method) => method.raw !== null).length;
  const felt = methodsFelt.map((method) => methodNames[method]);
  const of = `Felt by ${numberInLetters(felt.length)} of ${numberInLetters(used)} ${used === 1 ? 'method' : 'methods'}`;
  return [
    heading('Changed'),
    ...(comparison.changed.length === 0
      ? [paragraph('Nothing: both scenarios hold the same facts.')]
      : [
          {
            kind: 'table' as const,
            columns: [
              { header: '', align: 'left' as const },
              { header: 'A', align: 'left' as const },
              { header: 'B', align: 'left' as const },
            ],
            rows: changedRows(comparison).map((cells) => ({ cells })),
          },
        ]),
    paragraph(felt.length === 0 ? `${of}.` : `${of}: ${joinWords(felt)}.`),
  ];
}

/** Lists whose items are told together, in one row, instead of field by field. */
const lists: Readonly<Record<string, (scenario: Scenario) => string>> = {
  'outage.windows': ({ outage }) => span(outage.windows),
  'outage.phases': ({ outage }) => span(outage.phases),
  'affected.businesses': ({ affected }) => affected.businesses.map(countedInWords).join('; '),
  'affected.userReports': ({ affected }) => affected.userReports.map(countedInWords).join('; '),
  'affected.companies': ({ affected }) => affected.companies.map(({ name }) => name).join(', '),
  'affected.coverage': ({ affected }) => affected.coverage.map(({ country }) => country).join(', '),
};

/** Fields that differ; a list with more or fewer items, or with other times, is one row. */
function changedRows({ changed, first, second }: ComparisonResult): readonly (readonly string[])[] {
  const listOf = (path: string): string | undefined =>
    /^(\w+\.\w+)\[\d+\](?:\.(?:start|end|service|count|counted|groups|asOf|source)\b.*)?$/.exec(path)?.[1];
  const rows = new Map<string, readonly string[]>();
  for (const { path, first: before, second: after } of changed) {
    const list = listOf(path);
    const tell = list === undefined ? undefined : lists[list];
    if (list === undefined || tell === undefined)
      rows.set(path, [path, plainValue(before), plainValue(after)]);
    else rows.set(list, [list, tell(first.scenario) || 'none', tell(second.scenario) || 'none']);
  }
  return [...rows.values()];
}

function countedInWords(row: { readonly count: Quantity; readonly counted?: string }): string {
  return [quantityInWords(row.count), row.counted].filter((part) => part !== undefined).join(' ');
}

/** Text without its quotes. */
function plainValue(json: string): string {
  return json.replace(/^"(.*)"$/, '$1');
}

function span(list: readonly { readonly start: string; readonly end: string }[]): string {
  const starts = list.map(({ start }) => start).sort();
  const ends = list.map(({ end }) => end).sort();
  const minute = (instant: string | undefined): string => (instant ?? '').slice(0, 16).replace('T', ' ');
  return list.length === 0 ? '' : `${minute(starts[0])} to ${minute(ends.at(-1))}`;
}

interface Difference {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

function differenceSection(comparison: ComparisonResult, context: ReportContext): readonly Block[] {
  const { first, second } = comparison;
  if (first.waterfall.length === 0 || second.waterfall.length === 0) return [];
  const steps = first.waterfall.map(({ step, usd }) => ({
    name: stepNames[step],
    first: usd,
    second: second.waterfall.find((entry) => entry.step === step)?.usd ?? 0,
  }));
  const total = steps.at(-1);
  if (total === undefined) return [];
  const causes = steps.slice(0, -1).filter((row) => row.first !== 0 || row.second !== 0);
  return [
    heading('By cause (averages of the middle tenth of the outcomes; each column adds up)'),
    differenceTable(causes, total, context),
    heading('By sector (the same, split)'),
    differenceTable(sectorDifferences(first.bySector, second.bySector), total, context),
  ];
}

function differenceTable(parts: readonly Difference[], total: Difference, { money }: ReportContext): Block {
  const unit = columnUnit([total.first, total.second].map(money.convert));
  const side = (pick: (row: Difference) => number): ReturnType<typeof addingColumn> =>
    addingColumn(
      parts.map((row) => money.convert(pick(row))),
      money.convert(pick(total)),
      unit,
    );
  const first = side((row) => row.first);
  const second = side((row) => row.second);
  const rows = parts.map((row, index) => ({
    cells: [row.name, first.parts[index] ?? '', second.parts[index] ?? ''],
  }));
  return {
    kind: 'table',
    columns: [
      { header: '', align: 'left' },
      { header: `A, ${money.columnHead(first.unit)}`, align: 'right' },
      { header: `B, ${money.columnHead(second.unit)}`, align: 'right' },
    ],
    rows: [...rows, { cells: [total.name, first.total, second.total], total: true }],
  };
}

/** The sectors that differ most, then all others together. */
function sectorDifferences(
  first: readonly NamedAmount[],
  second: readonly NamedAmount[],
): readonly Difference[] {
  const titles = new Map([...first, ...second].map((entry) => [entry.id, entry.title]));
  const amount = (side: readonly NamedAmount[], id: string): number =>
    side.find((entry) => entry.id === id)?.usd ?? 0;
  const all = [...titles].map(([id, name]) => ({
    name,
    first: amount(first, id),
    second: amount(second, id),
  }));
  const sorted = all
    .filter((row) => row.first !== 0 || row.second !== 0)
    .sort((a, b) => Math.abs(b.second - b.first) - Math.abs(a.second - a.first));
  if (sorted.length <= MOST_SECTORS + 1) return sorted;
  const rest = sorted.slice(MOST_SECTORS);
  const sum = (pick: (row: Difference) => number): number =>
    rest.reduce((total, row) => total + pick(row), 0);
  const others = {
    name: plural(rest.length, 'other sector'),
    first: sum((row) => row.first),
    second: sum((row) => row.second),
  };
  return [...sorted.slice(0, MOST_SECTORS), others];
}

function recordSection({ first, second }: ComparisonResult, options: ReportOptions): readonly Block[] {
  const record = `A ${first.id}, B ${second.id}, seed ${first.seed}, ${plural(first.draws, 'draw')}, lossrange ${first.versions.engine}`;
  return [
    heading('Record'),
    paragraph(capitalised(record)),
    ...(options.command === undefined ? [] : [{ kind: 'verbatim' as const, lines: [options.command] }]),
  ];
}
