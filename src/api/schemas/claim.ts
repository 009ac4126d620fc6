import { z } from 'zod';
import { claimLanguages } from '../../core/claims/claim.ts';
import { explain } from '../../schema/issue.ts';
import { strictObject } from '../../schema/strict-object.ts';
import { idOf, lineOfText } from '../../schema/text.ts';
import { measureId } from './estimate.ts';
import { scenarioRequest } from './scenario.ts';

/** More than any figure ever published about an outage. */
const MOST_AMOUNT = 1e18;
const AMOUNT = 'must be an amount above 0 in whole units of its currency';

export const claimRequest = strictObject(
  {
    text: lineOfText('the claim as it was written', 2_000).optional(),
    amount: z
      .number(explain(AMOUNT, 'example: 5400000000'))
      .gt(0, explain(AMOUNT, 'example: 5400000000'))
      .max(MOST_AMOUNT, explain(AMOUNT, 'write whole units, not cents'))
      .optional(),
    currency: z
      .string(explain('must be a currency code of three capital letters', 'example: "USD"'))
      .regex(/^[A-Z]{3}$/, explain('must be a currency code of three capital letters', 'example: "USD"'))
      .optional(),
    measure: z
      .enum(
        measureId.options,
        explain('must be a measure of loss', `write one of ${measureId.options.join(', ')}`),
      )
      .optional(),
    claimLanguage: z
      .enum(
        claimLanguages,
        explain('must be the language of the claim', `write one of ${claimLanguages.join(', ')}`),
      )
      .optional(),
    event: idOf('the id of a bundled event', 'aws-2025-10-20').optional(),
    scenario: scenarioRequest.optional(),
  },
  'a claim with the outage that it speaks of',
)
  .superRefine(({ event, scenario, text, amount, currency }, context) => {
    const add = (path: string[], allowed: string, hint: string): void =>
      context.addIssue({ code: 'custom', path, message: explain(allowed, hint), params: { found: false } });
    if ((event === undefined) === (scenario === undefined)) {
      add([], 'must name the outage once, by event or by scenario', 'example: { "event": "aws-2025-10-20" }');
    }
    if (text === undefined && amount === undefined) {
      add(
        [],
        'must hold the claim: text, amount or both',
        'example: { "text": "hundreds of billions of dollars" }',
      );
    }
    if (currency !== undefined && amount === undefined) {
      add(['currency'], 'must stand beside an amount', 'remove it: the text names its own currency');
    }
  })
  .meta({ id: 'ClaimRequest', description: 'A published figure, and the outage that it speaks of.' });

const text = z.string();
const usd = z.number().describe('US dollars');

const verdict = z
  .enum([
    'exceeds-ceiling',
    'implausible-high',
    'high-but-possible',
    'plausible',
    'low-but-possible',
    'implausible-low',
    'not-comparable',
    'needs-review',
  ])
  .meta({ id: 'Verdict', description: 'How a claim stands against the range.' });

const claimUnit = z.enum([
  'total',
  'per-minute',
  'per-hour',
  'per-day',
  'per-week',
  'per-firm',
  'per-firm-hour',
  'per-customer',
]);
const bound = z.enum(['none', 'at-least', 'up-to']);

const claimAmount = z.strictObject({
  low: z.number(),
  high: z.number(),
  currency: text.nullable(),
  unit: claimUnit,
  bound,
  words: text,
});

const claim = z.strictObject({
  text,
  low: z.number().nullable(),
  high: z.number().nullable(),
  currency: text.nullable(),
  unit: claimUnit,
  bound,
  measure: z
    .enum([
      ...measureId.options,
      'market-value',
      'trading-loss',
      'compensation',
      'service-credit',
      'investment',
      'several-years',
      'survey-rate',
      'per-record',
      'scenario',
    ])
    .nullable(),
  scope: z
    .strictObject({ kind: z.enum(['world', 'countries', 'part']), countries: z.array(text), words: text })
    .nullable(),
  lowUsd: usd.nullable(),
  highUsd: usd.nullable(),
  words: text,
  alternatives: z.array(z.strictObject({ amount: claimAmount, because: text, verdict })),
});

const pastClaim = z.strictObject({
  id: text,
  family: text.nullable(),
  text,
  lowUsd: usd,
  highUsd: usd,
  unit: claimUnit,
  claimant: text,
  kind: text,
  date: text,
  url: text.nullable(),
  assessment: text,
  why: text,
});

/** `ClaimAssessment` of core/claims/claim-assessment.ts; a test holds the two together. */
export const claimResponse = z
  .strictObject({
    schema: z.literal('lossrange/claim@1'),
    id: text,
    event: z.strictObject({ id: text.nullable(), title: text, family: text.nullable() }),
    claim,
    verdict,
    rule: z.strictObject({ number: z.int(), words: text }),
    measureCompared: measureId.nullable(),
    comparisons: z.array(
      z.strictObject({
        measure: measureId,
        scope: text,
        verdict,
        p5: z.number(),
        p50: z.number(),
        p95: z.number(),
      }),
    ),
    flagged: z.boolean(),
    shareOfOutcomesAtOrAboveLow: z.number().nullable(),
    shareOfOutcomesAtOrAboveHigh: z.number().nullable(),
    ratioLowToMedian: z.number().nullable(),
    ratioHighToMedian: z.number().nullable(),
    ceiling: z
      .strictObject({
        scopeUsd: usd,
        worldUsd: usd,
        hours: z.number(),
        shareOfScopeNeeded: z.number(),
        shareOfWorldNeeded: z.number(),
      })
      .nullable(),
    ladder: z.array(z.strictObject({ title: text, lowFraction: z.number(), highFraction: z.number() })),
    impliedFraction: z.number().nullable(),
    neighbours: z.array(z.strictObject({ event: text, title: text, usd, measure: measureId })),
    wouldHaveToBeTrue: z.array(
      z.strictObject({
        input: text,
        words: text,
        unit: text,
        needed: z.number().nullable(),
        range: z.strictObject({ low: z.number(), middle: z.number(), high: z.number() }).nullable(),
        withinRange: z.boolean(),
      }),
    ),
    jointChange: z
      .strictObject({
        chance: z.number(),
        inputs: z.array(
          z.strictObject({
            input: text,
            words: text,
            unit: text,
            needed: z.number(),
            percentile: z.number(),
          }),
        ),
      })
      .nullable(),
    likelyMistakes: z.array(
      z.strictObject({ id: text, words: text, correctedLowUsd: usd, correctedHighUsd: usd }),
    ),
    pastClaims: z.array(pastClaim),
    estimate: z.strictObject({ id: text, p5: z.number(), p50: z.number(), p95: z.number() }).nullable(),
    quote: text,
    citation: z.strictObject({ inline: text, full: text, bibtex: text }),
  })
  .meta({ id: 'ClaimAssessment', description: 'What a published figure was read as, and how it stands.' });
