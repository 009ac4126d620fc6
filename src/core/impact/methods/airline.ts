import { knownFact } from '../../outage/dated-facts.ts';
import type { Timing } from '../../outage/timing.ts';
import { HOURS_PER_YEAR } from '../../units/time.ts';
import type { Company } from '../../scenario.ts';
import type { CompileContext, CompiledMethod, DrawTable, LossColumns, NotUsed } from '../method.ts';
import type { InputIndex } from '../parameter-book.ts';
import { sectorNamed } from './named-companies.ts';

export interface CompiledAirline extends CompiledMethod {
  readonly method: 'airline';
  readonly timing: Timing;
  /** Cancelled passengers: counted, or flights × passengers per flight. Null without either. */
  readonly passengers: { readonly count: InputIndex; readonly perFlight: InputIndex | null } | null;
  readonly costPerPassenger: InputIndex | null;
  /** Annual revenue of each airline and the hours its schedule was disturbed; empty when unknown. */
  readonly airlines: readonly { readonly revenue: InputIndex; readonly hours: InputIndex }[];
  readonly stopped: InputIndex | null;
  readonly recovery: InputIndex | null;
  readonly revenueShare: InputIndex | null;
  readonly flightsWeight: number;
  readonly ceilingWeeks: number;
  readonly ceilingUsdPerPassenger: number;
}

/**
 * Airlines, airspace and airports: cost by cancelled passenger, by revenue-hours, or both.
 *
 *   L1 = passengers · c                    c: cost per cancelled passenger, US dollars
 *   L2 = R/8760 · (D · stopped + recovery) · revenue share
 *   both known: exp(.75 ln L1 + .25 ln L2)
 *
 * Recovery outlasts the failure because aircraft and crews are in the wrong places. The result is the airline's cost,
 * not a loss to the economy.
 */
export function compileAirline(context: CompileContext): CompiledAirline | NotUsed {
  const { kind, scenario, book, timing } = context;
  if (kind.exposure !== 'airline')
    return { notUsedBecause: 'it is not an airline, airspace or airport event' };
  const { companies } = scenario.affected;
  const flightsCancelled = knownFact(scenario, 'flightsCancelled');
  const passengers = knownFact(scenario, 'passengers');
  const about = {
    unit: 'passengers',
    words: 'how many passengers lost their flight',
    source: passengers?.source,
  };
  const regional = companies.some((company) => company.sector === 'regional-air-transportation');
  companies.forEach((company, i) =>
    sectorNamed(context.catalog, company.sector, `affected.companies[${i}].sector`),
  );
  const airlines = companies.flatMap((company, i) => airlineOf(context, company, `affected.companies[${i}]`));
  const counted =
    passengers !== undefined
      ? {
          count: book.fact('affected.passengers', passengers.value, { min: 0, max: 1e10 }, about),
          perFlight: null,
        }
      : flightsCancelled !== undefined
        ? {
            count: book.fact(
              'affected.flightsCancelled',
              flightsCancelled.value,
              { min: 0, max: 1e7 },
              {
                unit: 'flights',
                words: 'how many flights were cancelled',
                source: flightsCancelled.source,
              },
            ),
            perFlight: book.draw(`airline.passengersPer${regional ? 'RegionalFlight' : 'Flight'}`),
          }
        : null;
  if (counted === null && airlines.length === 0) {
    return {
      notUsedBecause: 'neither cancelled flights or passengers nor an airline with its revenue are given',
    };
  }
  const byRevenue = airlines.length > 0;
  return {
    method: 'airline',
    scope: 'whole',
    measure: 'cost',
    fills: ['cost'],
    words:
      counted === null ? 'revenue of the hours lost' : 'cancelled passengers at what one has cost before',
    timing,
    passengers: counted,
    costPerPassenger: counted === null ? null : book.draw('airline.costUsdPerPassenger'),
    airlines,
    stopped: byRevenue ? book.draw('airline.stoppedShare') : null,
    recovery: byRevenue ? book.draw('airline.recoveryHours') : null,
    revenueShare: byRevenue ? book.draw('airline.revenueShare') : null,
    flightsWeight: counted === null || !byRevenue ? 1 : book.number('airline.flightsWeight'),
    ceilingWeeks: book.number('ceiling.airlineWeeks'),
    ceilingUsdPerPassenger: book.number('ceiling.airlineUsdPerPassenger'),
  };
}

/** An airline whose revenue is given, with the hours its schedule was disturbed. */
function airlineOf(
  { book, timing }: CompileContext,
  company: Company,
  path: string,
): { revenue: InputIndex; hours: InputIndex }[] {
  const field = company.affectedUnitRevenueUsd === undefined ? 'annualRevenueUsd' : 'affectedUnitRevenueUsd';
  const revenue = company[field];
  if (revenue === undefined) return [];
  const { source, restorationHours } = company;
  const size = { unit: 'USD per year', words: 'how large the airline is', source };
  const normal = { unit: 'hours', words: 'how long the schedule was disturbed', source };
  return [
    {
      revenue: book.fact(`${path}.${field}`, revenue, { min: 0, max: 1e13 }, size),
      hours:
        restorationHours === undefined
          ? (timing.restoration?.hours ?? timing.duration)
          : book.fact(`${path}.restorationHours`, restorationHours, { min: 0 }, normal),
    },
  ];
}

const HOURS_PER_WEEK = 168;

export function evaluateAirline(
  model: CompiledAirline,
  inputs: DrawTable,
  out: LossColumns,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const passengers = passengersAt(model, inputs, i);
    let revenue = 0;
    let byRevenue = 0;
    for (const airline of model.airlines) {
      const usd = inputs[airline.revenue]![i]!;
      revenue += usd;
      byRevenue += revenueHoursUsd(model, inputs, i, usd, inputs[airline.hours]![i]!);
    }
    const byPassengers =
      model.costPerPassenger === null ? 0 : passengers * inputs[model.costPerPassenger]![i]!;
    const cost = combine(model, byPassengers, byRevenue);
    out.lost[i] = cost;
    out.cost[i] = cost;
    out.ceiling[i] = Math.max(
      (revenue / HOURS_PER_YEAR) * HOURS_PER_WEEK * model.ceilingWeeks,
      passengers * model.ceilingUsdPerPassenger,
    );
  }
}

function passengersAt(model: CompiledAirline, inputs: DrawTable, i: number): number {
  if (model.passengers === null) return 0;
  const { count, perFlight } = model.passengers;
  return inputs[count]![i]! * (perFlight === null ? 1 : inputs[perFlight]![i]!);
}

function revenueHoursUsd(
  model: CompiledAirline,
  inputs: DrawTable,
  i: number,
  revenueUsd: number,
  disturbedHours: number,
): number {
  const hours = disturbedHours * inputs[model.stopped!]![i]! + inputs[model.recovery!]![i]!;
  return (revenueUsd / HOURS_PER_YEAR) * hours * inputs[model.revenueShare!]![i]!;
}

function combine(model: CompiledAirline, byPassengers: number, byRevenue: number): number {
  if (model.passengers === null) return byRevenue;
  if (model.airlines.length === 0) return byPassengers;
  // A geometric mean; nothing cancelled means nothing lost.
  if (byPassengers === 0 || byRevenue === 0) return 0;
  const w = model.flightsWeight;
  return Math.exp(w * Math.log(byPassengers) + (1 - w) * Math.log(byRevenue));
}
