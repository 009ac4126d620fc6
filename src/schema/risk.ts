import { z } from 'zod';
import { ImpactError } from '../core/errors/impact-error.ts';
import { waitingClocks, waitingModes } from '../core/insurance/policy.ts';
import { recaptureWordings } from '../core/insurance/price/risk.ts';
import type { Risk } from '../core/insurance/price/risk.ts';
import { explain, plain } from './issue.ts';
import type { IssueParams } from './issue.ts';
import { assumptionsSchema, parseWith } from './scenario.ts';
import { DEFAULT_SEED, seedSchema, wholeNumber } from './simulation.ts';
import { strictObject } from './strict-object.ts';
import { countryCode, idOf } from './text.ts';

export const DEFAULT_WORLDS = 500;
export const DEFAULT_YEARS = 200_000;
/** Above this a run takes minutes, and worlds say more than years. */
const MOST_YEARS = 5_000_000;
const MOST_WORLDS = 20_000;
/** More than any firm earns in a year, US dollars. */
const MOST_USD = 1e13;

const outOfRange: IssueParams = { code: 'PARAMETER_OUT_OF_RANGE' };

/** A number within bounds, both allowed. */
function numberFrom(what: string, min: number, max: number, hint: string) {
  const allowed = `must be ${what}, from ${plain(min)} to ${plain(max)}`;
  return z
    .number(explain(allowed, hint))
    .superRefine((value, context) => {
      if (value >= min && value <= max) return;
      context.addIssue({ code: 'custom', message: explain(allowed, hint), params: { ...outOfRange } });
    })
    .meta({ type: 'number', minimum: min, maximum: max });
}

const usd = (what: string, min = 0) =>
  numberFrom(what, min, MOST_USD, 'write plain US dollars, such as 5000000');
const share = (what: string) => numberFrom(what, 0, 1, 'write 0.45 for 45 percent');

/** The keys of a risk without its simulation. */
export const riskShape = {
  insured: strictObject(
    {
      annualRevenueUsd: usd('the revenue of a year', 1),
      sector: idOf('the sector', 'retail-trade'),
      country: countryCode.nullable().default(null),
      grossMarginShare: share('net profit and continuing expenses as a share of revenue')
        .nullable()
        .default(null),
      dependenceShare: share('the share of its work that needs the cloud').nullable().default(null),
      provider: idOf('the cloud provider', 'aws').nullable().default(null),
      region: idOf('the region of the provider', 'us-east-1').nullable().default(null),
      failoverHours: numberFrom('hours until it runs elsewhere', 0, 43_800, 'leave it out when it never does')
        .nullable()
        .default(null),
      extraExpenseUsd: usd('the extra expense of each outage').default(0),
    },
    'the insured',
  ).refine(({ provider, region }) => region === null || provider !== null, {
    path: ['region'],
    error: explain('needs its provider', 'give insured.provider, or leave the region out'),
  }),
  policy: strictObject(
    {
      waitingHours: numberFrom('the waiting period in hours', 0, 8760, 'usual are 8, 10 and 12'),
      waitingMode: z
        .enum(
          waitingModes,
          explain('must be how the waiting period works', 'write timeDeductible, qualifying or greaterOf'),
        )
        .default('timeDeductible'),
      waitingClock: z
        .enum(
          waitingClocks,
          explain('must be whose clock runs', 'write provider-outage or insured-interruption'),
        )
        .default('provider-outage'),
      recapture: z
        .enum(
          recaptureWordings,
          explain('must say whether sales made up later are deducted', 'write deducted or not-deducted'),
        )
        .default('deducted'),
      indemnityDays: numberFrom('the period of indemnity in days', 0.5, 3650, 'usual are 90 to 180').default(
        120,
      ),
      retentionUsd: usd('the retention of each loss').default(0),
      coinsuranceShare: share('the share of each loss that the insured keeps').default(0),
      attachmentUsd: usd('the attachment of the layer').default(0),
      limitUsd: usd('the limit of the layer', 1),
      annualLimitUsd: usd('the most paid in a year', 1).nullable().default(null),
    },
    'the policy',
  ),
  load: z
    .enum(
      ['standard-deviation', 'cost-of-capital'],
      explain('must be the load for risk', 'write standard-deviation or cost-of-capital'),
    )
    .default('standard-deviation'),
  assumptions: assumptionsSchema,
};

/** Worlds, years and seed, with at most `mostYears` years. */
export function yearsUpTo(mostYears: number) {
  return strictObject(
    {
      worlds: wholeNumber(
        'the number of worlds',
        2,
        MOST_WORLDS,
        'a world is one draw of everything uncertain',
      ).default(DEFAULT_WORLDS),
      years: wholeNumber(
        'the number of years, in all worlds together',
        4,
        mostYears,
        'more years, less noise',
      ).default(DEFAULT_YEARS),
      seed: seedSchema,
    },
    'the simulation',
  )
    .refine(({ worlds, years }) => years >= 2 * worlds, {
      path: ['years'],
      error: explain('must be two years for each world at least', 'take fewer worlds, or more years'),
    })
    .default({ worlds: DEFAULT_WORLDS, years: DEFAULT_YEARS, seed: DEFAULT_SEED });
}

const riskSchema = strictObject({ ...riskShape, simulation: yearsUpTo(MOST_YEARS) }, 'a risk');

/** A risk as a caller writes it. */
export type RiskInput = z.input<typeof riskSchema>;

/**
 * Outside JSON to a risk.
 *
 * @throws ImpactError RISK_INVALID or PARAMETER_OUT_OF_RANGE for the first problem found
 */
export function parseRisk(json: unknown, label?: string): Risk {
  try {
    return parseWith(riskSchema, json, label);
  } catch (error) {
    if (!(error instanceof ImpactError) || error.code !== 'SCENARIO_INVALID') throw error;
    const { path, message, hint } = error;
    // Without a label the whole input is called a scenario.
    const place = path === 'scenario' ? 'risk' : path;
    throw new ImpactError('RISK_INVALID', { path: place, message, hint, cause: error });
  }
}
