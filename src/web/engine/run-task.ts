import type { Catalog } from '../../core/catalog.ts';
import { compare } from '../../core/compare.ts';
import { estimate } from '../../core/estimate.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { EstimateResult, MethodId } from '../../core/result.ts';
import type { Scenario } from '../../core/scenario.ts';
import { zoneOffsetHours } from '../../catalog/zone-offset.ts';
import { currencyRate, type CurrencyRate } from '../../report/currency.ts';
import { parseEventFile } from '../../schema/event-file.ts';
import { toScenarioJson } from '../../schema/scenario-json.ts';
import { factsToAsk } from '../../services/facts-to-ask.ts';
import type { Changeable, Choice } from '../state/choice.ts';
import { reviveBundle } from './catalog-bundle.ts';
import { factsNow, spansOf } from './facts-now.ts';
import type { Answers, CatalogIndex, ComparisonReply, EstimateReply, ReachReply, Task } from './messages.ts';
import { scenarioOfChoice } from './scenario-of-choice.ts';

/** The engine with its catalog and events. */
export interface Engine {
  readonly catalog: Catalog;
  readonly events: ReadonlyMap<string, Scenario>;
}

/** Checks every event once: the page lists them by their titles. */
export function engineOf(bundleText: string): Engine {
  const { catalog, events } = reviveBundle(bundleText);
  const scenarios = events.map((json) => parseEventFile(json, String(json['id'])).scenario);
  return { catalog, events: new Map(scenarios.map((scenario) => [scenario.id ?? '', scenario])) };
}

/** Answers one task of the page. @throws ImpactError that names the field */
export function runTask(engine: Engine, task: Task): Answers[Task['kind']] {
  switch (task.kind) {
    case 'index':
      return indexOf(engine);
    case 'estimate':
      return estimateChoice(engine, task.choice, task.currency, task.draws);
    case 'compare':
      return compareChoices(engine, task.first, task.second, task.currency);
    case 'reach':
      return reachOf(engine, task.choice);
  }
}

function indexOf({ catalog, events }: Engine): CatalogIndex {
  return {
    events: [...events].map(([id, { title, outage }]) => ({ id, title: title ?? id, kind: outage.kind })),
    kinds: [...catalog.kinds.values()].map(({ id, title }) => ({ id, title })),
    providers: [...catalog.providers.values()].map(({ provider, region, title, kind }) => ({
      provider,
      region,
      title,
      kind,
    })),
    countries: catalog.countries.map(({ iso2, name }) => ({ iso2, name })),
    currencies: ['USD', ...[...catalog.exchangeRates.keys()].filter((code) => code !== 'USD').sort()],
    validation: catalog.validation,
  };
}

function estimateChoice(
  engine: Engine,
  choice: Choice,
  currency: string,
  draws: number | undefined,
): EstimateReply {
  const { catalog, events } = engine;
  const { scenario: full, said } = scenarioOfChoice(choice, catalog, events);
  const quick = draws !== undefined && draws < full.simulation.draws;
  const scenario = quick ? { ...full, simulation: { ...full.simulation, draws } } : full;
  const result = estimate(scenario, catalog, zoneOffsetHours);
  return {
    result,
    said,
    facts: factsNow(scenario),
    ask: factsToAsk(scenario, catalog),
    spans: quick ? {} : spansOf(result.provenance),
    scenarioJson: toScenarioJson(scenario),
    rate: rateOf(scenario, currency, catalog),
  };
}

function compareChoices(engine: Engine, first: Choice, second: Choice, currency: string): ComparisonReply {
  const { catalog, events } = engine;
  const a = scenarioOfChoice(first, catalog, events);
  const b = scenarioOfChoice(second, catalog, events);
  // The same draws, so the same simulation, whatever the other asks for.
  const other = { ...b.scenario, simulation: a.scenario.simulation };
  return {
    comparison: compare(a.scenario, other, catalog, zoneOffsetHours),
    said: [a.said, b.said],
    facts: [factsNow(a.scenario), factsNow(other)],
    scenarioJson: [toScenarioJson(a.scenario), toScenarioJson(other)],
    rate: rateOf(a.scenario, currency, catalog),
  };
}

/** Rate of the year of the outage; null for US dollars. */
function rateOf(scenario: Scenario, code: string, catalog: Catalog): CurrencyRate | null {
  if (code === 'USD') return null;
  const date = factsNow(scenario).start ?? scenario.asOf;
  return currencyRate(catalog.exchangeRates, code, date === undefined ? Infinity : Number(date.slice(0, 4)));
}

/** Enough to see that a middle moved: the draws are the same on both sides. */
const REACH_DRAWS = 64;

/** Asks the engine itself which methods a fact reaches: each fact is changed a little, alone. */
function reachOf(engine: Engine, choice: Choice): ReachReply {
  const rough = { ...choice, draws: REACH_DRAWS };
  const before = middles(engine, rough);
  const facts = before.facts;
  const changes: Partial<Record<Changeable, Partial<Choice>>> = {
    ...(facts.hours === null ? {} : { hours: { hours: facts.hours * 1.25 } }),
    ...(facts.start === null ? {} : { start: { start: twelveHoursLater(facts.start) } }),
    firms: { firms: (facts.firms ?? 100) * 1.5 },
    reports: { reports: (facts.reports ?? 10_000) * 1.5 },
    ...(facts.datesKnown[0] === undefined ? {} : { asOf: { asOf: facts.datesKnown[0] } }),
  };
  const reach = Object.entries(changes).map(([name, change]) => {
    const after = middlesOrNull(engine, { ...rough, ...change });
    const felt = [...(after ?? [])].filter(([method, middle]) => before.byMethod.get(method) !== middle);
    return [name, felt.map(([method]) => method)] as const;
  });
  return Object.fromEntries(reach);
}

function middles(
  engine: Engine,
  choice: Choice,
): { readonly facts: EstimateReply['facts']; readonly byMethod: ReadonlyMap<MethodId, number> } {
  const { result, facts } = estimateChoice(engine, choice, 'USD', undefined);
  return { facts, byMethod: rawMiddles(result) };
}

/** Null where the changed scenario cannot be estimated. */
function middlesOrNull(engine: Engine, choice: Choice): ReadonlyMap<MethodId, number> | null {
  try {
    return middles(engine, choice).byMethod;
  } catch (error) {
    if (error instanceof ImpactError) return null;
    throw error;
  }
}

function rawMiddles({ methods }: EstimateResult): ReadonlyMap<MethodId, number> {
  return new Map(methods.flatMap(({ method, raw }) => (raw === null ? [] : [[method, raw.p50] as const])));
}

function twelveHoursLater(start: string): string {
  return new Date(Date.parse(start) + 12 * 3_600_000).toISOString().replace('.000Z', 'Z');
}
