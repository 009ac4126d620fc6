import { locate } from '../../outage/scale-nodes.ts';
import { recaptureLeft } from '../../vulnerability/recapture.ts';
import type { RecaptureDecay } from '../../vulnerability/recapture.ts';
import { severityHours } from '../../vulnerability/severity.ts';
import { giveBack, lendBytes, lendUnset } from '../../memory/lent-arrays.ts';
import type { DrawTable } from '../method.ts';
import type { CompiledFootprint, ExposureGroup } from './footprint.ts';

/**
 * What all cells (group × sector × phase) of a footprint share, one entry a draw. Cells are then computed one after the
 * other over all draws, since short loops over columns take a quarter of the time of all cells of one draw after another.
 */
export interface FootprintColumns {
  /** Impairment in each phase, 0–1: [phases][n]. */
  readonly impairment: readonly Float64Array[];
  /** Place between the scale nodes; null when the length is known. */
  readonly place: NodePlaces | null;
  /** Output lost after the end ÷ before it; null when hours of restoration say it. */
  readonly tail: Float64Array | null;
  readonly restoration: {
    readonly place: NodePlaces | null;
    /** Share of exposed, dependent output that is still lost in an hour after the end. */
    readonly afterShare: Float64Array;
  } | null;
  /** Share of the short-outage recapture that is left. */
  readonly leftOnline: Float64Array;
  readonly leftPhysical: Float64Array;
}

/** Places between nodes, as `NodePosition`, one a draw. */
interface NodePlaces {
  readonly index: Uint8Array;
  readonly fraction: Float64Array;
}

/** Reads what the cells share from the first `n` draws of the inputs. */
export function readColumns(model: CompiledFootprint, inputs: DrawTable, n: number): FootprintColumns {
  const { timing, decays } = model;
  const duration = inputs[timing.duration]!;
  const impairment = timing.phases.map((phase) => {
    const column = lendUnset(n);
    const stated = inputs[phase.impairment]!;
    for (let i = 0; i < n; i++) column[i] = stated[i]! * phase.weight;
    if (phase.impairmentIsNumber && model.impairmentScale !== null) {
      const scale = inputs[model.impairmentScale]!;
      for (let i = 0; i < n; i++) column[i] = Math.min(1, column[i]! * scale[i]!);
    }
    return column;
  });
  return {
    impairment,
    place: placesOf(timing.scaleNodes, duration, timing.middleHours, n),
    tail: model.tail === null ? null : inputs[model.tail]!,
    restoration:
      timing.restoration === null
        ? null
        : {
            place: placesOf(timing.restoration.nodes, inputs[timing.restoration.hours]!, 1, n),
            afterShare: afterShares(model, duration, impairment, n),
          },
    leftOnline: recaptureColumn(decays.online, duration, n),
    leftPhysical: recaptureColumn(decays.physical, duration, n),
  };
}

/** Takes back the arrays of `readColumns`. */
export function giveBackColumns({
  impairment,
  place,
  restoration,
  leftOnline,
  leftPhysical,
}: FootprintColumns): void {
  for (const column of [...impairment, leftOnline, leftPhysical]) giveBack(column);
  for (const places of [place, restoration?.place ?? null]) {
    if (places === null) continue;
    giveBack(places.index);
    giveBack(places.fraction);
  }
  if (restoration !== null) giveBack(restoration.afterShare);
}

function placesOf(
  nodes: readonly number[],
  hours: Float64Array,
  unitHours: number,
  n: number,
): NodePlaces | null {
  if (nodes.length === 1) return null;
  const index = lendBytes(n);
  const fraction = lendUnset(n);
  const at = { index: 0, fraction: 0 };
  for (let i = 0; i < n; i++) {
    locate(nodes, hours[i]! / unitHours, at);
    index[i] = at.index;
    fraction[i] = at.fraction;
  }
  return { index, fraction };
}

function recaptureColumn(decay: RecaptureDecay, duration: Float64Array, n: number): Float64Array {
  const left = lendUnset(n);
  for (let i = 0; i < n; i++) {
    // Most outages have one known length.
    left[i] = i > 0 && duration[i] === duration[i - 1] ? left[i - 1]! : recaptureLeft(decay, duration[i]!);
  }
  return left;
}

/** Mean impairment and severity of the hours before the end × the idle share of a recovering firm against a stopped one. */
function afterShares(
  { timing, idleRatio, curve }: CompiledFootprint,
  duration: Float64Array,
  impairment: readonly Float64Array[],
  n: number,
): Float64Array {
  const shares = lendUnset(n);
  let hoursBefore = NaN;
  let meanSeverity = 0;
  for (let i = 0; i < n; i++) {
    const hours = duration[i]!;
    if (hours !== hoursBefore) meanSeverity = hours > 0 ? severityHours(curve, hours) / hours : 0;
    hoursBefore = hours;
    let impairedHours = 0;
    timing.phases.forEach(
      (phase, p) => (impairedHours += impairment[p]![i]! * (phase.toHour - phase.fromHour)),
    );
    shares[i] = idleRatio * (impairedHours / timing.middleHours) * meanSeverity;
  }
  return shares;
}

/** Fills in what stops in one phase of one sector and group before the end, US dollars at full dependence and exposure. */
export function fillPhaseUsd(
  group: ExposureGroup,
  sector: number,
  phase: number,
  { impairment, place }: FootprintColumns,
  usd: Float64Array,
): void {
  const cell = sector * impairment.length + phase;
  const u = impairment[phase]!;
  if (place === null) {
    const kernelUsd = group.kernel[0]![cell]!;
    for (let i = 0; i < usd.length; i++) usd[i] = u[i]! * kernelUsd;
  } else {
    fillBetween(group.kernel, cell, place, usd);
    for (let i = 0; i < usd.length; i++) usd[i] = u[i]! * usd[i]!;
  }
}

/** The same over all phases. */
export function fillStoppedUsd(
  group: ExposureGroup,
  sector: number,
  columns: FootprintColumns,
  usd: Float64Array,
): void {
  const { impairment, place } = columns;
  const phases = impairment.length;
  const start = sector * phases;
  if (place !== null) {
    usd.fill(0);
    const phaseUsd = lendUnset(usd.length);
    for (let p = 0; p < phases; p++) {
      fillPhaseUsd(group, sector, p, columns, phaseUsd);
      for (let i = 0; i < usd.length; i++) usd[i]! += phaseUsd[i]!;
    }
    giveBack(phaseUsd);
    return;
  }
  const kernel = group.kernel[0]!;
  if (phases <= 5) {
    const [[u0, u1, u2, u3, u4], [usd0, usd1, usd2, usd3, usd4]] = fivePhases(kernel, sector, impairment);
    for (let i = 0; i < usd.length; i++) {
      usd[i] = u0[i]! * usd0 + u1[i]! * usd1 + u2[i]! * usd2 + u3[i]! * usd3 + u4[i]! * usd4;
    }
    return;
  }
  usd.fill(0);
  for (let p = 0; p < phases; p++) {
    const u = impairment[p]!;
    const kernelUsd = kernel[start + p]!;
    for (let i = 0; i < usd.length; i++) usd[i]! += u[i]! * kernelUsd;
  }
}

type Five<Value> = readonly [Value, Value, Value, Value, Value];

/** Impairment and US dollars of up to five phases of one sector, for a single loop over the draws; those that are missing add 0. */
function fivePhases(
  kernelUsd: Float64Array,
  sector: number,
  impairment: readonly Float64Array[],
): readonly [Five<Float64Array>, Five<number>] {
  const phases = impairment.length;
  const u = (p: number): Float64Array => impairment[p] ?? impairment[0]!;
  const usd = (p: number): number => (p < phases ? kernelUsd[sector * phases + p]! : 0);
  return [
    [u(0), u(1), u(2), u(3), u(4)],
    [usd(0), usd(1), usd(2), usd(3), usd(4)],
  ];
}

/**
 * Fills in what a sector loses after the end of the outage, US dollars at full dependence and exposure.
 *
 * A tail factor times the loss before the end; or, with hours of restoration, output by local hour from the end until
 * business is normal × mean impairment and severity before it × the idle share of a recovering firm against a stopped one.
 *
 * @param stoppedUsd  as `fillStoppedUsd`
 */
export function fillAfterEndUsd(
  { recovery }: ExposureGroup,
  sector: number,
  stoppedUsd: Float64Array,
  { place, tail, restoration }: FootprintColumns,
  usd: Float64Array,
): void {
  if (recovery === null || restoration === null) {
    for (let i = 0; i < usd.length; i++) usd[i] = stoppedUsd[i]! * tail![i]!;
    return;
  }
  const untilEnd = lendUnset(usd.length);
  fillBetween(recovery.untilEndUsd, sector, place, untilEnd);
  fillBetween(recovery.untilNormalUsd, sector, restoration.place, usd);
  const { afterShare } = restoration;
  for (let i = 0; i < usd.length; i++) usd[i] = Math.max(0, usd[i]! - untilEnd[i]!) * afterShare[i]!;
  giveBack(untilEnd);
}

/**
 * Adds what one group loses of one sector before and after the end, US dollars at full dependence.
 *
 * @param exposure  [n] share of the group that is exposed
 * @param usd  [n] added to
 */
export function addGroupUsd(
  group: ExposureGroup,
  sector: number,
  exposure: Float64Array,
  columns: FootprintColumns,
  usd: Float64Array,
): void {
  const { impairment, place, tail } = columns;
  if (place === null && tail !== null && impairment.length <= 5) {
    addFivePhases(group.kernel[0]!, sector, impairment, exposure, tail, usd);
    return;
  }
  const n = usd.length;
  const [stopped, after] = [lendUnset(n), lendUnset(n)];
  fillStoppedUsd(group, sector, columns, stopped);
  fillAfterEndUsd(group, sector, stopped, columns, after);
  for (let i = 0; i < n; i++) usd[i]! += exposure[i]! * (stopped[i]! + after[i]!);
  giveBack(stopped);
  giveBack(after);
}

/** The usual case in one loop: a known length, a tail factor and at most five phases; those that are missing add 0. */
function addFivePhases(
  kernelUsd: Float64Array,
  sector: number,
  impairment: readonly Float64Array[],
  exposure: Float64Array,
  tail: Float64Array,
  usd: Float64Array,
): void {
  const [[u0, u1, u2, u3, u4], [usd0, usd1, usd2, usd3, usd4]] = fivePhases(kernelUsd, sector, impairment);
  for (let i = 0; i < usd.length; i++) {
    const stopped = u0[i]! * usd0 + u1[i]! * usd1 + u2[i]! * usd2 + u3[i]! * usd3 + u4[i]! * usd4;
    usd[i]! += exposure[i]! * (stopped + stopped * tail[i]!);
  }
}

/** Fills in one amount of every node, taken between the nodes at each draw's place. */
function fillBetween(
  nodes: readonly Float64Array[],
  at: number,
  place: NodePlaces | null,
  usd: Float64Array,
): void {
  if (place === null) {
    usd.fill(nodes[0]![at]!);
    return;
  }
  const { index, fraction } = place;
  const amounts = Float64Array.from(nodes, (node) => node[at]!);
  for (let i = 0; i < usd.length; i++) {
    const low = amounts[index[i]!]!;
    usd[i] = low + (amounts[index[i]! + 1]! - low) * fraction[i]!;
  }
}
