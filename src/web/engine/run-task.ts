import { compare } from '../../core/compare.ts';
import { estimate } from '../../core/estimate.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { KeptDraws } from '../../core/impact/kept-draws.ts';
import type { EstimateResult, MethodId } from '../../core/result.ts';
import type { Scenario } from '../../core/scenario.ts';
import { zoneOffsetHours } from '../../catalog/zone-offset.ts';
import { factsToAsk } from '../../services/facts-to-ask.ts';
import type { WhatIf } from '../../services/what-if.ts';
import { isUnchanged, type Changeable, type Choice } from '../state/choice.ts';
import type { CatalogBundle, ClaimsBundle } from './catalog-bundle.ts';
import { factsNow, spansOf } from './facts-now.ts';
import type { Answers, CatalogIndex, ComparisonReply, EstimateReply, ReachReply, Task } from './messages.ts';

/** The engine with its catalog and events. */
export interface Engine {
  readonly bundle: CatalogBundle;
  /** Every event with its facts; loaded when first needed. */
  readonly events: () => Promise<ReadonlyMap<string, Scenario>>;
  /** What was claimed about past outages. */
  readonly claims: () => Promise<ClaimsBundle>;
  /** What the last step of a slider drew, for the next. */
  readonly kept: KeptDraws;
}

/** What a long task tells, and is told, while it runs. */
export interface Watch {
  readonly onProgress: (done: number) => void;
  readonly isStopped: () => boolean;
}

const unwatched: Watch = { onProgress: () => undefined, isStopped: () => false };

/** Answers one task of the page. @throws ImpactError that names the field */
export async function runTask(
  engine: Engine,
  task: Task,
  watch: Watch = unwatched,
): Promise<Answers[Task['kind']]> {
  switch (task.kind) {
    case 'index':
      return indexOf(engine.bundle);
    case 'estimate':
      return estimateChoice(engine, task.choice, task.draws);
    case 'compare':
      return compareChoices(engine, task.first, task.second);
    case 'reach':
      return reachOf(engine, task.choice);
    case 'claim': {
      const [{ assessInPage }, { families, ...known }] = await Promise.all([
        import('./assess-in-page.ts'),
        engine.claims(),
      ]);
      const { scenario } = await open(engine, task.choice);
      // A changed event is still that event: what was said about it is of interest.
      const family = families[task.choice.event ?? ''] ?? null;
      return assessInPage(task.claim, scenario, { family, ...known }, engine.bundle.catalog, task.language);
    }
    case 'price': {
      const { priceInPage } = await import('./price-in-page.ts');
      return priceInPage(task.risk, engine.bundle.catalog);
    }
    case 'book': {
      const { bookInPage } = await import('./book-in-page.ts');
      const { scenario } = await open(engine, { event: task.event, assumptions: {} });
      return bookInPage(task, scenario, engine.bundle.catalog, watch);
    }
    case 'scenario': {
      const { toScenarioJson } = await changes();
      return toScenarioJson((await open(engine, task.choice)).scenario);
    }
  }
}

/** The schema is as large as the rest of the engine, and an event as it is needs none: it was checked at build. */
const changes = () => import('./scenario-of-choice.ts');

async function open({ bundle, events }: Engine, choice: Choice): Promise<WhatIf> {
  const isAsFiled = isUnchanged(choice) && choice.draws === undefined && choice.seed === undefined;
  if (isAsFiled && choice.event !== undefined) {
    const filed = choice.event === bundle.first.id ? bundle.first : (await events()).get(choice.event);
    if (filed !== undefined) return { scenario: filed, said: [] };
  }
  const { scenarioOfChoice } = await changes();
  return scenarioOfChoice(choice, bundle.catalog, await events());
}

function indexOf({ catalog, events }: CatalogBundle): CatalogIndex {
  return {
    events,
    kinds: [...catalog.kinds.values()].map(({ id, title }) => ({ id, title })),
    providers: [...catalog.providers.values()].map(({ provider, region, title, kind }) => ({
      provider,
      region,
      title,
      kind,
    })),
    sectors: [...catalog.sectors.values()].map(({ id, title }) => ({ id, title })),
    countries: catalog.countries.map(({ iso2, name }) => ({ iso2, name })),
    exchangeRates: catalog.exchangeRates,
    validation: catalog.validation,
  };
}

async function estimateChoice(
  engine: Engine,
  choice: Choice,
  draws: number | undefined,
): Promise<EstimateReply> {
  const { catalog } = engine.bundle;
  const { scenario: full, said } = await open(engine, choice);
  const rough = draws !== undefined && draws < full.simulation.draws;
  const scenario = rough ? { ...full, simulation: { ...full.simulation, draws } } : full;
  // Only of few draws: it stays in memory.
  const kept = draws === undefined ? null : engine.kept;
  const result = estimate(scenario, catalog, zoneOffsetHours, kept);
  return {
    result,
    said,
    facts: factsNow(scenario),
    ask: factsToAsk(scenario, catalog),
    rough,
    spans: rough ? {} : spansOf(result.provenance),
  };
}

async function compareChoices(engine: Engine, first: Choice, second: Choice): Promise<ComparisonReply> {
  const a = await open(engine, first);
  const b = await open(engine, second);
  // The same draws, so the same simulation, whatever the other asks for.
  const other = { ...b.scenario, simulation: a.scenario.simulation };
  return {
    comparison: compare(a.scenario, other, engine.bundle.catalog, zoneOffsetHours),
    said: [a.said, b.said],
    facts: [factsNow(a.scenario), factsNow(other)],
  };
}

/** Enough to see that a middle moved: the draws are the same on both sides. */
const REACH_DRAWS = 64;

/** Asks the engine itself which methods a fact reaches: each fact is changed a little, alone. */
async function reachOf(engine: Engine, choice: Choice): Promise<ReachReply> {
  const rough = { ...choice, draws: REACH_DRAWS };
  const before = await middles(engine, rough);
  const facts = before.facts;
  const trials: Partial<Record<Changeable, Partial<Choice>>> = {
    ...(facts.hours === null ? {} : { hours: { hours: facts.hours * 1.25 } }),
    ...(facts.start === null ? {} : { start: { start: twelveHoursLater(facts.start) } }),
    firms: { firms: (facts.firms ?? 100) * 1.5 },
    reports: { reports: (facts.reports ?? 10_000) * 1.5 },
    ...(facts.datesKnown[0] === undefined ? {} : { asOf: { asOf: facts.datesKnown[0] } }),
  };
  const reach: [string, readonly MethodId[]][] = [];
  for (const [name, change] of Object.entries(trials)) {
    const after = await middlesOrNull(engine, { ...rough, ...change });
    const felt = [...(after ?? [])].filter(([method, middle]) => before.byMethod.get(method) !== middle);
    reach.push([name, felt.map(([method]) => method)]);
  }
  return Object.fromEntries(reach);
}

async function middles(
  engine: Engine,
  choice: Choice,
): Promise<{ readonly facts: EstimateReply['facts']; readonly byMethod: ReadonlyMap<MethodId, number> }> {
  const { result, facts } = await estimateChoice(engine, choice, undefined);
  return { facts, byMethod: rawMiddles(result) };
}

/** Null where the changed scenario cannot be estimated. */
async function middlesOrNull(engine: Engine, choice: Choice): Promise<ReadonlyMap<MethodId, number> | null> {
  try {
    return (await middles(engine, choice)).byMethod;
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
