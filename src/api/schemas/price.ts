import { z } from 'zod';
import { recaptureWordings } from '../../core/insurance/price/risk.ts';
import { riskShape, yearsUpTo } from '../../schema/risk.ts';
import { strictObject } from '../../schema/strict-object.ts';
import { MOST_API_YEARS } from '../simulation-cost.ts';
import { provenanceRow } from './estimate.ts';
import { quantity } from './quantity.ts';

/** A risk as a caller sends it: that of `price`, with fewer years allowed. */
export const riskRequest = strictObject(
  { ...riskShape, simulation: yearsUpTo(MOST_API_YEARS) },
  'a risk',
).meta({
  id: 'Risk',
  description: 'One insured and its policy against outages of a cloud provider; money in US dollars.',
});

const text = z.string();
const number = z.number();
const usd = number.describe('US dollars a year');
const recapture = z.enum(recaptureWordings);
const money = z
  .strictObject({ amount: text.describe('decimal'), currency: z.literal('USD') })
  .meta({ id: 'Money', description: 'Money of a contract, exact.' });
const worldRange = z.strictObject({ mean: number, p5: number, p95: number }).meta({
  id: 'WorldRange',
  description: '9 chances in 10 lie between p5 and p95, over all that is not known.',
});

/** What `priceJson` writes; a test holds the two together. */
export const priceResponse = z
  .strictObject({
    schema: z.literal('lossrange/price@1'),
    id: text,
    versions: z.strictObject({
      engine: text,
      models: z.record(text, text),
      data: z.record(text, text),
    }),
    seed: z.int(),
    worlds: z.int(),
    yearsPerWorld: z.int(),
    risk: z.strictObject({
      insured: z.strictObject({
        annualRevenueUsd: number,
        sector: text,
        country: text.nullable(),
        grossMarginShare: number.nullable(),
        dependenceShare: number.nullable(),
        provider: text.nullable(),
        region: text.nullable(),
        failoverHours: number.nullable(),
        extraExpenseUsd: number.describe('US dollars of each outage that costs it income'),
      }),
      policy: z.strictObject({
        waitingHours: number,
        waitingMode: text,
        waitingClock: text,
        recapture,
        indemnityDays: number,
        coinsuranceShare: number,
        retention: money,
        attachment: money,
        limit: money,
        annualLimit: money.nullable(),
      }),
      load: text,
      assumptions: z.record(text, quantity),
      simulation: z.strictObject({ worlds: z.int(), years: z.int(), seed: z.int() }),
    }),
    sectorTitle: text,
    technicalPremiumUsd: worldRange,
    rateOnLine: number.nullable().describe('mean technical premium over the limit; null without a limit'),
    lines: z.array(z.strictObject({ step: text, usd, rate: number.nullable() })),
    payingOutagesPerYear: worldRange,
    averageGroundUpLossUsd: usd,
    averageGrossLossUsd: z.strictObject({
      factorMedianOne: usd.describe('structural factor as it is, of median 1'),
      meanNeutral: usd.describe('structural factor divided by its mean'),
    }),
    standardDeviationUsd: usd,
    standardErrorUsd: z.strictObject({ process: usd, parameter: usd }),
    waiting: z.array(
      z.strictObject({
        mode: z.enum(['timeDeductible', 'qualifying']),
        waitingHours: number,
        technicalPremiumUsd: usd,
        averageGrossLossUsd: usd,
        payingOutagesPerYear: number,
      }),
    ),
    otherWording: z
      .strictObject({ recapture, technicalPremiumUsd: usd, averageGrossLossUsd: usd })
      .describe('the same policy were sales made up later treated the other way'),
    aggregateExceedance: z.array(
      z.strictObject({ returnPeriodYears: number, grossLossUsd: number, low: number, high: number }),
    ),
    counted: z.array(
      z.strictObject({
        id: text,
        outages: number,
        years: number,
        overHours: number,
        perYear: number,
        low: number,
        high: number,
      }),
    ),
    provenance: z.array(provenanceRow),
    warnings: z.array(z.strictObject({ code: text, path: text, message: text })),
  })
  .meta({
    id: 'Price',
    description: 'What covering one risk should cost, from loss to premium; gross of reinsurance.',
  });
