import { z } from 'zod';
import type { Quantity } from '../core/distribution/quantity.ts';
import { explain, plain } from './issue.ts';
import { strictObject } from './strict-object.ts';

/** No amount, count or time in the model comes near this; larger numbers are slips or attacks. */
const LARGEST = 1e15;

/** The allowed forms, for messages; the doc comment of `Quantity` has the rarer ones too. */
const FORMS =
  'a number, {"p5","p95"}, {"p10","p50","p90"}, {"pert":[low,mode,high]}, {"triangular":[low,mode,high]}, ' +
  '{"uniform":[low,high]}, {"normal":{"mean","sd"}}, {"lognormal":{"median","gsd"}} or {"beta":{"mean","sd"}}';

const NUMBER = 'must be a finite number';

const finite = z
  .number({ error: (issue) => explain(NUMBER, numberHint(issue.input) ?? 'write a number such as 42') })
  .min(-LARGEST, { error: explain(NUMBER, `numbers beyond ${LARGEST} have no use here`) })
  .max(LARGEST, { error: explain(NUMBER, `numbers beyond ${LARGEST} have no use here`) })
  // -0 prints as 0, so keeping it would make a printed scenario differ from the parsed one.
  .overwrite((value) => value + 0);

const three = z.tuple(
  [finite, finite, finite],
  explain('must be a list of three numbers', 'write [low, mode, high]'),
);
const two = z.tuple([finite, finite], explain('must be a list of two numbers', 'write [low, high]'));

/** Alternatives of a quantity, for fields that allow further forms beside these. */
export const quantityForms = [
  finite,
  strictObject({ p5: finite, p95: finite }),
  strictObject({
    p10: finite,
    p50: finite,
    p90: finite,
    min: finite.optional(),
    max: finite.optional(),
  }),
  strictObject({ pert: three }),
  strictObject({ triangular: three }),
  strictObject({ uniform: two }),
  strictObject({
    normal: z.union(
      [strictObject({ mean: finite, sd: finite }), strictObject({ p5: finite, p95: finite })],
      explain('must be { mean, sd } or { p5, p95 }', 'example: {"normal":{"mean":5,"sd":2}}'),
    ),
  }),
  strictObject({
    lognormal: z.union(
      [strictObject({ median: finite, gsd: finite }), strictObject({ p10: finite, p90: finite })],
      explain('must be { median, gsd } or { p10, p90 }', 'example: {"lognormal":{"median":5,"gsd":2}}'),
    ),
  }),
  strictObject({ beta: strictObject({ mean: finite, sd: finite }) }),
] as const;

/** Error of a union that holds the quantity forms: what it must be, and a way out that fits what was found. */
export function quantityError(what: string): z.core.$ZodErrorMap {
  return (issue) => explain(what, numberHint(issue.input) ?? `write ${FORMS}`);
}

/**
 * A quantity in any form of `core/distribution/quantity.ts`: finite numbers up to 1e15 in size, no coercion, no unknown keys.
 * Whether it can exist (ordered, positive) is for the distribution to say, which knows why.
 */
export const quantitySchema = z.union(quantityForms, {
  error: quantityError('must be a number or a range'),
}) satisfies z.ZodType<Quantity>;

/** Bounds of a field, both allowed, and the unit that its values are in. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** `share`, `hours`, `USD`, or what is counted. */
  readonly unit: string;
}

/**
 * A quantity whose stated numbers lie within bounds. In a range these are its percentiles, ends, mode, median or mean:
 * a fact outside its bounds is a slip of unit, whereas the thin tail of a distribution is cut when it is drawn.
 */
export function boundedQuantity(bounds: Bounds) {
  return quantitySchema.superRefine((quantity, context) => addBoundIssues(quantity, bounds, context));
}

/** Reports every stated number of `quantity` outside `bounds`; `at` is the path from the checked value to the quantity. */
export function addBoundIssues(
  quantity: Quantity,
  bounds: Bounds,
  context: z.core.$RefinementCtx,
  at: readonly PropertyKey[] = [],
): void {
  for (const { path, value } of statedNumbers(quantity)) {
    if (value >= bounds.min && value <= bounds.max) continue;
    const message = explain(
      `must lie between ${plain(bounds.min)} and ${plain(bounds.max)} (${bounds.unit})`,
      boundHint(value, bounds),
    );
    context.addIssue({ code: 'custom', message, path: [...at, ...path] });
  }
}

/** The numbers of a quantity that are values of the field itself; spreads (`sd`, `gsd`) are not. */
function statedNumbers(quantity: Quantity): readonly { path: readonly PropertyKey[]; value: number }[] {
  if (typeof quantity === 'number') return [{ path: [], value: quantity }];
  return Object.entries(quantity).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'sd' || key === 'gsd' || inner === undefined) return [];
    if (typeof inner === 'number') return [{ path: [key], value: inner }];
    return statedNumbers(inner as Quantity).map(({ path, value }) => ({
      path: [key, ...path.map(index)],
      value,
    }));
  });
}

/** `Object.entries` names list items by text; paths name them by number. */
function index(key: PropertyKey): PropertyKey {
  return typeof key === 'string' && /^\d$/.test(key) ? Number(key) : key;
}

function boundHint(value: number, { min, max, unit }: Bounds): string {
  if (unit === 'share') {
    return value > 1 && value <= 100
      ? `is this percent? write ${plain(value / 100)}`
      : 'a share runs from 0 (none) to 1 (all)';
  }
  if (unit === 'hours' && value > max) {
    return `hours are asked for: ${plain(value)} minutes are ${plain(value / 60)} hours, ${plain(value)} seconds are ${plain(value / 3600)}`;
  }
  if (unit === 'USD' && value > max) return 'write plain US dollars, not cents or another currency';
  return value < min ? `write ${plain(min)} or more` : `write at most ${plain(max)}`;
}

/** Way out when text or a failed calculation stands in the place of a number. */
function numberHint(input: unknown): string | undefined {
  if (typeof input === 'number') return 'NaN and Infinity are not numbers of anything: give a real number';
  if (typeof input !== 'string' || !/^-?\d[\d,]{0,20}(\.\d{1,20})?$/.test(input)) return undefined;
  return `write ${input.replaceAll(',', '')} without quotes or commas`;
}
