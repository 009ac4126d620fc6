import type { BookYearsResult } from '../../core/insurance/book-years/book-years-result.ts';
import type { Accumulation, AccumulationRow } from '../../core/insurance/accumulation/accumulation.ts';
import { cell, columnUnit, dollarsIn, type ColumnUnit } from '../amount-column.ts';
import { amountInWords, grouped } from '../amounts.ts';
import { bullets, heading, type Block, type Column } from '../blocks.ts';
import { joinWords } from '../words.ts';

const left = (header: string): Column => ({ header, align: 'left' });
const right = (header: string): Column => ({ header, align: 'right' });

/** Where a book piles up: limits by place, what they lose when the place is gone, and their part of the tail. */
export function accumulationSection({ accumulation }: BookYearsResult): readonly Block[] {
  const { rows } = accumulation;
  if (rows.length === 0) return [];
  const unit = columnUnit(rows.flatMap(({ disasters }) => disasters.map(({ mean }) => mean)));
  return [
    heading(`Where it piles up, ${dollarsIn(unit)}`),
    table(accumulation, unit),
    bullets(notes(accumulation)),
  ];
}

function table({ rows, others, tailReturnPeriodYears }: Accumulation, unit: ColumnUnit): Block {
  const hours = rows[0]!.disasters.map((disaster) => `${disaster.hours} h`);
  const headers = ['policies', 'limits', 'premium', ...hours, 'AAL', `1 in ${tailReturnPeriodYears}`];
  return {
    kind: 'table',
    columns: [left('place'), ...headers.map(right)],
    rows: [
      ...byProvider(rows).map((row) => ({ cells: cellsOf(row, unit) })),
      {
        cells: [
          ...['other places', '', '', '', ...hours.map(() => '')],
          ...[percent(others.averageShare), percent(others.tailShare)],
        ],
      },
    ],
  };
}

function cellsOf(row: AccumulationRow, unit: ColumnUnit): string[] {
  return [
    row.region === null ? row.provider : `- ${row.region}`,
    grouped(row.policies),
    cell(row.limitUsd, unit),
    cell(row.premiumUsd, unit),
    ...row.disasters.map(({ mean }) => cell(mean, unit)),
    percent(row.averageShare),
    percent(row.tailShare),
  ];
}

/** Each provider with its regions below it. */
function byProvider(rows: readonly AccumulationRow[]): readonly AccumulationRow[] {
  const providers = rows.filter(({ region }) => region === null);
  return providers.flatMap((all) => [
    all,
    ...rows.filter(({ provider, region }) => provider === all.provider && region !== null),
  ]);
}

function notes({ rows, unknown, outsideCatalogue, tailReturnPeriodYears }: Accumulation): string[] {
  const unlimited = rows.reduce((sum, row) => sum + (row.region === null ? row.unlimited : 0), 0);
  const places = outsideCatalogue.map(({ provider, region }) => [provider, region].filter(Boolean).join(' '));
  return [
    'Policies, limits (the most they pay for one outage) and premium of those that name the place: one that names two counts at both. The row of a provider is all of its regions at once.',
    '24, 48, 72 h: mean gross loss if nobody there had service for so long. Nobody states how often that happens. Policies whose cloud or region is not known are struck by chance, as the market is spread.',
    `AAL, 1 in ${tailReturnPeriodYears}: part of the average gross loss, and of the mean of the years as bad as one in ${tailReturnPeriodYears} or worse, from outages of this place. Both columns add up to the book.`,
    ...(unknown.policies === 0
      ? []
      : [
          `${policies(unknown.policies)} without a provider: limits ${amountInWords(unknown.limitUsd)} in all, at a place that nobody knows.`,
        ]),
    ...(unlimited === 0 ? [] : [`${policies(unlimited)} without a limit: in no sum of limits.`]),
    ...(places.length === 0 ? [] : [`No outages are simulated of ${joinWords(places)}.`]),
  ];
}

function percent(share: number): string {
  return share === 0 ? '0' : share < 0.005 ? '<1 %' : `${Math.round(share * 100)} %`;
}

function policies(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'policy' : 'policies'}`;
}
