import { ImpactError, type ErrorCode } from '../core/errors/impact-error.ts';
import type { EstimateResult } from '../core/result.ts';
import type { Scenario } from '../core/scenario.ts';
import { bundledCatalog } from '../services/bundled-catalog.ts';
import { compareEstimates } from '../services/compare-estimates.ts';
import { estimateImpact } from '../services/estimate-impact.ts';
import { comparisonJson } from '../report/comparison-json.ts';
import { estimateCsv } from '../report/estimate-csv.ts';
import { estimateJson } from '../report/estimate-json.ts';

/** Once per thread; the pool sends work only when it is there. */
const catalog = await bundledCatalog();

/** An answer, or the error that refused the input: an error object would lose its fields between threads. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: ErrorCode;
        readonly path: string;
        readonly message: string;
        readonly hint: string;
      };
    };

/** An estimate as it is sent. */
export interface EstimateText {
  readonly id: string;
  readonly json: string;
}

export function estimate(scenario: Scenario): Promise<Outcome<EstimateText>> {
  return outcome(async () => {
    const result = await estimateImpact(scenario, { catalog });
    return { id: result.id, json: estimateJson(result) };
  });
}

export function compare(pair: { first: Scenario; second: Scenario }): Promise<Outcome<string>> {
  return outcome(
    async () => comparisonJson(await compareEstimates(pair.first, pair.second, { catalog })),
    async (error) => `${await sideOf(pair.first, error)}.`,
  );
}

/** The table of an estimate that was sent before. */
export function csv(json: string): Promise<Outcome<string>> {
  return outcome(() => Promise.resolve(estimateCsv(JSON.parse(json) as EstimateResult)));
}

/** Does nothing; answered when the catalog is read. */
export function warm(): Promise<Outcome<null>> {
  return outcome(() => Promise.resolve(null));
}

async function outcome<Value>(
  work: () => Promise<Value>,
  prefixOf: (error: ImpactError) => string | Promise<string> = () => '',
): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof ImpactError)) throw error;
    const { code, message, hint } = error;
    return { ok: false, error: { code, path: (await prefixOf(error)) + error.path, message, hint } };
  }
}

/** Which of two scenarios an error speaks of: the first when it fails alone in the same way. */
async function sideOf(first: Scenario, error: ImpactError): Promise<'first' | 'second'> {
  try {
    await estimateImpact({ ...first, simulation: { draws: 1, seed: 0 } }, { catalog });
  } catch (alone) {
    if (alone instanceof ImpactError && alone.path === error.path) return 'first';
  }
  return 'second';
}
