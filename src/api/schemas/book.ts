import { z } from 'zod';
import { TREATY_TYPES } from '../../core/insurance/reinsurance/treaty.ts';
import { explain } from '../../schema/issue.ts';
import { seedSchema, wholeNumber } from '../../schema/simulation.ts';
import { strictObject } from '../../schema/strict-object.ts';
import { idOf } from '../../schema/text.ts';
import { MOST_API_BOOK_DRAWS } from '../simulation-cost.ts';
import { scenarioRequest } from './scenario.ts';

const treatiesHint = 'send the text of the file; columns are those of the ReinsInfo file of OED';
const csvHint = 'send the text of the file; `lossrange book --template` prints one to start from';

/** A book and the outage that it goes through, by event or by scenario. */
export const bookRequest = strictObject(
  {
    event: idOf('the id of a bundled event', 'aws-2025-10-20').optional(),
    scenario: scenarioRequest.optional(),
    csv: z
      .string(explain('must be the text of a portfolio file', csvHint))
      .describe('a portfolio with OED columns, header first; at most 10,000 rows'),
    reinsuranceCsv: z
      .string(explain('must be the text of a treaty file', treatiesHint))
      .describe('treaties of the whole book with the columns of OED ReinsInfo, header first; adds net losses')
      .optional(),
    draws: wholeNumber(
      'the number of draws',
      1,
      MOST_API_BOOK_DRAWS,
      'each policy is put through all of them; 1,000 when absent',
    ).optional(),
    seed: seedSchema.unwrap().optional(),
  },
  'a book with the outage that it goes through',
)
  .superRefine(({ event, scenario }, context) => {
    if ((event === undefined) !== (scenario === undefined)) return;
    context.addIssue({
      code: 'custom',
      path: [],
      message: explain(
        'must name the outage once, by event or by scenario',
        'example: { "event": "aws-2025-10-20" }',
      ),
      params: { found: false },
    });
  })
  .meta({
    id: 'BookRequest',
    description:
      'A book of policies and the outage that it goes through. Draws and seed stand here, also for a scenario.',
  });

const text = z.string();
const number = z.number();
const count = z.int();
const usd = number.describe('US dollars');
const lossRange = z
  .strictObject({ mean: usd, p5: usd, p50: usd, p95: usd })
  .meta({ id: 'LossRange', description: 'A loss over the draws; 9 chances in 10 lie between p5 and p95.' });
const netMean = usd
  .nullable()
  .describe('its part of what treaties leave, in proportion to gross in each draw; null without treaties');
const groups = z.array(
  z.strictObject({ name: text, policies: count, groundUpMean: usd, grossMean: usd, netMean }).meta({
    id: 'BookGroup',
    description: 'Part of a book; means over the draws.',
  }),
);

const layer = z.strictObject({
  attachment: usd,
  limit: usd.nullable().describe('US dollars; null is unlimited'),
});
const share = z.number().min(0).max(1);
const treaty = z
  .strictObject({
    terms: z.strictObject({
      number: count,
      name: text.nullable(),
      type: z.enum(TREATY_TYPES),
      inuringPriority: count,
      cededShare: share,
      occurrence: layer.describe('of one event'),
      aggregate: layer.describe('of one year'),
      placedShare: share,
      eventHours: number,
      reinstatementCharges: z.array(number),
      premiumUsd: usd.nullable(),
    }),
    inForce: z.boolean().describe('false when the event starts outside its dates: it pays nothing'),
    recovery: lossRange,
    payingShare: share.describe('of the draws'),
    reinstatementPremiumMean: usd,
  })
  .meta({ id: 'TreatyLoss', description: 'A treaty as it was read, in US dollars, and what it pays.' });

/** What `bookJson` writes with its problems; a test holds the two together. */
export const bookResponse = z
  .strictObject({
    schema: z.literal('lossrange/book@1'),
    id: text.describe('hash of what went in: texts sent, outage, draws, seed, engine and models'),
    engine: text,
    seed: count,
    draws: count,
    event: z.strictObject({
      title: text,
      provider: text,
      region: text.nullable(),
      start: text.nullable(),
      hours: z.strictObject({
        services: z.array(z.strictObject({ service: text, hours: number })),
        together: number.nullable(),
      }),
    }),
    rows: z.strictObject({ read: count, used: count, refused: count, ignoredColumns: z.array(text) }),
    policyCount: count,
    notInForce: count,
    extraExpensePolicies: count.describe('policies whose insured states extra expense'),
    unlikeFirstRow: count.describe(
      'further policies of an account whose ground-up loss is not that of its first row, which totals have',
    ),
    struckMean: number,
    pastWaitingMean: number,
    groundUp: lossRange,
    gross: lossRange,
    drawsWithoutPayout: count,
    waiting: z.array(
      z.strictObject({ mode: z.enum(['timeDeductible', 'qualifying']), hours: number, gross: lossRange }),
    ),
    minimumImpairment: z.array(z.strictObject({ share: number, gross: lossRange })),
    unknown: z.strictObject({
      provider: count,
      region: count,
      services: count,
      groundUpWithout: lossRange,
      grossWithout: lossRange,
    }),
    sectors: groups,
    providers: groups,
    regions: groups,
    net: lossRange.nullable().describe('gross less what the treaties pay; null without one: same as gross'),
    treaties: z.array(treaty),
    warnings: z.array(z.strictObject({ code: text, path: text, message: text })),
    files: z.record(text, text),
    policies: z.array(
      z.strictObject({
        line: count,
        key: z.strictObject({ portNumber: text, accNumber: text, polNumber: text, layerNumber: number }),
        sector: text,
        struckShare: number,
        countedHours: number,
        pastWaiting: z.boolean(),
        groundUpMean: usd,
        grossMean: usd,
        netMean,
      }),
    ),
    problems: z
      .array(
        z.strictObject({
          line: count.describe('line of the text, the header is line 1'),
          column: text.describe('empty when the row as a whole is wrong'),
          value: text,
          reason: text,
        }),
      )
      .describe('what is wrong with each row that is refused, in the order of the file'),
  })
  .meta({
    id: 'Book',
    description: 'Ground-up, gross and net loss of a book in one event.',
  });
