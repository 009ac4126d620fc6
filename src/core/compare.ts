import type { Catalog, ZoneOffsetHours } from './catalog.ts';
import { ImpactError } from './errors/impact-error.ts';
import { buildResult } from './impact/build-result.ts';
import { compile } from './impact/compile.ts';
import type { CompiledModel } from './impact/compile.ts';
import { pool } from './impact/pool.ts';
import { simulate } from './impact/simulate.ts';
import { lending } from './memory/lent-arrays.ts';
import type { ComparisonResult, EstimateResult, MethodId } from './result.ts';
import type { Scenario } from './scenario.ts';
import { quantilesOf } from './statistics/quantiles.ts';

/**
 * Compares two scenarios on the same draws. The second takes each draw from the same method as the first wherever it
 * has it, so that a change of weights is not mistaken for an effect of the change.
 *
 * @throws ImpactError when the two differ in draws or seed, or one cannot be estimated
 */
export function compare(
  first: Scenario,
  second: Scenario,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): ComparisonResult {
  for (const name of ['draws', 'seed'] as const) {
    if (first.simulation[name] === second.simulation[name]) continue;
    throw new ImpactError('SCENARIO_INVALID', {
      path: `simulation.${name}`,
      message: `the two scenarios differ in ${name}: ${first.simulation[name]} and ${second.simulation[name]}`,
      hint: 'a comparison needs the same draws; set both alike',
    });
  }
  return lending(() => compareDraws(first, second, catalog, zoneOffset));
}

function compareDraws(
  first: Scenario,
  second: Scenario,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): ComparisonResult {
  const compiledA = compile(first, catalog, zoneOffset);
  const compiledB = compile(second, catalog, zoneOffset);
  const [modelA, modelB] = [compiledA.model, compiledB.model];
  const simulationA = simulate(modelA);
  const simulationB = simulate(modelB);
  const pooledA = pool(modelA, simulationA);
  const pooledB = pool(modelB, simulationB, heldWeights(modelA, pooledA.weights, modelB));
  const a = buildResult(first, catalog, compiledA, simulationA, pooledA);
  const b = buildResult(second, catalog, compiledB, simulationB, pooledB);
  const ratios = pooledA.lost.map((usd, i) => pooledB.lost[i]! / usd);
  const comparable = a.headline && b.headline && pooledA.lost.every((usd) => usd > 0);
  const [p5, p50, p95] = comparable ? quantilesOf(ratios, [0.05, 0.5, 0.95]) : [];
  let higher = 0;
  pooledA.lost.forEach((usd, i) => (higher += pooledB.lost[i]! > usd ? 1 : 0));
  return {
    schema: 'lossrange/comparison@1',
    first: a,
    second: b,
    ratio: comparable ? { p5: p5!, p50: p50!, p95: p95! } : null,
    secondHigherShare: higher / pooledA.lost.length,
    changed: differences(first, second),
    methodsFelt: methodsFelt(a, b),
  };
}

/** The first scenario's weights by method, on the methods of the second; what is missing there the others share. */
function heldWeights(
  first: CompiledModel,
  weights: readonly number[],
  second: CompiledModel,
): number[] | undefined {
  const byMethod = new Map(first.methods.map((method, i) => [method.method, weights[i]!]));
  const held = second.methods.map((row) => (row.scope === 'whole' ? (byMethod.get(row.method) ?? 0) : 0));
  const total = held.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return undefined;
  // With every method present the weights are left to the last bit, so that equal scenarios stay equal.
  return Math.abs(total - 1) < 1e-9 ? held : held.map((weight) => weight / total);
}

function methodsFelt(a: EstimateResult, b: EstimateResult): MethodId[] {
  return a.methods.flatMap((row) => {
    const other = b.methods.find((candidate) => candidate.method === row.method);
    const otherRaw = other?.raw ?? null;
    if (row.raw === null || otherRaw === null) return [];
    return row.raw.p50 === otherRaw.p50 ? [] : [row.method];
  });
}

/** Fields whose values differ, ignoring names and sources. */
function differences(first: Scenario, second: Scenario): ComparisonResult['changed'] {
  const rows: { path: string; first: string; second: string }[] = [];
  const visit = (path: string, a: unknown, b: unknown): void => {
    if (isBranch(a) && isBranch(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (['id', 'title', 'source', 'sources'].includes(key)) continue;
        const at = Array.isArray(a) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
        visit(at, a[key], b[key]);
      }
    } else if (JSON.stringify(a) !== JSON.stringify(b)) {
      rows.push({ path, first: inWords(a), second: inWords(b) });
    }
  };
  visit('', first, second);
  return rows;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inWords(value: unknown): string {
  return value === undefined ? 'not given' : JSON.stringify(value);
}
