import { SLOTS_PER_WEEK } from '../../outage/activity.ts';
import { severityHours } from '../../vulnerability/severity.ts';
import type { SeverityCurve } from '../../vulnerability/severity.ts';

/** Half hours that are tabulated: two weeks, by when severity has settled and whole weeks count alike. */
const KNOTS = 2 * SLOTS_PER_WEEK;

/** Active hours that stop, by local start: what simulated outages look up in place of an integral each. */
export interface ActivityTable {
  /** [336] ∫ a σ dt at the end of each half hour since a start in this slot of the week; null until asked for. */
  readonly bySlot: (Float64Array | null)[];
  readonly week: Float64Array;
  readonly curve: SeverityCurve;
  /** [knots + 1] ∫ σ dt */
  readonly severity: Float64Array;
}

export function activityTable(week: Float64Array, curve: SeverityCurve): ActivityTable {
  return {
    bySlot: new Array<Float64Array | null>(SLOTS_PER_WEEK).fill(null),
    week,
    curve,
    severity: Float64Array.from({ length: KNOTS + 1 }, (_, knot) => severityHours(curve, knot / 2)),
  };
}

/**
 * Active hours that stop from the start of an outage until an hour of it: exact at half hours since the start, linear
 * between them; after two weeks evenly at the mean activity of 1.
 *
 * @param slot   half hour of the local week in which it starts, 0–335; null: every hour is an average hour
 * @param hours  ≥ 0
 */
export function activeHours(table: ActivityTable, slot: number | null, hours: number): number {
  const column = slot === null ? table.severity : (table.bySlot[slot] ??= fill(table, slot));
  const knots = 2 * hours;
  if (knots >= KNOTS) return column[KNOTS]! + (hours - KNOTS / 2) * table.curve.maximumShare;
  const low = Math.floor(knots);
  const from = column[low]!;
  return from + (column[low + 1]! - from) * (knots - low);
}

function fill({ week, severity }: ActivityTable, slot: number): Float64Array {
  const column = new Float64Array(KNOTS + 1);
  for (let knot = 0; knot < KNOTS; knot++) {
    const activity = week[(slot + knot) % SLOTS_PER_WEEK]!;
    column[knot + 1] = column[knot]! + activity * (severity[knot + 1]! - severity[knot]!);
  }
  return column;
}
