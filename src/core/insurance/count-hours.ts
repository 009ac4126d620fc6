import { invariant } from '../errors/invariant.ts';
import type { CountedHours, HourRun, ImpairedStretch, OutageClock } from './insured-outage.ts';
import type { WaitingPeriod } from './policy.ts';

/** Parts of an hour that clock times, once subtracted, still tell apart. */
const PARTS_OF_HOUR = 1e9;

/**
 * Hours of an outage that count towards the waiting period of one insured.
 *
 * An hour counts when any service depended on is impaired, and at least as far as the policy asks. Stretches that meet
 * or overlap make one run. On the clock of the insured's interruption the last run goes on through restoration.
 * `continuous` takes the longest run, of equals the first; `cumulative` takes all runs.
 * The sum is rounded to a billionth of an hour, so that an outage of exactly the waiting period is one whatever its
 * hours were subtracted from.
 *
 * @param services  those that the insured depends on; null: all
 */
export function countHours(
  outage: OutageClock,
  services: readonly string[] | null,
  waiting: WaitingPeriod,
): CountedHours {
  const counting = outage.stretches
    .filter((stretch) => isCounting(stretch, services, waiting.minimumImpairmentShare))
    .toSorted((a, b) => a.fromHour - b.fromHour || a.toHour - b.toHour);
  invariant(outage.restorationHours >= 0, 'hours of restoration are negative');
  const all = joined(counting, waiting.clock === 'insured-interruption' ? outage.restorationHours : 0);
  const runs = waiting.count === 'continuous' ? longest(all) : all;
  const behind = counting.filter(({ fromHour }) => runs.some((run) => isIn(run, fromHour)));
  return {
    runs,
    hours: rounded(runs.reduce((sum, run) => sum + lengthOf(run), 0)),
    services: [...new Set(behind.map(({ service }) => service))],
    clock: waiting.clock,
  };
}

function isCounting(
  stretch: ImpairedStretch,
  services: readonly string[] | null,
  minimumShare: number,
): boolean {
  const { service, fromHour, toHour, impairmentShare } = stretch;
  invariant(fromHour >= 0 && toHour >= fromHour && toHour < Infinity, `a stretch of ${service} has no hours`);
  invariant(impairmentShare >= 0 && impairmentShare <= 1, `the impairment of ${service} is no share`);
  const impaired = impairmentShare > 0 && impairmentShare >= minimumShare;
  return impaired && toHour > fromHour && (services === null || services.includes(service));
}

/** Runs of stretches in order of their start, the last one longer by the hours of restoration. */
function joined(stretches: readonly HourRun[], restorationHours: number): HourRun[] {
  const runs: HourRun[] = [];
  for (const { fromHour, toHour } of stretches) {
    const last = runs.at(-1);
    if (last === undefined || rounded(fromHour - last.toHour) > 0) runs.push({ fromHour, toHour });
    else runs[runs.length - 1] = { fromHour: last.fromHour, toHour: Math.max(last.toHour, toHour) };
  }
  const last = runs.pop();
  return last === undefined
    ? []
    : [...runs, { fromHour: last.fromHour, toHour: last.toHour + restorationHours }];
}

function longest(runs: readonly HourRun[]): HourRun[] {
  const most = Math.max(...runs.map(lengthOf).map(rounded));
  return runs.filter((run) => rounded(lengthOf(run)) === most).slice(0, 1);
}

const lengthOf = ({ fromHour, toHour }: HourRun): number => toHour - fromHour;

const isIn = (run: HourRun, hour: number): boolean => hour >= run.fromHour && hour <= run.toHour;

const rounded = (hours: number): number => Math.round(hours * PARTS_OF_HOUR) / PARTS_OF_HOUR;
