import type { Catalog } from '../catalog.ts';
import type { Quantity } from '../distribution/quantity.ts';
import { invariant } from '../errors/invariant.ts';
import type { Scenario } from '../scenario.ts';

/**
 * One part of the model taken away, or one of its values replaced, by what a user too can do: overriding assumptions or
 * leaving facts out. The engine that runs is the shipped one.
 */
export interface Ablation {
  readonly id: string;
  /** What is taken away, at most 38 characters: one column of a table. */
  readonly title: string;
  /** What the part is needed for, past events aside; null when nothing but a score could speak for it. */
  readonly why: string | null;
  /** Keeps the scenario's own objects where there is nothing to change, so that a caller can tell. */
  readonly change: (scenario: Scenario, catalog: Catalog) => Scenario;
}

type Overrides = Scenario['assumptions'];

function override(scenario: Scenario, overrides: Overrides): Scenario {
  return { ...scenario, assumptions: { ...scenario.assumptions, ...overrides } };
}

/** A change that only replaces parameters, the same ones in every scenario. */
function replacing(overrides: Overrides): Ablation['change'] {
  return (scenario) => override(scenario, overrides);
}

function same(paths: readonly string[], value: Quantity): Overrides {
  return Object.fromEntries(paths.map((path) => [path, value]));
}

function inEverySector(name: string, { sectors }: Catalog): string[] {
  return sectors.map((sector) => `${name}.${sector.id}`);
}

function defaultOf(path: string, catalog: Catalog): Quantity {
  const parameter = catalog.parameters.get(path);
  invariant(parameter !== undefined, `no parameter ${path}`);
  return parameter.value;
}

/**
 * One belief for every sector: low, mode and high each the mean over the sectors, weighted by the value added that can
 * stop. The doubt about a sector stays; only the differences between sectors go.
 */
function meanOfSectors(name: 'dependence' | 'recapture', catalog: Catalog): Overrides {
  const mean = [0, 0, 0];
  let total = 0;
  for (const sector of catalog.sectors) {
    const exposed = defaultOf(`exposed.${sector.id}`, catalog);
    const belief = defaultOf(`${name}.${sector.id}`, catalog);
    invariant(typeof exposed === 'number', `exposed.${sector.id} is a number`);
    invariant(typeof belief === 'object' && 'triangular' in belief, `${name}.${sector.id} is triangular`);
    const weight = sector.valueAddedUsd * exposed;
    total += weight;
    belief.triangular.forEach((value, i) => (mean[i]! += weight * value));
  }
  const [low, mode, high] = mean.map((value) => value / total);
  return same(inEverySector(name, catalog), { triangular: [low!, mode!, high!] });
}

function withoutFlights(scenario: Scenario, names: readonly ('flightsCancelled' | 'passengers')[]): Scenario {
  const given = names.filter((name) => scenario.affected[name] !== undefined);
  if (given.length === 0) return scenario;
  const left = Object.fromEntries(given.map((name) => [name, undefined]));
  return { ...scenario, affected: { ...scenario.affected, ...left } };
}

type CompanyFact = 'annualRevenueUsd' | 'affectedUnitRevenueUsd' | 'manualFallback' | 'restorationHours';

/** Leaves facts of the named companies out; the same scenario where none of them is given. */
function withoutCompanyFacts(scenario: Scenario, names: readonly CompanyFact[]): Scenario {
  const { companies } = scenario.affected;
  if (companies.every((company) => names.every((name) => company[name] === undefined))) return scenario;
  const left = Object.fromEntries(names.map((name) => [name, undefined]));
  return {
    ...scenario,
    affected: { ...scenario.affected, companies: companies.map((company) => ({ ...company, ...left })) },
  };
}

function withoutRestoration(scenario: Scenario): Scenario {
  const changed = withoutCompanyFacts(scenario, ['restorationHours']);
  if (scenario.outage.restorationHours === undefined) return changed;
  return { ...changed, outage: { ...scenario.outage, restorationHours: undefined } };
}

function groupRevenueForTheUnit(scenario: Scenario): Scenario {
  const groupIsKnown = scenario.affected.companies.every((company) => company.annualRevenueUsd !== undefined);
  if (!groupIsKnown) return scenario;
  const changed = withoutCompanyFacts(scenario, ['affectedUnitRevenueUsd']);
  return changed === scenario ? scenario : override(changed, { 'company-it.unitShare': 1 });
}

function withoutAirlineRevenue(scenario: Scenario, catalog: Catalog): Scenario {
  return catalog.kinds.get(scenario.outage.kind)?.exposure === 'airline'
    ? withoutCompanyFacts(scenario, ['annualRevenueUsd', 'affectedUnitRevenueUsd'])
    : scenario;
}

/** Every organisation counted as one of unknown size, with the mean value added of all firms in the census table. */
function withoutSizes(scenario: Scenario, { firmClasses }: Catalog): Scenario {
  const { businesses } = scenario.affected;
  if (businesses.length === 0) return scenario;
  let firms = 0;
  let valueAddedUsd = 0;
  for (const row of firmClasses) {
    firms += row.firms;
    valueAddedUsd += row.firms * row.valueAddedUsdPerFirm;
  }
  const oneSize = businesses.map((row) => ({
    ...row,
    groups: [{ count: row.count, size: '<500' as const }],
  }));
  const changed = { ...scenario, affected: { ...scenario.affected, businesses: oneSize } };
  return override(changed, { 'business-count.valueAddedUsdOther': valueAddedUsd / firms });
}

/** So far above any loss that nothing is ever cut. */
const NO_CEILING = 1e9;
/** Longer than any outage, so that recapture never begins to fall. */
const NEVER_HOURS = 1e6;
/** Share of work that stops when IT is down, as one flat number: a survey of 2,000 firms, CA Technologies 2010. */
const FLAT_IDLE_SHARE = 0.37;

/** Everything that can be taken away without touching the engine, in the order in which an estimate uses it. */
export const ablations: readonly Ablation[] = [
  {
    id: 'local-activity',
    title: 'local hours (every hour is average)',
    why: 'an outage at night or on a Sunday stops less work than one on a working morning',
    change: (scenario, catalog) => {
      const hours = [...catalog.archetypes.keys()].flatMap((id) => [
        `activity.${id}.weight`,
        `activity.${id}.otherWeight`,
      ]);
      return override(scenario, same([...hours, ...inEverySector('weekend', catalog)], 1));
    },
  },
  {
    id: 'growth',
    title: 'growth since the tables',
    why: 'an outage is paid in the dollars of its own year',
    change: replacing({ 'growth.nominalShare': 0 }),
  },
  {
    id: 'severity',
    title: 'severity curve (all stops at once)',
    why: 'few firms stop in the first minute and some never do, so the share that stops grows with the hours',
    change: replacing(same(['severity.immediateShare', 'severity.maximumShare'], 1)),
  },
  {
    id: 'severity-flat',
    title: 'severity curve (flat at .37)',
    why: 'a curve tells a short outage from a long one; a flat share does not',
    change: replacing(same(['severity.immediateShare', 'severity.maximumShare'], FLAT_IDLE_SHARE)),
  },
  {
    id: 'severity-maximum-low',
    title: 'severity maximum .75 (.5 instead)',
    why: null,
    change: replacing({ 'severity.maximumShare': 0.5 }),
  },
  {
    id: 'severity-maximum-high',
    title: 'severity maximum .75 (.95 instead)',
    why: null,
    change: replacing({ 'severity.maximumShare': 0.95 }),
  },
  {
    id: 'sector-differences',
    title: 'sector differences (all at the mean)',
    why: 'a farm needs the Internet less than a bank, and the split of a loss by sector rests on it',
    change: (scenario, catalog) =>
      override(scenario, {
        ...meanOfSectors('dependence', catalog),
        ...meanOfSectors('recapture', catalog),
      }),
  },
  {
    id: 'sector-correlation',
    title: 'correlation between sectors',
    why: 'an error of judgement is shared by all sectors; drawn apart, twenty of them cancel and the range is too narrow',
    change: replacing(same(['sector-correlation.dependence', 'sector-correlation.recapture'], 0)),
  },
  {
    id: 'exposed-share',
    title: 'imputed rent left out',
    why: 'no outage stops the rent that owners are counted as paying to themselves',
    change: replacing({ 'exposed.real-estate': 1 }),
  },
  {
    id: 'impairment-scale',
    title: 'doubt about a stated impairment',
    why: 'how much of a service was down is a judgement even where it is written as one number',
    change: replacing(same(['footprint.impairmentScale', 'ladder.impairmentScale'], 1)),
  },
  {
    id: 'endpoint-intensity',
    title: 'a stopped device counts twice',
    why: 'a device that does not start stops all work on it, not only the work that needs one service',
    change: replacing({ 'exposure.crowdstrike.endpoint.intensity': 1 }),
  },
  {
    id: 'exposure-elsewhere',
    title: 'us-east-1 abroad .03 (.06 instead)',
    why: null,
    change: replacing({ 'exposure.aws.us-east-1.elsewhere': { lognormal: { median: 0.06, gsd: 2.2 } } }),
  },
  {
    id: 'ladder-cloud-region',
    title: 'ladder cloud region .045 (.025)',
    why: null,
    change: replacing({ 'ladder.cloud-region': { lognormal: { median: 0.025, gsd: 2.4 } } }),
  },
  {
    id: 'recapture',
    title: 'recapture (nothing is made up)',
    why: 'work and sales that are only put off are not lost, and the headline is what was lost for good',
    change: (scenario, catalog) => {
      const others = [
        'ladder.recapture',
        'business-count.recaptureOwn',
        'business-count.recaptureSupplier',
        'user-time.recapture',
        'company-long-cyber.recapture',
      ];
      return override(scenario, same([...inEverySector('recapture', catalog), ...others], 0));
    },
  },
  {
    id: 'recapture-decay',
    title: 'recapture falls with the length',
    why: 'a month of lost work cannot be made up as an hour can',
    change: replacing(
      same(['recapture-decay.onlineDelayHours', 'recapture-decay.physicalDelayHours'], NEVER_HOURS),
    ),
  },
  {
    id: 'tails',
    title: 'tails (normal at once at the end)',
    why: 'backlogs and restarts cost output after the service is back',
    change: replacing({
      ...same(['footprint.tail', 'business-count.tailOwn', 'business-count.tailSupplier'], 0),
      'ladder.tail': 1,
      'restoration.idleRatio': 0,
    }),
  },
  {
    id: 'restoration-hours',
    title: 'restoration hours (not given)',
    why: 'systems can be up long before business is normal, and the loss runs until then',
    change: withoutRestoration,
  },
  {
    id: 'extra-expense',
    title: 'extra expense (repair is free)',
    why: 'repair is paid even where no output is lost, and grows with the firms hit, not with the hours',
    change: replacing(
      same(
        [
          'footprint.extraExpenseUsdPerOrganisation',
          'business-count.extraExpenseUsdFortune500',
          'business-count.extraExpenseUsdLarge',
          'business-count.extraExpenseUsdOther',
          'company-long-cyber.extraExpenseShare',
          'company-it.extraExpenseShare',
        ],
        0,
      ),
    ),
  },
  {
    id: 'business-sizes',
    title: 'sizes of firms (all at the mean)',
    why: 'one of the 500 largest groups makes thousands of times what an average firm makes',
    change: withoutSizes,
  },
  {
    id: 'coverage-multiplier',
    title: 'firms that no list names',
    why: 'a list of names in the press is a floor',
    change: replacing({ 'business-count.coverageMultiplier': 1 }),
  },
  {
    id: 'long-cyber-exponents',
    title: 'long incidents scale by a power (1, 1)',
    why: null,
    change: replacing(same(['company-long-cyber.hoursExponent', 'company-long-cyber.revenueExponent'], 1)),
  },
  {
    id: 'manual-work',
    title: 'work by hand (as much stops as in IT)',
    why: 'a hospital or shop without IT still treats and sells by hand',
    change: (scenario, catalog) =>
      override(scenario, {
        'company-long-cyber.idleShare': defaultOf('company-it.stoppedShare', catalog),
      }),
  },
  {
    id: 'manual-fallback',
    title: 'the fact that there was no fallback',
    why: 'a plant whose lines stop has no way to go on by hand',
    change: (scenario) => withoutCompanyFacts(scenario, ['manualFallback']),
  },
  {
    id: 'margin',
    title: 'margin (cost is all revenue lost)',
    why: 'a firm that does not sell does not buy either, so its cost is less than its lost revenue',
    change: replacing(same(['company-long-cyber.marginShare', 'company-it.marginShare'], 1)),
  },
  {
    id: 'unit-revenue',
    title: "the unit's own revenue (the group's)",
    why: 'only the revenue of what was down can be lost',
    change: groupRevenueForTheUnit,
  },
  {
    id: 'unit-share',
    title: "a unit's share of a group's revenue",
    why: 'one failed service seldom stops all revenue of a group whose units are not told apart',
    change: replacing({ 'company-it.unitShare': 1 }),
  },
  {
    id: 'flights',
    title: 'flights and passengers (not given)',
    why: 'an airline may fly late or not at all in the same hours; cancellations tell which',
    change: (scenario) => withoutFlights(scenario, ['flightsCancelled', 'passengers']),
  },
  {
    id: 'passengers',
    title: 'passengers (flights only)',
    why: 'a count of passengers beats a guess of how many sat in each aircraft',
    change: (scenario) =>
      scenario.affected.flightsCancelled === undefined ? scenario : withoutFlights(scenario, ['passengers']),
  },
  {
    id: 'airline-revenue',
    title: "an airline's revenue (flights only)",
    why: 'where nobody counted the flights there is no other way, and two ways check each other',
    change: withoutAirlineRevenue,
  },
  {
    id: 'airline-recovery',
    title: 'hours to bring back aircraft and crews',
    why: 'when a system is back, aircraft and crews are still in the wrong places',
    change: replacing({ 'airline.recoveryHours': 0 }),
  },
  {
    id: 'ceilings',
    title: 'ceilings',
    why: 'nobody can lose more than is made; they bind on claims and odd inputs, not on real losses',
    change: replacing(
      same(
        [
          'ceiling.tailFactor',
          'ceiling.companyYears',
          'ceiling.airlineWeeks',
          'ceiling.airlineUsdPerPassenger',
        ],
        NO_CEILING,
      ),
    ),
  },
  {
    id: 'pooling-maximum',
    title: 'no method weighs above half',
    why: 'a method that claims to be sure may only have missed a doubt of its own',
    change: replacing({ 'pooling.maximumWeight': 1 }),
  },
];
