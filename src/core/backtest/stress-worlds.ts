import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import { quantileAt } from '../distribution/marginal.ts';
import type { Quantity } from '../distribution/quantity.ts';
import { compile } from '../impact/compile.ts';
import type { CompiledModel } from '../impact/compile.ts';
import { runChunk } from '../impact/run-chunk.ts';
import { fillUniforms } from '../random/stream.ts';
import type { Scenario, UserReports } from '../scenario.ts';
import type { CalibrationEvents } from './honest-worlds.ts';
import type { WorldGroup } from './run-worlds.ts';

/**
 * Worlds that break an assumption of the engine. Wrong ones show that the scores can fail; mild ones show that the
 * range holds when facts are a little wrong, thanks to the structural error. Only what is named differs from the
 * engine, pooling weights included.
 */
export function stressWorlds(
  events: CalibrationEvents,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): readonly WorldGroup[] {
  const modelOf = (scenario: Scenario): CompiledModel => compile(scenario, catalog, zoneOffset).model;
  return [
    ...wrongDependence(modelOf(hoursLong(events.systemic, 6))),
    missingStructuralError(modelOf(events['company-long-cyber'])),
    cloudRegion(events.systemic, modelOf),
    roundedLength(events['company-it'], modelOf),
    oneFirmOnStandby(modelOf(events['company-it'])),
  ];
}

/** Nothing but the sectors is in doubt, so that their bond is all that decides the width. */
function wrongDependence(cloud: CompiledModel): readonly WorldGroup[] {
  const sectorsOnly = withStructuralError(holdInputs(onlyFootprint(cloud)), 0);
  const bonded = withSectorCorrelation(sectorsOnly, 0.9);
  const free = withSectorCorrelation(sectorsOnly, 0);
  return [
    {
      range: free,
      worlds: [
        {
          id: 'sectors-bonded',
          title: 'sectors err together, range says apart',
          expected: 'rejected',
          target: 'footprint',
          truth: () => bonded,
        },
      ],
    },
    {
      range: bonded,
      worlds: [
        {
          id: 'sectors-free',
          title: 'sectors err apart, range says together',
          expected: 'rejected',
          target: 'footprint',
          truth: () => free,
        },
      ],
    },
  ];
}

/**
 * A range without structural error. Whether methods share it or have their own makes no difference to one event: each
 * draw of the pool takes one method.
 */
function missingStructuralError(model: CompiledModel): WorldGroup {
  return {
    range: withStructuralError(model, 0),
    worlds: [
      {
        id: 'no-structural-error',
        title: 'structural error left out of the range',
        expected: 'rejected',
        target: 'pool',
        truth: () => model,
      },
    ],
  };
}

function cloudRegion(scenario: Scenario, modelOf: (scenario: Scenario) => CompiledModel): WorldGroup {
  const model = modelOf(scenario);
  const exposed = modelOf(doubleExposure(scenario, model));
  const someMissing = modelOf(moreReports(scenario, 1 / 0.9));
  const mostMissing = modelOf(moreReports(scenario, 10));
  return {
    range: model,
    worlds: [
      {
        id: 'heavy-tails',
        title: 'tails of t4, half as wide again',
        expected: 'rejected',
        target: 'pool',
        truth: (seed) => withHeavyTails(model, 1.5, seed),
      },
      {
        id: 'exposure-doubled',
        title: 'exposure twice as large, footprint',
        expected: 'rejected',
        target: 'footprint',
        truth: () => exposed,
      },
      {
        id: 'exposure-doubled-pool',
        title: 'exposure twice as large, pooled',
        expected: 'held',
        target: 'pool',
        truth: () => exposed,
      },
      {
        id: 'tails-t4',
        title: 'tails of t4, not cut',
        expected: 'held',
        target: 'pool',
        truth: (seed) => withHeavyTails(model, 1, seed),
      },
      {
        id: 'reports-missing',
        title: 'one report in ten not counted',
        expected: 'held',
        target: 'pool',
        truth: () => someMissing,
      },
      {
        id: 'reports-censored',
        title: 'one report in ten counted',
        expected: 'held',
        target: 'pool',
        truth: () => mostMissing,
      },
      {
        id: 'hot-standby',
        title: 'a fifth of all firms on hot standby',
        expected: 'held',
        target: 'pool',
        truth: () => model,
        // Of tens of thousands of firms the fifth that loses nothing is a fixed share.
        lossFactor: () => 1 - STANDBY_SHARE,
      },
    ],
  };
}

/** Lengths are stated in whole hours: a stated hour was anything from half an hour to one and a half. */
function roundedLength(scenario: Scenario, modelOf: (scenario: Scenario) => CompiledModel): WorldGroup {
  const exact = modelOf(hoursLong(scenario, { uniform: [0.5, 1.5] }));
  return {
    range: modelOf(hoursLong(scenario, 1)),
    worlds: [
      {
        id: 'rounded-length',
        title: 'one hour, rounded to whole hours',
        expected: 'held',
        target: 'pool',
        truth: () => exact,
      },
    ],
  };
}

/** Asked of one firm, a fifth that loses nothing is no small error: the engine must be told of a standby. */
function oneFirmOnStandby(model: CompiledModel): WorldGroup {
  return {
    range: model,
    worlds: [
      {
        id: 'one-firm-on-standby',
        title: 'one firm, on hot standby one time in five',
        expected: 'rejected',
        target: 'pool',
        truth: () => model,
        lossFactor: (seed) => (uniformOf(seed, 'stress-worlds.standby') < STANDBY_SHARE ? 0 : 1),
      },
    ],
  };
}

const STANDBY_SHARE = 0.2;

/** The same outage, told by its start and length alone. */
function hoursLong(scenario: Scenario, durationHours: Quantity): Scenario {
  const { outage } = scenario;
  const start = outage.start ?? outage.phases[0]?.start;
  return {
    ...scenario,
    outage: { ...outage, windows: [], phases: [], restorationHours: undefined, start, durationHours },
  };
}

function moreReports(scenario: Scenario, factor: number): Scenario {
  const { affected } = scenario;
  const userReports = affected.userReports.map((reports): UserReports => {
    const { count } = reports;
    return typeof count === 'number' ? { ...reports, count: count * factor } : reports;
  });
  return { ...scenario, affected: { ...affected, userReports } };
}

/** Overrides the share of the economy behind the provider, at home and elsewhere, by twice its middle. */
function doubleExposure(scenario: Scenario, { inputs }: CompiledModel): Scenario {
  const doubled = inputs.flatMap(({ name, marginal }): [string, Quantity][] =>
    /^exposure\..*\.(?:home|elsewhere|world)$/.test(name) && marginal.kind === 'lognormal'
      ? [[name, { lognormal: { median: 2 * Math.exp(marginal.mu), gsd: Math.exp(marginal.sigma) } }]]
      : [],
  );
  return { ...scenario, assumptions: { ...scenario.assumptions, ...Object.fromEntries(doubled) } };
}

function onlyFootprint(model: CompiledModel): CompiledModel {
  return { ...model, methods: model.methods.filter(({ method }) => method === 'footprint') };
}

/** Fixes at its median every input that does not share a factor with its family. */
function holdInputs(model: CompiledModel): CompiledModel {
  return {
    ...model,
    inputs: model.inputs.map((input) =>
      input.family === null
        ? { ...input, marginal: { kind: 'constant', value: quantileAt(input.marginal, 0.5) } }
        : input,
    ),
  };
}

function withSectorCorrelation(model: CompiledModel, correlation: number): CompiledModel {
  return {
    ...model,
    inputs: model.inputs.map((input) =>
      input.family === null ? input : { ...input, family: { ...input.family, correlation } },
    ),
  };
}

function withStructuralError(model: CompiledModel, logSd: number): CompiledModel {
  return { ...model, structural: { ...model.structural, logSd } };
}

/**
 * The model whose structural factor of this seed's first draw is 10^(0.9 · width · s · t), t Student with 4 degrees of
 * freedom, not cut: the engine's own draw t6 is replaced through its scale, s · t / t6, so that the ceiling applies as ever.
 */
export function withHeavyTails(model: CompiledModel, width: number, seed: number): CompiledModel {
  const bare = runChunk({ ...model, methods: [], ceiling: null, inputs: [], draws: 1, seed }, 0);
  const engineLog = Math.log10(bare.structural[0]!);
  const { logSd } = model.structural;
  const heavyLog = 0.9 * width * logSd * studentT4Quantile(uniformOf(seed, 'stress-worlds.tails'));
  return withStructuralError(model, (logSd * heavyLog) / engineLog);
}

/**
 * Quantile of Student's t with 4 degrees of freedom, closed form.
 *
 * @param u  inside (0, 1)
 * Source: Shaw (2006), "Sampling Student's T distribution: use of the inverse cumulative distribution function",
 * Journal of Computational Finance 9(4)
 * @example studentT4Quantile(0.95) // 2.1318
 */
export function studentT4Quantile(u: number): number {
  const root = Math.sqrt(4 * u * (1 - u));
  const size = 2 * Math.sqrt(Math.max(0, Math.cos(Math.acos(root) / 3) / root - 1));
  return u < 0.5 ? -size : size;
}

function uniformOf(seed: number, stream: string): number {
  const one = new Float64Array(1);
  fillUniforms(one, seed, stream, 0);
  return one[0]!;
}
