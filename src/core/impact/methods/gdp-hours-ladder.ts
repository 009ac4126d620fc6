import { flatUsdPerHour, sharesOf } from '../../exposure/economy.ts';
import { sectorTotals } from '../../exposure/sector-totals.ts';
import { effectiveHours, restorationTail } from '../../outage/effective-hours.ts';
import type { Timing } from '../../outage/timing.ts';
import type { CompileContext, CompiledMethod, DrawTable, LossColumns, NotUsed } from '../method.ts';
import type { InputIndex } from '../parameter-book.ts';

/** One country with the share of it that was cut off. */
interface CoveredCountry {
  readonly iso2: string;
  readonly usdPerHour: number;
  /** Null: all of it. */
  readonly share: InputIndex | null;
}

export interface CompiledLadder extends CompiledMethod {
  readonly method: 'gdp-hours-ladder';
  readonly timing: Timing;
  readonly countries: readonly CoveredCountry[];
  readonly fraction: InputIndex;
  readonly maximumFraction: number;
  /** A partial cloud failure, weighed by impairment and followed by catch-up; null for rungs that are losses already. */
  readonly partial: {
    readonly impairmentScale: InputIndex | null;
    readonly recapture: InputIndex;
    /** Factor for what is lost after the end; null when the hours of restoration say it. */
    readonly tail: InputIndex | null;
    readonly idleRatio: number;
  } | null;
  readonly scopeShare: InputIndex | null;
  readonly privateShare: number;
  readonly revenueRatio: number;
  readonly rivalsShare: number;
}

/**
 * GDP-hours ladder: flat GDP of the hours × share cut off × the fraction of it that past events of this kind cost.
 *
 *   lost for good = GDP/8760 · D · cover · f            (Σ u h for D where impairment is stated)      US dollars
 *   one cloud region: G = GDP/8760 · (Σ u h) · f · tail, lost = G (1 − r)(1 − w)
 *
 * f is a loss fraction: what was lost ÷ what the area produces in the window, at most `maximumFraction`.
 */
export function compileLadder(context: CompileContext): CompiledLadder | NotUsed {
  const { kind, book, timing, scope } = context;
  if (scope.kind === 'company') return { notUsedBecause: 'only the named companies are asked for' };
  const rung = context.scenario.affected.coverage.length > 0 ? kind.ladderRung : context.provider?.ladderRung;
  if (rung === undefined) {
    return { notUsedBecause: 'past losses give no fraction of GDP for what failed' };
  }
  const countries = coveredCountries(context);
  if (countries.length === 0) {
    return { notUsedBecause: 'no country is named that was cut off or is home to what failed' };
  }
  book.useModelFile(kind.file);
  const partial = rung === 'cloud-region';
  return {
    method: 'gdp-hours-ladder',
    scope: 'whole',
    measure: 'economic-loss',
    fills: partial ? ['interrupted', 'recaptured', 'extraExpense', 'corporate', 'revenue'] : [],
    words: `the fraction of GDP that past outages of this kind cost, in ${namesOf(context, countries)}`,
    timing,
    countries,
    fraction: book.draw(`ladder.${rung}`),
    maximumFraction: book.number('ladder.maximumFraction'),
    partial: partial
      ? {
          impairmentScale: timing.phases.some((phase) => phase.impairmentIsNumber)
            ? book.draw('ladder.impairmentScale')
            : null,
          recapture: book.draw('ladder.recapture'),
          tail: timing.restoration === null ? book.draw('ladder.tail') : null,
          idleRatio: timing.restoration === null ? 0 : book.number('restoration.idleRatio'),
        }
      : null,
    scopeShare: context.scopeShare,
    ...sectorTotals(context.catalog.sectors, book),
    rivalsShare: book.number('rivals.pickupShare'),
  };
}

function namesOf({ catalog }: CompileContext, countries: readonly CoveredCountry[]): string {
  return countries
    .map(({ iso2 }) => catalog.countries.find((country) => country.iso2 === iso2)!.name)
    .join(', ');
}

function coveredCountries(context: CompileContext): CoveredCountry[] {
  const { book, scenario, provider } = context;
  const economy = context.economy();
  const usdPerHour = (iso2: string): number =>
    flatUsdPerHour(
      economy,
      sharesOf(economy, (code) => (code === iso2 ? 1 : 0)),
    );
  const covered = scenario.affected.coverage.map((row, i) => ({
    iso2: row.country,
    usdPerHour: usdPerHour(row.country),
    share: book.fact(
      `affected.coverage[${i}].share`,
      row.share,
      { min: 0, max: 1 },
      {
        unit: 'share',
        words: 'how much of the country was cut off',
        source: row.source,
      },
    ),
  }));
  const homes = (provider?.homeCountries ?? []).map((iso2) => ({
    iso2,
    usdPerHour: usdPerHour(iso2),
    share: null,
  }));
  const rows: CoveredCountry[] = covered.length > 0 ? covered : homes;
  return rows.filter((row) => context.inScope(row.iso2));
}

export function evaluateLadder(model: CompiledLadder, inputs: DrawTable, out: LossColumns, n: number): void {
  for (let i = 0; i < n; i++) {
    let usdPerHour = 0;
    for (const country of model.countries) {
      usdPerHour += country.usdPerHour * (country.share === null ? 1 : inputs[country.share]![i]!);
    }
    if (model.scopeShare !== null) usdPerHour *= inputs[model.scopeShare]![i]!;
    const fraction = Math.min(model.maximumFraction, inputs[model.fraction]![i]!);
    const duration = inputs[model.timing.duration]![i]!;
    if (model.partial === null) {
      // Rungs are losses of whole blackouts; only what the scenario itself says makes one partial.
      const hours = model.timing.impairmentStated ? effectiveHours(model.timing, inputs, i) : duration;
      out.lost[i] = usdPerHour * hours * fraction;
      continue;
    }
    const { impairmentScale, recapture, tail, idleRatio } = model.partial;
    const scale = impairmentScale === null ? 1 : inputs[impairmentScale]![i]!;
    const hours = Math.min(duration, effectiveHours(model.timing, inputs, i) * scale);
    const tailFactor =
      tail === null
        ? 1 + restorationTail(inputs[model.timing.restoration!.hours]![i]!, duration, idleRatio)
        : inputs[tail]![i]!;
    const interrupted = usdPerHour * hours * fraction * tailFactor;
    out.interrupted[i] = interrupted;
    out.recaptured[i] = interrupted * inputs[recapture]![i]!;
    out.extraExpense[i] = 0;
    out.lost[i] = (interrupted - out.recaptured[i]!) * (1 - model.rivalsShare);
    out.corporate[i] = interrupted * model.privateShare;
    out.revenue[i] = interrupted * model.revenueRatio;
  }
}
