import { sectorOutputUsd, severityUsd, sharesOf } from '../../exposure/economy.ts';
import { locate } from '../../outage/scale-nodes.ts';
import type { NodePosition } from '../../outage/scale-nodes.ts';
import type { Timing } from '../../outage/timing.ts';
import { severityHours } from '../../vulnerability/severity.ts';
import type { SeverityCurve } from '../../vulnerability/severity.ts';
import { recaptureLeft } from '../../vulnerability/recapture.ts';
import type { RecaptureDecay } from '../../vulnerability/recapture.ts';
import type { CompileContext, CompiledMethod, DrawTable, LossColumns, NotUsed } from '../method.ts';
import { compileOrganisations, organisationsAt } from '../organisations.ts';
import type { Organisations } from '../organisations.ts';
import type { InputIndex, ParameterBook } from '../parameter-book.ts';

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
  /** Gross output ÷ value added. */
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
      revenueRatio: sector.grossOutputUsd / sector.valueAddedUsd,
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

/** Scratch of one evaluation, so that the loop over draws allocates nothing. */
export interface Scratch {
  readonly impairment: Float64Array;
  readonly node: NodePosition;
  readonly restorationNode: NodePosition;
  /** Share of exposed, dependent output that is still lost in an hour after the end. */
  afterShare: number;
}

export function footprintScratch(model: CompiledFootprint): Scratch {
  return {
    impairment: new Float64Array(model.timing.phases.length),
    node: { index: 0, fraction: 0 },
    restorationNode: { index: 0, fraction: 0 },
    afterShare: 0,
  };
}

/** Reads one draw's impairments and place between the scale nodes. */
export function readDraw(model: CompiledFootprint, inputs: DrawTable, draw: number, scratch: Scratch): void {
  const { timing } = model;
  const scale = model.impairmentScale === null ? 1 : inputs[model.impairmentScale]![draw]!;
  for (let p = 0; p < timing.phases.length; p++) {
    const phase = timing.phases[p]!;
    const u = inputs[phase.impairment]![draw]! * phase.weight;
    scratch.impairment[p] = phase.impairmentIsNumber ? Math.min(1, u * scale) : u;
  }
  const duration = inputs[timing.duration]![draw]!;
  locate(timing.scaleNodes, duration / timing.middleHours, scratch.node);
  if (timing.restoration === null) return;
  locate(timing.restoration.nodes, inputs[timing.restoration.hours]![draw]!, scratch.restorationNode);
  const meanSeverity = duration > 0 ? severityHours(model.curve, duration) / duration : 0;
  scratch.afterShare = model.idleRatio * meanImpairment(timing, scratch.impairment) * meanSeverity;
}

/** Impairment of the average hour from the start to the end. */
function meanImpairment(timing: Timing, impairment: Float64Array): number {
  let hours = 0;
  timing.phases.forEach((phase, p) => (hours += impairment[p]! * (phase.toHour - phase.fromHour)));
  return hours / timing.middleHours;
}

/**
 * What a sector loses after the end of the outage, US dollars at full dependence and exposure.
 *
 * A tail factor times the loss before the end; or, with hours of restoration, output by local hour from the end until
 * business is normal × mean impairment and severity before it × the idle share of a recovering firm against a stopped one.
 */
export function afterEndUsd(
  group: ExposureGroup,
  sector: number,
  beforeEndUsd: number,
  tail: number,
  scratch: Scratch,
): number {
  if (group.recovery === null) return beforeEndUsd * tail;
  const untilEnd = between(group.recovery.untilEndUsd, sector, scratch.node);
  const untilNormal = between(group.recovery.untilNormalUsd, sector, scratch.restorationNode);
  return Math.max(0, untilNormal - untilEnd) * scratch.afterShare;
}

function between(nodes: readonly Float64Array[], sector: number, at: NodePosition): number {
  const low = nodes[at.index]![sector]!;
  return at.fraction === 0 ? low : low + (nodes[at.index + 1]![sector]! - low) * at.fraction;
}

/** US dollars of one sector in one phase and group at full dependence and impairment, between the nodes. */
export function kernelAt(group: ExposureGroup, cell: number, node: NodePosition): number {
  const low = group.kernel[node.index]![cell]!;
  if (node.fraction === 0) return low;
  return low + (group.kernel[node.index + 1]![cell]! - low) * node.fraction;
}

export function evaluateFootprint(
  model: CompiledFootprint,
  inputs: DrawTable,
  out: LossColumns,
  n: number,
): void {
  const scratch = footprintScratch(model);
  const dependence = model.sectors.map((sector) => inputs[sector.dependence]!);
  const recapture = model.sectors.map((sector) => inputs[sector.recapture]!);
  const sectorUsd = new Float64Array(model.sectors.length);
  for (let i = 0; i < n; i++) {
    readDraw(model, inputs, i, scratch);
    const duration = inputs[model.timing.duration]![i]!;
    const tail = model.tail === null ? 0 : inputs[model.tail]![i]!;
    const leftOnline = recaptureLeft(model.decays.online, duration);
    const leftPhysical = recaptureLeft(model.decays.physical, duration);
    sectorUsd.fill(0);
    for (const group of model.groups) addGroup(group, inputs[group.exposure]![i]!, tail, scratch, sectorUsd);
    let interrupted = 0;
    let recaptured = 0;
    let government = 0;
    let revenue = 0;
    for (let s = 0; s < model.sectors.length; s++) {
      const sector = model.sectors[s]!;
      const usd = sectorUsd[s]! * dependence[s]![i]!;
      interrupted += usd;
      recaptured += usd * recapture[s]![i]! * (sector.online ? leftOnline : leftPhysical);
      if (sector.government) government += usd;
      revenue += usd * sector.revenueRatio;
    }
    const factor = scaleFactor(model, inputs, i);
    const extra =
      model.organisations === null
        ? 0
        : organisationsAt(model.organisations, inputs, i) * inputs[model.extraExpense!]![i]!;
    out.interrupted[i] = interrupted * factor;
    out.recaptured[i] = recaptured * factor;
    out.extraExpense[i] = extra;
    out.lost[i] = (interrupted - recaptured) * factor * (1 - model.rivalsShare) + extra;
    out.corporate[i] = (interrupted - government) * factor + extra;
    out.revenue[i] = revenue * factor;
  }
}

/** Adds what one group of countries loses on one draw, by sector, at full dependence. */
function addGroup(
  group: ExposureGroup,
  exposure: number,
  tail: number,
  scratch: Scratch,
  sectorUsd: Float64Array,
): void {
  const { impairment, node } = scratch;
  const low = group.kernel[node.index]!;
  const high = node.fraction === 0 ? low : group.kernel[node.index + 1]!;
  const phases = impairment.length;
  for (let s = 0, cell = 0; s < sectorUsd.length; s++) {
    let stopped = 0;
    // Most outages have one known length, between no nodes.
    if (high === low) {
      for (let p = 0; p < phases; p++, cell++) stopped += impairment[p]! * low[cell]!;
    } else {
      for (let p = 0; p < phases; p++, cell++) {
        stopped += impairment[p]! * (low[cell]! + (high[cell]! - low[cell]!) * node.fraction);
      }
    }
    const after = group.recovery === null ? stopped * tail : afterEndUsd(group, s, stopped, tail, scratch);
    sectorUsd[s]! += exposure * (stopped + after);
  }
}

/** Everything that multiplies all sectors alike: intensity and the scope's share. */
function scaleFactor(model: CompiledFootprint, inputs: DrawTable, i: number): number {
  let factor = 1;
  if (model.intensity !== null) factor *= inputs[model.intensity]![i]!;
  if (model.scopeShare !== null) factor *= inputs[model.scopeShare]![i]!;
  return factor;
}
