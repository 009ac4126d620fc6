import type { EstimateResult, NamedAmount, WaterfallStep } from '../../core/result.ts';
import { Decimal } from 'decimal.js';
import { digitStep } from '../amounts.ts';
import { addingColumn, type ColumnUnit } from '../amount-column.ts';
import { heading, type Block, type TableRow } from '../blocks.ts';
import type { Money, ReportContext } from '../context.ts';
import { stepNames } from '../names.ts';
import { capitalised, plural } from '../words.ts';

/** The steps from what was interrupted to what was lost for good; the printed figures add up. */
export function fromInterruptedToLostSection(
  result: EstimateResult,
  { money }: ReportContext,
): readonly Block[] {
  const split = waterfallColumn(result, money);
  if (split === null) return [];
  const { steps, unit } = split;
  const rows = steps.map(({ step, figure }, index): TableRow => ({
    cells: [stepNames[step], figure],
    ...(index === steps.length - 1 ? { total: true } : {}),
  }));
  return [
    heading('From interrupted to lost (average of the middle tenth of the outcomes; adds up)'),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: money.columnHead(unit), align: 'right' },
      ],
      rows,
    },
  ];
}

/** One step of the way from interrupted to lost, with its figure as printed: `0.94`, `-0.61`, `+0.15`. */
export interface PrintedStep {
  readonly step: WaterfallStep;
  readonly usd: number;
  readonly figure: string;
}

/** The steps that are not nothing, the last one the result; null when there is nothing to explain. */
export function waterfallColumn(
  { waterfall }: EstimateResult,
  money: Money,
): { readonly steps: readonly PrintedStep[]; readonly unit: ColumnUnit } | null {
  const last = waterfall.at(-1);
  const steps = waterfall.slice(0, -1).filter((entry) => entry.usd !== 0);
  // One step alone explains nothing: some ways of counting start at what was lost for good.
  if (last === undefined || steps.length === 0) return null;
  const column = addingColumn(
    steps.map((entry) => money.convert(entry.usd)),
    money.convert(last.usd),
  );
  const printed = steps.map((entry, index) => ({
    ...entry,
    figure: signed(column.parts[index] ?? '', index),
  }));
  return { steps: [...printed, { ...last, figure: column.total }], unit: column.unit };
}

function signed(figure: string, index: number): string {
  return index === 0 || figure.startsWith('-') ? figure : `+${figure}`;
}

/** Rows of the split by sector, besides the rest. */
const MOST_SECTORS = 6;

/** The same loss by sector: the largest, then all others together. */
export function sectorsSection(result: EstimateResult, { money }: ReportContext): readonly Block[] {
  return splitSection('sector', result.bySector, MOST_SECTORS, money);
}

/** The same loss by country; nothing to split when there is only one. */
export function countriesSection(result: EstimateResult, { money }: ReportContext): readonly Block[] {
  return result.byCountry.length < 2 ? [] : splitSection('country', result.byCountry, 5, money);
}

/** The same loss by hour, for forms that have room for many rows; nothing when it is not known by hour. */
export function hoursSection({ timeline }: EstimateResult, { money }: ReportContext): readonly Block[] {
  const total = timeline.reduce((sum, { usd }) => sum + usd, 0);
  if (timeline.length < 3 || total === 0) return [];
  const column = addingColumn(
    timeline.map(({ usd }) => money.convert(usd)),
    money.convert(total),
  );
  return [
    heading(`Hour by hour (the same ${amountWithUnit(column)}, split)`),
    {
      kind: 'table',
      columns: [
        { header: 'from hour', align: 'left' },
        { header: money.columnHead(column.unit), align: 'right' },
      ],
      rows: timeline.map(({ fromHour }, index) => ({
        cells: [
          fromHour === null ? 'after the end' : String(Number(fromHour.toFixed(1))),
          column.parts[index] ?? '',
        ],
      })),
    },
  ];
}

function splitSection(
  noun: 'sector' | 'country',
  amounts: readonly NamedAmount[],
  most: number,
  money: Money,
): readonly Block[] {
  const split = splitColumn(noun, amounts, most, money);
  if (split === null) return [];
  const { rows, ...column } = split;
  return [
    heading(`${capitalised(noun)} by ${noun} (the same ${amountWithUnit(column)}, split)`),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: money.columnHead(column.unit), align: 'right' },
      ],
      rows: rows.map(({ title, figure }) => ({ cells: [title, figure] })),
    },
  ];
}

/** The sectors as the report lists them. */
export function sectorColumn({ bySector }: EstimateResult, money: Money): PrintedSplit | null {
  return splitColumn('sector', bySector, MOST_SECTORS, money);
}

/** Parts of one loss with their figures as printed, and the total that these add up to. */
export interface PrintedSplit {
  readonly rows: readonly { readonly title: string; readonly usd: number; readonly figure: string }[];
  readonly unit: ColumnUnit;
  readonly total: string;
}

function splitColumn(
  noun: 'sector' | 'country',
  amounts: readonly NamedAmount[],
  most: number,
  money: Money,
): PrintedSplit | null {
  const { shown, total } = largestFirst(amounts, most, noun);
  // One row would only repeat the total.
  if (total === 0 || shown.length < 2) return null;
  const column = addingColumn(
    shown.map((entry) => money.convert(entry.usd)),
    money.convert(total),
  );
  const rows = shown.map((entry, index) => ({ ...entry, figure: column.parts[index] ?? '' }));
  return { rows, unit: column.unit, total: column.total };
}

function amountWithUnit(column: { readonly unit: ColumnUnit; readonly total: string }): string {
  return column.unit.name === '' ? column.total : `${column.total} ${column.unit.name}`;
}

/** The `most` largest amounts and one row for the rest. */
export function largestFirst(
  amounts: readonly NamedAmount[],
  most: number,
  noun: 'sector' | 'country',
): { readonly shown: readonly { readonly title: string; readonly usd: number }[]; readonly total: number } {
  const sorted = amounts.filter((entry) => entry.usd !== 0).sort((a, b) => b.usd - a.usd);
  const total = sorted.reduce((sum, entry) => sum + entry.usd, 0);
  // A row that would print as 0.00 says nothing: it goes to the others.
  const least = digitStep(new Decimal(total === 0 ? 1 : total), 2).toNumber();
  const listed = sorted.filter((entry) => entry.usd >= least).slice(0, most);
  if (sorted.length <= listed.length + 1) return { shown: sorted, total };
  const rest = sorted.slice(listed.length);
  const others = noun === 'country' ? `${rest.length} other countries` : plural(rest.length, 'other sector');
  const restUsd = rest.reduce((sum, entry) => sum + entry.usd, 0);
  return { shown: [...listed, { title: others, usd: restUsd }], total };
}
