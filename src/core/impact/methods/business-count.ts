import type { Catalog } from '../../catalog.ts';
import { sectorTotals } from '../../exposure/sector-totals.ts';
import { gdpUsd } from '../../exposure/value-added.ts';
import { countOf } from '../../outage/dated-facts.ts';
import { effectiveHours, restorationTail } from '../../outage/effective-hours.ts';
import type { Timing } from '../../outage/timing.ts';
import type { BusinessCount, FirmSize } from '../../scenario.ts';
import { HOURS_PER_YEAR } from '../../units/time.ts';
import type { CompileContext, CompiledMethod, DrawTable, LossColumns, NotUsed } from '../method.ts';
import { businessCountAbout, businessCountBounds } from '../organisations.ts';
import type { InputIndex } from '../parameter-book.ts';

/** Firms of one size: `share` of a counted number, times the coverage multiplier less one for firms no list names. */
interface FirmGroup {
  readonly count: InputIndex;
  readonly share: number;
  readonly unnamed: boolean;
  /** Value added per firm and year, US dollars: known, or an input. */
  readonly valueAddedUsd: number | null;
  readonly valueAddedInput: InputIndex | null;
  readonly extraExpense: InputIndex;
}

export interface CompiledBusinessCount extends CompiledMethod {
  readonly method: 'business-count';
  readonly timing: Timing;
  readonly groups: readonly FirmGroup[];
  readonly multiplier: InputIndex | null;
  readonly countFactor: InputIndex;
  readonly valueAddedFactor: InputIndex;
  /** Share of a firm's output that stops: one input where its own systems stop, a product where a supplier failed. */
  readonly stopped: readonly InputIndex[];
  readonly recapture: InputIndex;
  readonly tail: InputIndex | null;
  readonly idleRatio: number;
  readonly revenueRatio: number;
  readonly rivalsShare: number;
}

/**
 * Firm counts: firms × value added per hour × hours of full outage × share of their work that stops.
 *
 *   G = Σ_z n_z VA_z / 8760 · (Σ u h) · q · (1 + tail)                   US dollars of value added
 *   lost for good = G (1 − r)(1 − w) + Σ_z n_z X_z                      US dollars
 *
 * A list of names is a floor: it is multiplied by what such lists miss, and the firms added are small ones.
 * A survey's cost per hour is never applied to such counts.
 */
export function compileBusinessCount(context: CompileContext): CompiledBusinessCount | NotUsed {
  if (context.scope.kind === 'company') return { notUsedBecause: 'only the named companies are asked for' };
  const complete = countOf(context.scenario, ['named', 'all']);
  const used = complete ?? countOf(context.scenario, ['part']);
  if (used === null) return { notUsedBecause: 'no number of businesses is given' };
  const { book, kind, timing, catalog } = context;
  book.useData('firmClasses');
  const supplier = kind.stops === 'supplier';
  const named = used.fact.counted === 'named';
  return {
    method: 'business-count',
    scope: complete === null ? 'part' : 'whole',
    measure: 'economic-loss',
    // What organisations whose own systems stopped bear themselves is a cost; behind a supplier it is not known.
    fills: [
      'interrupted',
      'recaptured',
      'extraExpense',
      'corporate',
      'revenue',
      ...(supplier ? [] : (['cost'] as const)),
    ],
    words: wordsFor(used.fact, complete === null),
    timing,
    groups: groupsOf(context, used.fact, used.index),
    multiplier: named ? book.draw('business-count.coverageMultiplier') : null,
    countFactor: book.draw('business-count.countFactor'),
    valueAddedFactor: book.draw('business-count.valueAddedFactor'),
    stopped: supplier
      ? [book.draw('business-count.dependency'), book.draw('business-count.lostShare')]
      : [book.draw('business-count.idleShare')],
    recapture: book.draw(supplier ? 'business-count.recaptureSupplier' : 'business-count.recaptureOwn'),
    tail:
      timing.restoration === null
        ? book.draw(supplier ? 'business-count.tailSupplier' : 'business-count.tailOwn')
        : null,
    idleRatio: timing.restoration === null ? 0 : book.number('restoration.idleRatio'),
    revenueRatio: sectorTotals(catalog.sectors, book).revenueRatio,
    rivalsShare: book.number('rivals.pickupShare'),
  };
}

function wordsFor(fact: BusinessCount, part: boolean): string {
  if (part) return 'the counted firms only, a part of all that were hit';
  return fact.counted === 'named'
    ? 'firms named in reports, with an allowance for those no list names'
    : 'all organisations counted as hit, by size';
}

function groupsOf(context: CompileContext, fact: BusinessCount, index: number): FirmGroup[] {
  const { book } = context;
  const path = `affected.businesses[${index}]`;
  const about = { ...businessCountAbout, source: fact.source };
  const total = (): InputIndex => book.fact(`${path}.count`, fact.count, businessCountBounds, about);
  const counted =
    fact.groups.length > 0
      ? fact.groups.map((group, g) => {
          const at = `${path}.groups[${g}].count`;
          return firmGroup(
            context,
            book.fact(at, group.count, businessCountBounds, about),
            group.size,
            1,
            false,
          );
        })
      : sizesUnknown(context, fact, total());
  return fact.counted === 'named' ? [...counted, ...unnamedFirms(context, total())] : counted;
}

/** A full count of organisations is mostly small ones; a list of names is mostly large firms. */
function sizesUnknown(context: CompileContext, fact: BusinessCount, count: InputIndex): FirmGroup[] {
  if (fact.counted === 'all') return [firmGroup(context, count, '<500', 1, false)];
  const large = context.book.number('business-count.largeShareOfNamed');
  return [
    firmGroup(context, count, '500+', large, false),
    firmGroup(context, count, '100-499', 1 - large, false),
  ];
}

/** Firms that no list names, by size; none of them large, since large ones get noticed. */
function unnamedFirms(context: CompileContext, count: InputIndex): FirmGroup[] {
  const sizes = [
    ['100-499', 'extraShare100to499'],
    ['20-99', 'extraShare20to99'],
    ['<20', 'extraShareUnder20'],
  ] as const;
  return sizes.map(([size, name]) =>
    firmGroup(context, count, size, context.book.number(`business-count.${name}`), true),
  );
}

function firmGroup(
  context: CompileContext,
  count: InputIndex,
  size: FirmSize,
  share: number,
  unnamed: boolean,
): FirmGroup {
  const { book } = context;
  const known = knownValueAdded(context.catalog, size, context);
  const extra =
    size === 'fortune-500'
      ? 'extraExpenseUsdFortune500'
      : size === '500+'
        ? 'extraExpenseUsdLarge'
        : 'extraExpenseUsdOther';
  return {
    count,
    share,
    unnamed,
    valueAddedUsd: known,
    valueAddedInput:
      known === null
        ? book.draw(`business-count.${size === '<500' ? 'valueAddedUsdOther' : 'valueAddedUsdFortune500'}`)
        : null,
    extraExpense: book.draw(`business-count.${extra}`),
  };
}

/** Classes that the US census counts have value added from the tables, brought to the outage's year; others are judged. */
function knownValueAdded(catalog: Catalog, size: FirmSize, context: CompileContext): number | null {
  const firmClass = catalog.firmClasses.find((row) => row.size === size);
  if (firmClass === undefined) return null;
  const us = catalog.countries.find((country) => country.iso2 === 'US')!;
  const growth = context.book.number('growth.nominalShare');
  const toYear = gdpUsd(catalog, us, context.year, growth) / gdpUsd(catalog, us, TABLE_YEAR, growth);
  return firmClass.valueAddedUsdPerFirm * toYear;
}

/** Year of the US value-added table. */
const TABLE_YEAR = 2023;

export function evaluateBusinessCount(
  model: CompiledBusinessCount,
  inputs: DrawTable,
  out: LossColumns,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const beyondNamed = model.multiplier === null ? 0 : inputs[model.multiplier]![i]! - 1;
    const countFactor = inputs[model.countFactor]![i]!;
    let usdPerYear = 0;
    let extra = 0;
    for (const group of model.groups) {
      const firms = inputs[group.count]![i]! * group.share * (group.unnamed ? beyondNamed : 1) * countFactor;
      usdPerYear += firms * (group.valueAddedUsd ?? inputs[group.valueAddedInput!]![i]!);
      extra += firms * inputs[group.extraExpense]![i]!;
    }
    let stopped = 1;
    for (const share of model.stopped) stopped *= inputs[share]![i]!;
    const duration = inputs[model.timing.duration]![i]!;
    const tail =
      model.tail === null
        ? restorationTail(inputs[model.timing.restoration!.hours]![i]!, duration, model.idleRatio)
        : inputs[model.tail]![i]!;
    const interrupted =
      ((usdPerYear * inputs[model.valueAddedFactor]![i]!) / HOURS_PER_YEAR) *
      effectiveHours(model.timing, inputs, i) *
      stopped *
      (1 + tail);
    const recaptured = interrupted * inputs[model.recapture]![i]!;
    out.interrupted[i] = interrupted;
    out.recaptured[i] = recaptured;
    out.extraExpense[i] = extra;
    out.lost[i] = (interrupted - recaptured) * (1 - model.rivalsShare) + extra;
    out.corporate[i] = interrupted + extra;
    out.revenue[i] = interrupted * model.revenueRatio;
    out.cost[i] = interrupted - recaptured + extra;
  }
}
