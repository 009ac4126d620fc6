import { z } from 'zod';
import type { Scenario } from '../core/scenario.ts';
import { affectedSchema } from './affected.ts';
import { errorFromZod } from './error-from-zod.ts';
import { explain } from './issue.ts';
import { outageSchema } from './outage.ts';
import { requirePlainJson } from './plain-json.ts';
import { quantitySchema } from './quantity.ts';
import { scopeSchema } from './scope.ts';
import { DEFAULT_DRAWS, DEFAULT_SEED, simulationSchema } from './simulation.ts';
import { sourcesSchema } from './sources.ts';
import { strictObject } from './strict-object.ts';
import { idOf, lineOfText } from './text.ts';
import { dateOrInstantText } from './time.ts';

const PATH = explain('must be the path of a model parameter', 'example: "recapture.retail-trade"');

/** Which branch of the structural error applies; see `models/structural-error`. */
const exposures = ['company-long-cyber', 'airline', 'company-it', 'systemic', 'national-shutdown'] as const;

export const exposureSchema = z.enum(
  exposures,
  explain('must be a kind of exposure', `write one of ${exposures.join(', ')}`),
);

/** Overrides of model parameters by path. */
export const assumptionsSchema = z
  .record(
    z
      .string()
      .max(100, PATH)
      .regex(/^[a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+){1,4}$/, PATH),
    quantitySchema,
    explain(
      'must be an object of quantities by parameter path',
      'example: { "recapture.retail-trade": 0.7 }',
    ),
  )
  .default({});

/** The keys of a scenario; event files add their own. */
export const scenarioShape = {
  id: idOf('the id of the scenario', 'aws-2025-10-20').optional(),
  title: lineOfText('the title').optional(),
  asOf: dateOrInstantText.optional(),
  outage: outageSchema,
  affected: affectedSchema.default({ businesses: [], userReports: [], coverage: [], companies: [] }),
  scope: scopeSchema.optional(),
  exposure: exposureSchema.optional(),
  assumptions: assumptionsSchema,
  simulation: simulationSchema.default({ draws: DEFAULT_DRAWS, seed: DEFAULT_SEED }),
  sources: sourcesSchema.default({}),
};

const scenarioSchema = strictObject(scenarioShape, 'a scenario');

/** A scenario as people write it, before it is checked: the form of a scenario file. */
export type ScenarioInput = z.input<typeof scenarioSchema>;

/**
 * Outside JSON to a scenario: every unit fixed, defaults filled in, times in UTC, nothing unknown let through.
 * Names of kinds, providers, sectors, countries and parameters are checked for form only; core knows which exist.
 * @param label file or source, for the path of an error
 * @throws ImpactError for the first problem found
 */
export function parseScenario(json: unknown, label?: string): Scenario {
  return parseWith(scenarioSchema, json, label);
}

/** Checks `json` with a schema after making sure that it is plain data of a sane size. */
export function parseWith<Output>(
  schema: z.ZodType<Output>,
  json: unknown,
  label: string | undefined,
): Output {
  requirePlainJson(json, label);
  const result = schema.safeParse(json);
  if (!result.success) throw errorFromZod(result.error, json, label);
  return withoutUndefined(result.data);
}

/** A copy without the keys whose value is undefined, so that a value and its printed form have the same keys. */
export function withoutUndefined<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutUndefined) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutUndefined(inner)])) as Value;
}
