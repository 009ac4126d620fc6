import type { Catalog, ZoneOffsetHours } from '../../catalog.ts';
import { invariant } from '../../errors/invariant.ts';
import { zoneShares } from '../../exposure/economy.ts';
import { integrate } from '../../outage/activity-integral.ts';
import { recaptureLeft } from '../../vulnerability/recapture.ts';
import { severityHours } from '../../vulnerability/severity.ts';
import type { Accrual } from '../accrual.ts';
import type { OutageClock } from '../insured-outage.ts';
import { accrualShape } from './accrual-shape.ts';
import type { CompiledInsuredOutage } from './compile-insured-outage.ts';
import { insuredClock, spanOf } from './insured-clock.ts';
import type { Insured } from './insured.ts';

/** What insureds of one sector, country, set of services, failover and wording share in one outage. */
export interface InsuredShape {
  /** As this insured has it: count its hours with services of null. */
  readonly clock: OutageClock;
  /** US dollars for 1 US dollar of annual income that rests wholly on what failed. */
  readonly accrual: Accrual;
}

/** What all draws of one shape have in common, [draws]: structural factor, depth, catching up, and dependence or not. */
export interface ShapeColumns {
  readonly shape: InsuredShape;
  readonly withDependence: Float64Array;
  readonly withoutDependence: Float64Array;
}

/** Shapes of one outage, each built when the first insured asks for it; the same object for all who share it. */
export function openInsuredShapes(
  compiled: CompiledInsuredOutage,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): (insured: Insured) => ShapeColumns {
  const known = new Map<string, ShapeColumns>();
  return (insured) => {
    const services = compiled.outage.namesServices ? insured.services : null;
    const { sector, country, failoverHours, recaptureReducesLoss } = insured;
    const parts = [sector, country, failoverHours, recaptureReducesLoss, services?.toSorted().join('+')];
    const key = parts.join('/');
    let entry = known.get(key);
    if (entry === undefined) {
      entry = shapeColumns({ ...insured, services }, compiled, catalog, zoneOffset);
      known.set(key, entry);
    }
    return entry;
  };
}

function shapeColumns(
  insured: Insured,
  compiled: CompiledInsuredOutage,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): ShapeColumns {
  const { parameters, stretches, phases, restoration, inputs, common } = compiled;
  const sector = parameters.sectors.get(insured.sector);
  invariant(sector !== undefined, `no sector ${insured.sector}`);
  const clock = insuredClock(stretches, insured, restoration);
  const { fromHour, toHour } = spanOf(clock.stretches);
  const stopped = (hour: number): number => severityHours(parameters.curve, hour - fromHour);
  const active = activeHours(compiled, catalog, zoneOffset, insured.country, sector.week, stopped);
  const left = insured.recaptureReducesLoss ? recaptureLeft(sector.decay, toHour - fromHour) : 0;
  const recapture = inputs[sector.recapture]!;
  const dependence = inputs[sector.dependence]!;
  const withoutDependence = common.map((factor, i) => factor * (1 - recapture[i]! * left));
  return {
    shape: { clock, accrual: accrualShape(clock, phases, active, parameters.idleRatio) },
    withoutDependence,
    withDependence: withoutDependence.map((factor, i) => factor * dependence[i]!),
  };
}

/** Active hours that stop from one hour of the outage to another, on the clocks of a country. */
function activeHours(
  { outage: { startMs }, book }: CompiledInsuredOutage,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  iso2: string | null,
  week: Float64Array,
  stopped: (hour: number) => number,
): (fromHour: number, toHour: number) => number {
  const country = catalog.countries.find((row) => row.iso2 === iso2);
  if (country === undefined || startMs === null) return (from, to) => stopped(to) - stopped(from);
  const zones = zoneShares(country, book).map(({ zone, share }) => ({
    share,
    offset: zoneOffset(zone, startMs),
  }));
  return (fromHour, toHour) =>
    zones.reduce(
      (sum, { share, offset }) =>
        sum + share * integrate(startMs, offset, { fromHour, toHour }, [week], stopped, Infinity)[0]!,
      0,
    );
}
