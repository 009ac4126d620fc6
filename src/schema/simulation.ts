import { z } from 'zod';
import { explain, plain } from './issue.ts';
import type { IssueParams } from './issue.ts';
import { strictObject } from './strict-object.ts';

/** Draws of an estimate that names none: a standard error of about 1 % of the 90 % range. */
export const DEFAULT_DRAWS = 20_000;
export const DEFAULT_SEED = 1;
/** Above this a run takes minutes and gains nothing: the range hardly moves after 100,000. */
export const MOST_DRAWS = 10_000_000;

const outOfRange: IssueParams = { code: 'PARAMETER_OUT_OF_RANGE' };

/** A whole number within bounds, refused with the limit otherwise. */
export function wholeNumber(what: string, min: number, max: number, hint: string) {
  const allowed = `must be ${what}, a whole number from ${plain(min)} to ${max === Number.MAX_SAFE_INTEGER ? '2^53 - 1' : plain(max)}`;
  return (
    z
      .number(explain(allowed, hint))
      .superRefine((value, context) => {
        if (Number.isInteger(value) && value >= min && value <= max) return;
        context.addIssue({ code: 'custom', message: explain(allowed, hint), params: { ...outOfRange } });
      })
      // For the JSON Schema, which cannot see into a refinement.
      .meta({ type: 'integer', minimum: min, maximum: max })
  );
}

/** The number that fixes all chance. */
export const seedSchema = wholeNumber(
  'the seed',
  0,
  Number.MAX_SAFE_INTEGER,
  'any small number does; the same seed gives the same result',
)
  .overwrite((value) => value + 0)
  .default(DEFAULT_SEED);

/** Draws and seed, with at most `mostDraws` draws. */
export function simulationUpTo(mostDraws: number) {
  return strictObject(
    {
      draws: wholeNumber(
        'the number of draws',
        1,
        mostDraws,
        `${plain(DEFAULT_DRAWS)} are enough for two digits`,
      ).default(DEFAULT_DRAWS),
      seed: seedSchema,
    },
    'the simulation',
  );
}

export const simulationSchema = simulationUpTo(MOST_DRAWS);
