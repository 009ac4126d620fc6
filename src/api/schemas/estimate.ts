import { z } from 'zod';
import { quantity } from './quantity.ts';
import { scenarioEcho } from './scenario.ts';

const text = z.string();
const usd = z.number().describe('US dollars');
const share = z.number().describe('0 to 1');

export const measureId = z
  .enum([
    'economic-loss',
    'interrupted-output',
    'corporate-interruption',
    'revenue',
    'cost',
    'profit',
    'insured-industry',
    'household-time',
  ])
  .meta({ id: 'MeasureId', description: 'What is measured; the terms are in models/README.md.' });

export const methodId = z
  .enum(['footprint', 'business-count', 'user-time', 'gdp-hours-ladder', 'named-companies', 'airline'])
  .meta({ id: 'MethodId', description: 'A way of counting.' });

const summaryShape = {
  unit: text,
  p5: z.number(),
  p10: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p95: z.number(),
  quantiles: z.array(z.tuple([z.number(), z.number()])).describe('[probability, amount], .01 to .995'),
  mean: z.number(),
  meanStable: z.boolean().describe('false: no mean belongs in a headline'),
  monteCarloStandardError: z
    .strictObject({ p5: z.number(), p50: z.number(), p95: z.number(), mean: z.number() })
    .describe('error of computing with finitely many draws; not part of the range'),
};

export const lossSummary = z
  .strictObject(summaryShape)
  .meta({ id: 'LossSummary', description: 'A distribution of amounts in `unit`.' });

export const scopedLoss = z.strictObject({ ...summaryShape, measure: measureId, scope: text }).meta({
  id: 'ScopedLoss',
  description: 'A distribution of amounts, with what it measures and whose loss it is.',
});

const namedAmount = z
  .strictObject({ id: text, title: text, usd })
  .meta({ id: 'NamedAmount', description: 'A part of the loss.' });

const methodResult = z
  .strictObject({
    method: methodId,
    scope: z.enum(['whole', 'part']),
    measure: measureId,
    weight: share,
    raw: lossSummary.nullable(),
    economicLoss: lossSummary.nullable(),
    notUsedBecause: text.nullable(),
    clippedShare: share,
    words: text,
  })
  .meta({ id: 'MethodResult', description: 'What one way of counting gives; `whole` ones are pooled.' });

const reference = z
  .strictObject({ title: text, href: text.optional(), locator: text.optional() })
  .meta({ id: 'Reference', description: 'Where a number comes from.' });

export const evidence = z.enum(['measured', 'published', 'derived', 'expert', 'assumed']);

export const provenanceRow = z.strictObject({
  parameter: text,
  value: quantity,
  unit: text,
  evidence: z.enum([...evidence.options, 'fact', 'user']),
  source: reference.nullable(),
  note: text.optional(),
  words: text,
});

const estimateShape = {
  schema: z.literal('lossrange/estimate@1'),
  id: text.describe('26 characters: a hash of the facts, draws, seed, version and files used'),
  headline: z.boolean().describe('false: the ways of counting disagree too much for one range'),
  versions: z.strictObject({
    engine: text,
    models: z.record(text, text).describe('sha256 by file'),
    data: z.record(text, text).describe('sha256 by file'),
  }),
  seed: z.int(),
  draws: z.int(),
  scenario: scenarioEcho,
  economicLoss: scopedLoss.nullable(),
  span: z.strictObject({ lowUsd: usd, highUsd: usd }).optional(),
  methods: z.array(methodResult),
  measures: z.partialRecord(measureId, scopedLoss),
  waterfall: z.array(
    z.strictObject({
      step: z.enum([
        'interrupted-output',
        'made-up-later',
        'moved-to-rivals',
        'inputs-saved',
        'extra-expense',
        'lost-for-good',
      ]),
      usd,
    }),
  ),
  bySector: z.array(namedAmount),
  byCountry: z.array(namedAmount),
  timeline: z.array(z.strictObject({ fromHour: z.number().nullable(), usd })),
  ceiling: z
    .strictObject({
      scopeUsd: usd,
      dependentUsd: usd.nullable(),
      worldUsd: usd,
      hours: z.number(),
      shareOfScope: z.number(),
    })
    .nullable(),
  lossFraction: z
    .strictObject({
      p50: z.number(),
      nearest: z.array(z.strictObject({ title: text, lowFraction: z.number(), highFraction: z.number() })),
    })
    .nullable(),
  drivers: z.array(z.strictObject({ input: text, within: methodId.nullable(), share, words: text })),
  provenance: z.array(provenanceRow),
  facts: z.array(
    z.strictObject({
      path: text,
      value: quantity,
      words: text,
      asOf: text.optional(),
      source: text.optional(),
      used: z.boolean(),
    }),
  ),
  notCounted: z.array(text),
  warnings: z.array(z.strictObject({ code: text, path: text, message: text })),
};

/** `EstimateResult` of core/result.ts; a test holds the two together. */
export const estimateResponse = z
  .strictObject(estimateShape)
  .meta({ id: 'Estimate', description: 'What an outage cost, as a range, with its parts and reasons.' });

/** `ComparisonResult` of core/result.ts. */
export const comparisonResponse = z
  .strictObject({
    schema: z.literal('lossrange/comparison@1'),
    first: estimateResponse,
    second: estimateResponse,
    ratio: z.strictObject({ p5: z.number(), p50: z.number(), p95: z.number() }).nullable(),
    secondHigherShare: share,
    changed: z.array(z.strictObject({ path: text, first: text, second: text })),
    methodsFelt: z.array(methodId),
  })
  .meta({
    id: 'Comparison',
    description: 'Two scenarios on the same draws, with the weights of the first held.',
  });

export { reference };
