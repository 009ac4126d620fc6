import { refuse, textOf, type Row } from './row.ts';

/** US dollars for one unit of the currency in a column; 0 when refused. */
export function usdPerUnitOf<Column extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  { usdPerUnit }: { readonly usdPerUnit: ReadonlyMap<string, number> },
): number {
  const rate = usdPerUnit.get(textOf(row, column));
  if (rate === undefined)
    refuse(row, column, 'is no currency with an exchange rate; write a code such as USD');
  return rate ?? 0;
}
