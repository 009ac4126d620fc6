import { knownFact, reportsOf } from '../../outage/dated-facts.ts';
import { effectiveHours, restorationTail } from '../../outage/effective-hours.ts';
import type { Timing } from '../../outage/timing.ts';
import { sectorTotals } from '../../exposure/sector-totals.ts';
import type { CompileContext, CompiledMethod, DrawTable, LossColumns, NotUsed } from '../method.ts';
import type { InputIndex } from '../parameter-book.ts';

export interface CompiledUserTime extends CompiledMethod {
  readonly method: 'user-time';
  readonly timing: Timing;
  /** Reports or devices. */
  readonly counted: InputIndex;
  /** Users per report or per device. */
  readonly usersPer: InputIndex;
  /** Services that one person reports; null for devices. */
  readonly servicesPerUser: InputIndex | null;
  /** Internet users in the scope, persons; the cap is this times `reachedShare`. */
  readonly internetUsers: number;
  readonly reachedShare: InputIndex;
  readonly workShare: InputIndex;
  readonly idleShare: InputIndex;
  readonly usdPerHour: InputIndex;
  readonly recapture: InputIndex;
  readonly idleRatio: number;
  readonly homeIdleShare: InputIndex;
  readonly valueOfTime: InputIndex;
  readonly privateShare: number;
  readonly revenueRatio: number;
  readonly rivalsShare: number;
}

/**
 * User time: people cut off × working hours lost × value added per hour.
 *
 *   users U = min(reports · k / services per person, Internet users · share reached)        persons
 *   G = U · work share · (Σ u h) · idle share · value added per hour                        US dollars
 *   lost for good = G (1 − r)(1 − w);   household time = U (1 − work share) (Σ u h) · idle share at home · value of time
 *
 * Reports are neither people nor firms: k, users per report, is the widest input of the model. With devices instead
 * of reports, k is users per device. Household time lies outside GDP and is never added.
 */
export function compileUserTime(context: CompileContext): CompiledUserTime | NotUsed {
  if (context.scope.kind === 'company') return { notUsedBecause: 'only the named companies are asked for' };
  if (context.scopeShare !== null) {
    return { notUsedBecause: 'users are counted for whole countries, not for a part of their economy' };
  }
  const { book, timing, kind, scenario, catalog } = context;
  const reports = reportsOf(scenario);
  const devices = knownFact(scenario, 'devices');
  if (reports === null && devices === undefined) {
    return { notUsedBecause: 'no user reports or devices are counted' };
  }
  const internetUsers = catalog.countries
    .filter((row) => context.inScope(row.iso2))
    .reduce((sum, row) => sum + (row.population ?? 0) * (row.internetUsersShare ?? 0), 0);
  if (internetUsers === 0) {
    return { notUsedBecause: 'the tables have no number of Internet users for this scope' };
  }
  book.useData('countries');
  const counted =
    devices !== undefined
      ? book.fact(
          'affected.devices',
          devices.value,
          { min: 0, max: 1e10 },
          {
            unit: 'devices',
            words: 'how many devices stopped',
            source: devices.source,
          },
        )
      : book.fact(
          `affected.userReports[${reports!.index}].count`,
          reports!.fact.count,
          { min: 0, max: 1e10 },
          {
            unit: 'reports',
            words: 'how many users reported trouble',
            source: reports!.fact.source,
          },
        );
  const suffix = devices === undefined ? '' : 'Device';
  const country = context.scope.countries === undefined ? 'World' : 'Country';
  const totals = sectorTotals(catalog.sectors, book);
  return {
    method: 'user-time',
    scope: 'whole',
    measure: 'economic-loss',
    fills: ['interrupted', 'recaptured', 'extraExpense', 'corporate', 'revenue', 'household'],
    words:
      devices === undefined
        ? 'working time of the people behind the user reports; the widest of the methods'
        : 'working time of the people behind the devices that stopped',
    timing,
    counted,
    usersPer: book.draw(devices === undefined ? 'user-time.usersPerReport' : 'user-time.usersPerDevice'),
    servicesPerUser: devices === undefined ? book.draw('user-time.servicesPerUser') : null,
    internetUsers,
    reachedShare: book.draw(`kind.${kind.id}.reachedShare`),
    workShare: book.draw(`user-time.workShare${suffix}`),
    idleShare: book.draw(`user-time.idleShare${suffix}`),
    usdPerHour: book.draw(`user-time.valueAddedUsdPerHour${devices === undefined ? country : 'Device'}`),
    recapture: book.draw('user-time.recapture'),
    idleRatio: timing.restoration === null ? 0 : book.number('restoration.idleRatio'),
    homeIdleShare: book.draw('user-time.homeIdleShare'),
    valueOfTime: book.draw('user-time.valueOfTimeUsdPerHour'),
    ...totals,
    rivalsShare: book.number('rivals.pickupShare'),
  };
}

/** People cut off in one draw, and whether the cap on Internet users held them. */
export function usersAt(
  model: CompiledUserTime,
  inputs: DrawTable,
  i: number,
): { users: number; capped: boolean } {
  const services = model.servicesPerUser === null ? 1 : inputs[model.servicesPerUser]![i]!;
  const users = (inputs[model.counted]![i]! * inputs[model.usersPer]![i]!) / services;
  const cap = model.internetUsers * inputs[model.reachedShare]![i]!;
  return { users: Math.min(users, cap), capped: users > cap };
}

export function evaluateUserTime(
  model: CompiledUserTime,
  inputs: DrawTable,
  out: LossColumns,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const { users } = usersAt(model, inputs, i);
    const workShare = inputs[model.workShare]![i]!;
    const duration = inputs[model.timing.duration]![i]!;
    const restoration = model.timing.restoration;
    const tail =
      restoration === null ? 0 : restorationTail(inputs[restoration.hours]![i]!, duration, model.idleRatio);
    const hours = effectiveHours(model.timing, inputs, i) * (1 + tail);
    const interrupted =
      users * workShare * hours * inputs[model.idleShare]![i]! * inputs[model.usdPerHour]![i]!;
    const recaptured = interrupted * inputs[model.recapture]![i]!;
    out.interrupted[i] = interrupted;
    out.recaptured[i] = recaptured;
    out.extraExpense[i] = 0;
    out.lost[i] = (interrupted - recaptured) * (1 - model.rivalsShare);
    out.corporate[i] = interrupted * model.privateShare;
    out.revenue[i] = interrupted * model.revenueRatio;
    out.household[i] =
      users * (1 - workShare) * hours * inputs[model.homeIdleShare]![i]! * inputs[model.valueOfTime]![i]!;
  }
}
