import type { Quantity } from '../core/distribution/quantity.ts';
import type { Scenario } from '../core/scenario.ts';
import type { ComparisonResult, EstimateResult, NamedAmount, WaterfallStep } from '../core/result.ts';
import { addingColumn, columnUnit } from './amount-column.ts';
import { heading, paragraph, title, type Block } from './blocks.ts';
import { contextOf, type ReportContext, type ReportOptions } from './context.ts';
import { methodNames, stepNames } from './names.ts';
import { quantityInWords } from './quantity-in-words.ts';
import { roundForSentence } from './amounts.ts';
import { isCompanyLoss, lossInWords } from './scope-in-words.ts';
import { answerSentence, noteInWords } from './sections/answer.ts';
import { capitalised, countInWords, joinWords, numberInLetters, plural } from './words.ts';

/** Rows of the split by sector, besides the rest. */
const MOST_SECTORS = 6;

export const TWO_KINDS = 'These are two kinds of loss.';

/** Two estimates on the same draws: which is higher, by how much, and where the difference comes from. */
export function comparisonDocument(comparison: ComparisonResult, options: ReportOptions): readonly Block[] {
  const context = contextOf(options);
  return [
    title(`A: ${nameOf(comparison.first)}`),
    title(`B: ${nameOf(comparison.second)}`),
    ...(options.said ?? []).map((change) => paragraph(`A is a what-if: ${change}.`)),
    paragraph(ratioSentence(comparison)),
    ...kindsOfLoss(comparison, options),
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
export function ratioSentence({ ratio, secondHigherShare, first, second }: ComparisonResult): string {
  const outOf20 = (share: number): string => `${Math.round(share * 20)} of 20 outcomes`;
  if (ratio === null) {
    return `No ratio: ${whyNoRatio(first, second)}. B is higher in ${outOf20(secondHigherShare)}.`;
  }
  if (ratio.p5 === 1 && ratio.p95 === 1) return 'A and B cost the same in every outcome.';
  if (ratio.p95 === 0) return 'B costs nothing; A costs more in every outcome.';
  const secondDearer = ratio.p50 >= 1;
  const times = (value: number): string => roundForSentence(value).toFixed();
  const [low, middle, high] = secondDearer
    ? [ratio.p5, ratio.p50, ratio.p95]
    : [1 / ratio.p95, 1 / ratio.p50, 1 / ratio.p5];
  const [dear, cheap] = secondDearer ? ['B', 'A'] : ['A', 'B'];
  const higher = `${dear} is higher in ${outOf20(secondDearer ? secondHigherShare : 1 - secondHigherShare)}.`;
  if (!Number.isFinite(middle)) return `${cheap} costs nothing in most outcomes. ${higher}`;
  if ([low, middle, high].every((value) => times(value) === '1')) {
    return `A and B cost nearly the same. ${higher}`;
  }
  return `${dear} costs about ${times(middle)} times ${cheap}${rangeOf(low, high, times)}. ${higher}`;
}

function rangeOf(low: number, high: number, times: (value: number) => string): string {
  // The cheaper side is nothing in some outcomes.
  if (!Number.isFinite(high)) return `; 19 chances in 20: at least ${times(low)} times`;
  return times(low) === times(high) ? '' : `; 9 chances in 10: from ${times(low)} to ${times(high)} times`;
}

function whyNoRatio(first: EstimateResult, second: EstimateResult): string {
  const without = [
    ['A', first],
    ['B', second],
  ] as const;
  const unclear = without.filter(([, result]) => !result.headline).map(([side]) => side);
  if (unclear.length === 0) {
    return `A costs nothing${first.economicLoss?.p95 === 0 ? '' : ' in some outcomes'}`;
  }
  return unclear.length === 2 ? 'neither has a middle figure' : `${unclear.join('')} has no middle figure`;
}

/** A company's cost is no part of an economy's loss. */
export function areTwoKinds({ first, second }: ComparisonResult): boolean {
  return isCompanyLoss(first) !== isCompanyLoss(second);
}

/** Whose loss each side is, where that differs. */
function kindsOfLoss(comparison: ComparisonResult, options: ReportOptions): readonly Block[] {
  const { first, second } = comparison;
  const [ofA, ofB] = [first, second].map((result) => lossInWords(result, options.countryNames));
  if (ofA === ofB) return [];
  const mixed = areTwoKinds(comparison) ? ` ${TWO_KINDS}` : '';
  return [paragraph(`A is the ${ofA ?? ''}; B is the ${ofB ?? ''}.${mixed}`)];
}

function nameOf(result: EstimateResult): string {
  return result.scenario.title ?? result.scenario.id ?? 'this outage';
}

/** Warnings of both, once each, with the side they are about. */
function warnings({ first, second }: ComparisonResult): readonly Block[] {
  const messages = (result: EstimateResult): readonly string[] =>
    result.warnings.map((warning) => noteInWords(warning, result).replace(/\.?$/, '.'));
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
    paragraph(feltInWords(felt, used)),
  ];
}

function feltInWords(felt: readonly string[], used: number): string {
  if (felt.length === 0) return 'Felt by none of the ways of counting that both share.';
  if (used === 1) return `Felt by the one way of counting: ${joinWords(felt)}.`;
  const many = felt.length === used ? 'all' : `${numberInLetters(felt.length)} of`;
  return `Felt by ${many} ${numberInLetters(used)} ways of counting: ${joinWords(felt)}.`;
}

/** Lists whose items are told together, in one row, instead of field by field. */
const lists: Readonly<Record<string, (scenario: Scenario) => string>> = {
  scope: ({ scope }) => scope?.label ?? 'not given',
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
    /^(scope)\b/.exec(path)?.[1] ??
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

/** Text without its quotes, numbers as a reader says them. */
function plainValue(json: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(json) ? countInWords(Number(json)) : json.replace(/^"(.*)"$/, '$1');
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
  const amount = ({ waterfall }: EstimateResult, wanted: WaterfallStep): number =>
    waterfall.find(({ step }) => step === wanted)?.usd ?? 0;
  // Either side can have a step that the other has not.
  const steps = (Object.keys(stepNames) as WaterfallStep[]).map((step) => ({
    name: stepNames[step],
    first: amount(first, step),
    second: amount(second, step),
  }));
  const total = steps.at(-1);
  if (total === undefined) return [];
  const causes = steps.slice(0, -1).filter((row) => row.first !== 0 || row.second !== 0);
  const sectors = sectorDifferences(first.bySector, second.bySector);
  // A way of counting that has no such split would stand there as a column that does not add up.
  const splitOn = (rows: readonly Difference[]): boolean =>
    rows.length > 0 &&
    (['first', 'second'] as const).every((side) => total[side] === 0 || rows.some((row) => row[side] !== 0));
  return [
    ...(splitOn(causes)
      ? [
          heading('By cause (averages of the middle tenth of the outcomes; each column adds up)'),
          differenceTable(causes, total, context),
        ]
      : []),
    ...(splitOn(sectors) && sectors.length > 1
      ? [
          heading('By sector (averages of the middle tenth of the outcomes; each column adds up)'),
          differenceTable(sectors, total, context),
        ]
      : []),
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
