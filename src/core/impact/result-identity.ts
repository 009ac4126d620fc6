import type { ProvenanceRow } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { resultId } from '../units/hash.ts';
import { ENGINE_VERSION } from '../version.ts';

/** Keys that say where a fact comes from or what the scenario is called: they change no number. */
const describing = new Set(['id', 'title', 'source', 'sources', 'simulation']);

/**
 * The id of a result: a hash of what went in, and of nothing else (no time, path, host or thread count).
 *
 * @param versions  sha256 of the model and data files that were used
 * @param parameters  values that were used, so that a catalog changed in memory gives another id
 */
export function identify(
  scenario: Scenario,
  versions: Readonly<Record<string, string>>,
  parameters: readonly ProvenanceRow[],
): string {
  return resultId({
    scenario: withoutDescriptions(scenario),
    draws: scenario.simulation.draws,
    seed: scenario.simulation.seed,
    engine: ENGINE_VERSION,
    files: versions,
    parameters: Object.fromEntries(parameters.map((row) => [row.parameter, row.value])),
  });
}

function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => inner !== undefined && !describing.has(key));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutDescriptions(inner)]));
}
