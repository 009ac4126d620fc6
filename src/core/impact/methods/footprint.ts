import { valueAddedPerSale } from '../../exposure/sector-totals.ts';
import { sectorOutputUsd, severityUsd, sharesOf } from '../../exposure/economy.ts';
import type { Timing } from '../../outage/timing.ts';
import type { SeverityCurve } from '../../vulnerability/severity.ts';
import type { RecaptureDecay } from '../../vulnerability/recapture.ts';
import type { CompileContext, CompiledMethod, DrawTable, LossColumns, NotUsed } from '../method.ts';
import { compileOrganisations, organisationsAt } from '../organisations.ts';
import type { Organisations } from '../organisations.ts';
import type { InputIndex, ParameterBook } from '../parameter-book.ts';
import { giveBack, lendFloats, lendUnset } from '../../memory/lent-arrays.ts';
import { addGroupUsd, giveBackColumns, readColumns } from './footprint-columns.ts';

/** Countries that share one exposure to what failed. */
export interface ExposureGroup {
  readonly exposure: InputIndex;
  /** Share of each country, in the order of the economy's countries. */
  readonly countryShares: Float64Array;
  /** [scale nodes][sectors × phases], US dollars at full dependence, exposure and impairment. */
  readonly kernel: readonly Float64Array[];
  /** What each sector makes until the end and until business is normal, US dollars; null when that is unknown. */
  readonly recovery: {
    /** [scale nodes][sectors] */
    readonly untilEndUsd: readonly Float64Array[];
    /** [restoration nodes][sectors] */
    readonly untilNormalUsd: readonly Float64Array[];
  } | null;
}

export interface CompiledFootprint extends CompiledMethod {
  readonly method: 'footprint';
  readonly timing: Timing;
  readonly groups: readonly ExposureGroup[];
  readonly sectors: readonly FootprintSector[];
  readonly decays: { readonly online: RecaptureDecay; readonly physical: RecaptureDecay };
  readonly impairmentScale: InputIndex | null;
  /** Output lost after the end ÷ before it; null when hours of restoration say it. */
  readonly tail: InputIndex | null;
  readonly idleRatio: number;
  readonly curve: SeverityCurve;
  readonly intensity: InputIndex | null;
  readonly scopeShare: InputIndex | null;
  readonly organisations: Organisations | null;
  readonly extraExpense: InputIndex | null;
  /** Share of interrupted output and recapture that rivals inside the economy pick up. */
  readonly rivalsShare: number;
}

export interface FootprintSector {
  readonly dependence: InputIndex;
  /** Share of the sector's value added that can stop at all (real estate: without imputed rent). */
  readonly exposedShare: number;
  readonly recapture: InputIndex;
  readonly online: boolean;
  readonly government: boolean;
  /** Sales ÷ value added. */
  readonly revenueRatio: number;
}

/**
 * Footprint: provider exposure × sector value added × local hour × severity × impairment.
 *
 *   G = φ · Σ_s V_s/8760 · d_s · Σ_p u_p ∫_p a_s(t) σ(t) dt · (1 + tail)        US dollars of value added
 *   lost for good = Σ_s G_s (1 − r_s(D)) (1 − w) + organisations · X            US dollars
 *
 * φ exposure, d dependence, u impairment, r recapture: shares 0–1. Sources: with each parameter.
 */
export function compileFootprint(context: CompileContext): CompiledFootprint | NotUsed {
  const { provider, book, timing, catalog } = context;
  if (context.scope.kind === 'company') return { notUsedBecause: 'only the named companies are asked for' };
  if (provider === null) return { notUsedBecause: 'no provider and region with a known reach is named' };
  const economy = context.economy();
  book.useModelFile(provider.file);
  const path = `exposure.${provider.provider}.${provider.region}`;
  const home = new Set(provider.homeCountries);
  const inScope = (iso2: string): number => (context.inScope(iso2) ? 1 : 0);
  const parts =
    home.size === 0
      ? [{ name: `${path}.world`, shareOf: inScope }]
      : [
          { name: `${path}.home`, shareOf: (iso2: string) => (home.has(iso2) ? inScope(iso2) : 0) },
          { name: `${path}.elsewhere`, shareOf: (iso2: string) => (home.has(iso2) ? 0 : inScope(iso2)) },
        ];
  const exposed = catalog.sectors.map((sector) => book.number(`exposed.${sector.id}`));
  const madeUntil = (shares: Float64Array, hours: number): Float64Array =>
    sectorOutputUsd(economy, shares, hours).map((usd, s) => usd * exposed[s]!);
  const groups = parts
    .map(({ name, shareOf }) => ({ name, countryShares: sharesOf(economy, shareOf) }))
    .filter(({ countryShares }) => countryShares.some((share) => share > 0))
    .map(({ name, countryShares }): ExposureGroup => ({
      exposure: book.draw(name),
      countryShares,
      kernel: timing.scaleNodes.map((_, node) =>
        withoutUnexposed(severityUsd(economy, countryShares, node), exposed, timing),
      ),
      recovery:
        timing.restoration === null
          ? null
          : {
              untilEndUsd: timing.scaleNodes.map((scale) =>
                madeUntil(countryShares, timing.middleHours * scale),
              ),
              untilNormalUsd: timing.restoration.nodes.map((hours) => madeUntil(countryShares, hours)),
            },
    }));
  const organisations = compileOrganisations(context);
  if (organisations === null) {
    book.warn(
      'NO_ORGANISATION_COUNT',
      'affected.businesses',
      'no count of organisations is given, so the cost of repair is left out of one way of counting',
    );
  }
  return {
    method: 'footprint',
    scope: 'whole',
    measure: 'economic-loss',
    fills: ['interrupted', 'recaptured', 'extraExpense', 'corporate', 'revenue'],
    words: 'what the exposed economy makes in those hours, by sector and local hour',
    timing,
    groups,
    sectors: catalog.sectors.map((sector, s): FootprintSector => ({
      exposedShare: exposed[s]!,
      dependence: book.draw(`dependence.${sector.id}`, family(book, 'dependence')),
      recapture: book.draw(`recapture.${sector.id}`, family(book, 'recapture')),
      online: sector.online,
      government: sector.government,
      revenueRatio: 1 / valueAddedPerSale(sector, book),
    })),
    decays: {
      online: {
        delayHours: book.number('recapture-decay.onlineDelayHours'),
        decayHours: book.number('recapture-decay.onlineDecayHours'),
      },
      physical: {
        delayHours: book.number('recapture-decay.physicalDelayHours'),
        decayHours: book.number('recapture-decay.physicalDecayHours'),
      },
    },
    impairmentScale: timing.phases.some((phase) => phase.impairmentIsNumber)
      ? book.draw('footprint.impairmentScale')
      : null,
    tail: timing.restoration === null ? book.draw('footprint.tail') : null,
    idleRatio: timing.restoration === null ? 0 : book.number('restoration.idleRatio'),
    curve: economy.curve,
    intensity: book.has(`${path}.intensity`) ? book.draw(`${path}.intensity`) : null,
    scopeShare: context.scopeShare,
    organisations,
    extraExpense: organisations === null ? null : book.draw('footprint.extraExpenseUsdPerOrganisation'),
    rivalsShare: book.number('rivals.pickupShare'),
  };
}

/** The model error is shared between sectors, so their draws share a common factor; independent ones would narrow the total falsely. */
function family(
  book: ParameterBook,
  name: 'dependence' | 'recapture',
): { stream: string; correlation: number } {
  const path = `sector-correlation.${name}`;
  return { stream: path, correlation: book.number(path) };
}

function withoutUnexposed(kernel: Float64Array, exposed: readonly number[], timing: Timing): Float64Array {
  const phases = timing.phases.length;
  return kernel.map((usd, cell) => usd * exposed[Math.floor(cell / phases)]!);
}

export function evaluateFootprint(
  model: CompiledFootprint,
  inputs: DrawTable,
  out: LossColumns,
  n: number,
): void {
  const columns = readColumns(model, inputs, n);
  const totals = {
    interrupted: lendFloats(n),
    recaptured: lendFloats(n),
    government: lendFloats(n),
    revenue: lendFloats(n),
  };
  const usd = lendUnset(n);
  for (const [s, sector] of model.sectors.entries()) {
    usd.fill(0);
    for (const group of model.groups) addGroupUsd(group, s, inputs[group.exposure]!, columns, usd);
    const left = sector.online ? columns.leftOnline : columns.leftPhysical;
    addSector(sector, usd, inputs[sector.dependence]!, inputs[sector.recapture]!, left, totals);
  }
  const { interrupted, recaptured, government, revenue } = totals;
  for (let i = 0; i < n; i++) {
    const factor = scaleFactor(model, inputs, i);
    const extra =
      model.organisations === null
        ? 0
        : organisationsAt(model.organisations, inputs, i) * inputs[model.extraExpense!]![i]!;
    out.interrupted[i] = interrupted[i]! * factor;
    out.recaptured[i] = recaptured[i]! * factor;
    out.extraExpense[i] = extra;
    out.lost[i] = (interrupted[i]! - recaptured[i]!) * factor * (1 - model.rivalsShare) + extra;
    out.corporate[i] = (interrupted[i]! - government[i]!) * factor + extra;
    out.revenue[i] = revenue[i]! * factor;
  }
  giveBackColumns(columns);
  for (const scratch of [interrupted, recaptured, government, revenue, usd]) giveBack(scratch);
}

/** Adds one sector to the totals of each draw. @param usd  what it loses at full dependence */
function addSector(
  { revenueRatio, government }: FootprintSector,
  usd: Float64Array,
  dependence: Float64Array,
  recapture: Float64Array,
  left: Float64Array,
  totals: Record<'interrupted' | 'recaptured' | 'government' | 'revenue', Float64Array>,
): void {
  const { interrupted, recaptured, revenue } = totals;
  for (let i = 0; i < usd.length; i++) {
    const sectorUsd = usd[i]! * dependence[i]!;
    interrupted[i]! += sectorUsd;
    recaptured[i]! += sectorUsd * recapture[i]! * left[i]!;
    revenue[i]! += sectorUsd * revenueRatio;
  }
  if (government) for (let i = 0; i < usd.length; i++) totals.government[i]! += usd[i]! * dependence[i]!;
}

/** Everything that multiplies all sectors alike: intensity and the scope's share. */
function scaleFactor(model: CompiledFootprint, inputs: DrawTable, i: number): number {
  let factor = 1;
  if (model.intensity !== null) factor *= inputs[model.intensity]![i]!;
  if (model.scopeShare !== null) factor *= inputs[model.scopeShare]![i]!;
  return factor;
}
