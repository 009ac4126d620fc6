import { z } from 'zod';
import { hoursQuantity } from '../../schema/hours.ts';
import { scenarioShape } from '../../schema/scenario.ts';
import { simulationUpTo } from '../../schema/simulation.ts';
import { strictObject } from '../../schema/strict-object.ts';
import { MOST_API_DRAWS } from '../simulation-cost.ts';
import { quantity } from './quantity.ts';

z.globalRegistry.add(hoursQuantity, {
  id: 'Hours',
  description: 'A quantity in hours, or an ISO 8601 duration such as "PT2H52M".',
});

/** A scenario as a caller sends it: the form of a scenario file, with fewer draws allowed. */
export const scenarioRequest = strictObject(
  {
    ...scenarioShape,
    simulation: simulationUpTo(MOST_API_DRAWS).default({ draws: 20_000, seed: 1 }),
  },
  'a scenario',
).meta({ id: 'Scenario', description: 'The facts of one outage, in the form of a scenario file.' });

const text = z.string();
const instant = z.string().describe('ISO 8601, UTC');
const asOf = text.describe('ISO 8601 date or instant').optional();
const source = text.describe('a key of `sources`').optional();
const fact = z.strictObject({ value: quantity, asOf, source });

const sourceReference = z.strictObject({
  title: text,
  href: text.optional(),
  publisher: text.optional(),
  published: text.optional(),
  accessed: text.optional(),
});

/** A scenario as an answer echoes it: every unit fixed, defaults filled in. */
export const scenarioEcho = z
  .strictObject({
    id: text.optional(),
    title: text.optional(),
    asOf,
    outage: z.strictObject({
      kind: text,
      provider: text.optional(),
      region: text.optional(),
      windows: z.array(z.strictObject({ service: text, start: instant, end: instant, source })),
      phases: z.array(z.strictObject({ start: instant, end: instant, impairmentShare: quantity })),
      start: instant.optional(),
      durationHours: quantity.optional(),
      restorationHours: quantity.optional(),
      impairmentShare: quantity.optional(),
    }),
    affected: z.strictObject({
      businesses: z.array(
        z.strictObject({
          count: quantity,
          counted: z.enum(['named', 'all', 'part']),
          groups: z.array(
            z.strictObject({
              count: quantity,
              size: z.enum(['fortune-500', '500+', '100-499', '20-99', '<20', '<500']),
            }),
          ),
          asOf,
          source,
        }),
      ),
      userReports: z.array(z.strictObject({ count: quantity, asOf, source })),
      coverage: z.array(z.strictObject({ country: text, share: quantity, source })),
      companies: z.array(
        z.strictObject({
          name: text,
          sector: text,
          country: text.optional(),
          annualRevenueUsd: quantity.optional(),
          affectedUnitRevenueUsd: quantity.optional(),
          manualFallback: z.boolean().optional(),
          restorationHours: quantity.optional(),
          source,
        }),
      ),
      flightsCancelled: fact.optional(),
      passengers: fact.optional(),
      devices: fact.optional(),
    }),
    scope: z
      .strictObject({
        kind: z.enum(['company', 'economy']),
        label: text,
        countries: z.array(text).optional(),
        valueAddedShare: quantity.optional(),
      })
      .optional(),
    exposure: z
      .enum(['company-long-cyber', 'airline', 'company-it', 'systemic', 'national-shutdown'])
      .optional(),
    assumptions: z.record(text, quantity),
    simulation: z.strictObject({ draws: z.int(), seed: z.int() }),
    sources: z.record(text, sourceReference),
  })
  .meta({ id: 'NormalisedScenario', description: 'The scenario as it was understood.' });
