import type { EstimateResult, LossSummary, MethodResult } from '../../core/result.ts';
import { cell, columnUnit, rangeCell } from '../amount-column.ts';
import { heading, paragraph, type Block, type TableRow } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { methodNames } from '../names.ts';
import { chanceAbove } from '../quantile-of.ts';
import { roundToTotal } from '../round-to-total.ts';
import { capitalised, joinWords, numberInLetters } from '../words.ts';
import { Decimal } from 'decimal.js';

/** Each method with its own middle and range, so that agreement and quarrel are both seen. */
export function waysToCountSection(result: EstimateResult, context: ReportContext): readonly Block[] {
  const used = result.methods.filter((method) => shownLoss(method) !== null);
  const whole = used.filter((method) => method.scope === 'whole');
  if (used.length === 0 || used.every((method) => shownLoss(method)?.p95 === 0)) return [];
  const count = numberInLetters(whole.length);
  return [
    heading(`${capitalised(count)} ${whole.length === 1 ? 'way' : 'ways'} to count it`),
    table(used, context),
    ...upperEnd(result, whole, context),
    ...notUsed(result),
  ];
}

/** What a way of counting is shown by: with structural error where it has one. */
export function shownLoss(method: MethodResult): LossSummary | null {
  return method.economicLoss ?? method.raw;
}

function table(methods: readonly MethodResult[], { money }: ReportContext): Block {
  const losses = methods.map((method) => shownLoss(method));
  const unit = columnUnit(losses.flatMap((loss) => (loss === null ? [] : [money.convert(loss.p50)])));
  const weights = percents(methods.map((method) => method.weight));
  const rows = methods.map((method, index): TableRow => {
    const loss = losses[index];
    if (loss === null || loss === undefined) return { cells: [] };
    return {
      cells: [
        methodNames[method.method],
        cell(money.convert(loss.p50), unit, money.convert(loss.monteCarloStandardError.p50)),
        rangeCell(loss, money.convert, unit),
        method.scope === 'part' ? 'a floor' : `${weights[index] ?? ''} %`,
      ],
      note: method.words,
    };
  });
  return {
    kind: 'table',
    columns: [
      { header: '', align: 'left' },
      { header: money.columnHead(unit), align: 'right' },
      { header: '9 chances in 10', align: 'right' },
      { header: 'weight', align: 'right' },
    ],
    rows,
    noteHeader: 'what is counted',
  };
}

/** Whole percents that add up as the shares do. */
function percents(shares: readonly number[]): readonly string[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return roundToTotal(
    shares.map((share) => share * 100),
    total * 100,
    new Decimal(1),
  ).parts.map((part) => part.toFixed());
}

/** The top of the range must not look firmer than the one method that it may rest on. */
function upperEnd(
  result: EstimateResult,
  whole: readonly MethodResult[],
  { money }: ReportContext,
): readonly Block[] {
  const pooled = result.economicLoss;
  if (pooled === null || whole.length < 2 || pooled.p95 === 0) return [];
  const above = whole.map((method) => {
    const loss = shownLoss(method);
    return { method, mass: loss === null ? 0 : method.weight * chanceAbove(loss, pooled.p95) };
  });
  const total = above.reduce((sum, entry) => sum + entry.mass, 0);
  const most = above.reduce((best, entry) => (entry.mass > best.mass ? entry : best));
  if (total === 0 || most.mass / total <= 0.5) return [];
  const top = money.say(pooled.p95, pooled.monteCarloStandardError.p95);
  return [
    paragraph(
      `The upper end rests on one of them: of the outcomes above ${top}, most come from counting ${methodNames[most.method.method]}.`,
    ),
  ];
}

function notUsed(result: EstimateResult): readonly Block[] {
  const absent = result.methods.filter((method) => method.notUsedBecause !== null);
  if (absent.length === 0) return [];
  const reasons = [...new Set(absent.map((method) => method.notUsedBecause))];
  const groups = reasons.map((reason) => {
    const names = absent.filter((method) => method.notUsedBecause === reason);
    return `${joinWords(names.map((method) => methodNames[method.method]))} (${reason ?? ''})`;
  });
  return [paragraph(`Not used: ${groups.join('; ')}.`)];
}
