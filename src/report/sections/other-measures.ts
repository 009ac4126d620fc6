import type { EstimateResult, MeasureId, ScopedLoss } from '../../core/result.ts';
import { cell, columnUnit, rangeCell } from '../amount-column.ts';
import { heading, type Block } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { measureNames } from '../names.ts';

const order: readonly MeasureId[] = [
  'economic-loss',
  'interrupted-output',
  'corporate-interruption',
  'revenue',
  'cost',
  'profit',
  'insured-industry',
  'household-time',
];

/** Other figures that the press quotes for the same event; each has its own meaning, none is added to another. */
export function otherMeasuresSection(result: EstimateResult, { money }: ReportContext): readonly Block[] {
  const headline = result.economicLoss;
  const others = order.flatMap((id): ScopedLoss[] => {
    const loss = result.measures[id];
    const same = loss?.measure === (headline?.measure ?? 'economic-loss');
    return loss === undefined || same || loss.p95 === 0 ? [] : [loss];
  });
  if (others.length === 0) return [];
  const unit = columnUnit(others.map((loss) => money.convert(loss.p50)));
  return [
    heading('Other measures, not to be added to each other'),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: money.columnHead(unit), align: 'right' },
        { header: '9 chances in 10', align: 'right' },
      ],
      rows: others.map((loss) => {
        const scope = loss.scope === headline?.scope || headline === null ? '' : ` (${loss.scope})`;
        return {
          cells: [
            `${measureNames[loss.measure]}${scope}`,
            cell(money.convert(loss.p50), unit, money.convert(loss.monteCarloStandardError.p50)),
            rangeCell(loss, money.convert, unit),
          ],
        };
      }),
    },
  ];
}
