import type { EstimateResult, NamedAmount } from '../../core/result.ts';
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
  const last = result.waterfall.at(-1);
  if (last === undefined) return [];
  const steps = result.waterfall.slice(0, -1).filter((entry) => entry.usd !== 0);
  // One step alone explains nothing: some ways of counting start at what was lost for good.
  if (steps.length === 0) return [];
  const column = addingColumn(
    steps.map((entry) => money.convert(entry.usd)),
    money.convert(last.usd),
  );
  const rows: TableRow[] = steps.map((entry, index) => ({
    cells: [stepNames[entry.step], signed(column.parts[index] ?? '', index)],
  }));
  return [
    heading('From interrupted to lost (average of the middle tenth of the outcomes; adds up)'),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: money.columnHead(column.unit), align: 'right' },
      ],
      rows: [...rows, { cells: [stepNames[last.step], column.total], total: true }],
    },
  ];
}

function signed(figure: string, index: number): string {
  return index === 0 || figure.startsWith('-') ? figure : `+${figure}`;
}

/** The same loss by sector: the largest, then all others together. */
export function sectorsSection(result: EstimateResult, { money }: ReportContext): readonly Block[] {
  return splitSection('sector', result.bySector, 6, money);
}

/** The same loss by country; nothing to split when there is only one. */
export function countriesSection(result: EstimateResult, { money }: ReportContext): readonly Block[] {
  return result.byCountry.length < 2 ? [] : splitSection('country', result.byCountry, 5, money);
}

function splitSection(
  noun: 'sector' | 'country',
  amounts: readonly NamedAmount[],
  most: number,
  money: Money,
): readonly Block[] {
  const { shown, total } = largestFirst(amounts, most, noun);
  // One row would only repeat the total.
  if (total === 0 || shown.length < 2) return [];
  const column = addingColumn(
    shown.map((entry) => money.convert(entry.usd)),
    money.convert(total),
  );
  return [
    heading(`${capitalised(noun)} by ${noun} (the same ${amountWithUnit(column)}, split)`),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: money.columnHead(column.unit), align: 'right' },
      ],
      rows: shown.map((entry, index) => ({ cells: [entry.title, column.parts[index] ?? ''] })),
    },
  ];
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
