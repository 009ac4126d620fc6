import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import { compile } from '../impact/compile.ts';
import { measureDraws } from '../impact/measures.ts';
import { pool } from '../impact/pool.ts';
import { simulate } from '../impact/simulate.ts';
import type { MeasureId } from '../result.ts';
import type { Scenario } from '../scenario.ts';

/** Draws of one measure with the scope they speak of. */
export interface ScopedDraws {
  readonly scope: string;
  /** US dollars, one a draw, structural error included. */
  readonly draws: Float64Array;
  /** Log10, as used. */
  readonly structuralError: number;
  /** Model and data files that were read for it. */
  readonly filesUsed: readonly string[];
}

/**
 * The draws behind one measure of an estimate, without its explanation.
 *
 * @param structuralError  log10; replaces the shipped one of the event's kind. 0 gives the parameters' doubt alone.
 * @returns null when the methods that ran cannot give the measure
 */
export function drawsOfMeasure(
  scenario: Scenario,
  measure: MeasureId,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
  structuralError?: number,
): ScopedDraws | null {
  const { model: compiled, filesUsed } = compile(scenario, catalog, zoneOffset);
  const model =
    structuralError === undefined
      ? compiled
      : { ...compiled, structural: { ...compiled.structural, logSd: structuralError } };
  const simulation = simulate(model);
  const draws = measureDraws(model, simulation, pool(model, simulation), measure);
  if (draws === null) return null;
  return { scope: model.scope.label, draws, structuralError: model.structural.logSd, filesUsed };
}
