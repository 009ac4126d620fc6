import { z } from 'zod';
import { evidence, measureId, reference } from './estimate.ts';
import { quantity } from './quantity.ts';

const text = z.string();

export const eventsResponse = z
  .strictObject({
    events: z.array(
      z.strictObject({
        id: text,
        title: text,
        family: text.describe('events of one family are one piece of evidence'),
        scope: text.describe('whose loss'),
        published: z.int().describe('how many published figures there are'),
      }),
    ),
  })
  .meta({ id: 'Events', description: 'The bundled past outages.' });

export const eventResponse = z
  .strictObject({
    id: text,
    title: text,
    family: text,
    exposure: text,
    scope: text,
    note: text.optional(),
    scenario: z.record(text, z.unknown()).describe('a body of POST /v1/estimates, as it is or changed'),
    published: z
      .array(
        z.strictObject({
          measure: measureId,
          scope: text,
          lowUsd: z.number().nullable(),
          centralUsd: z.number().nullable(),
          highUsd: z.number().nullable(),
          estimator: text,
          date: text,
          source: text,
          confidence: z.enum(['high', 'medium', 'low']),
          note: text.optional(),
        }),
      )
      .describe('what others said it cost; never an input of an estimate'),
  })
  .meta({
    id: 'Event',
    description: 'A past outage: its facts, and apart from them what was published about it.',
  });

const sectorSummary = z.strictObject({
  id: text,
  title: text,
  naics: text,
  isic: text,
  dependence: quantity.describe('share of its output that stops without the service, 0 to 1'),
  recapture: quantity.describe('share of the interruption that is made up later, 0 to 1'),
  finer: z.array(text).describe('finer sectors that a company may name'),
});

export const sectorsResponse = z
  .strictObject({ sectors: z.array(sectorSummary) })
  .meta({ id: 'Sectors', description: 'The sectors, with the two shares that decide most of their loss.' });

const parameter = z
  .strictObject({
    path: text.describe('what a scenario overrides it by'),
    value: quantity,
    unit: text,
    min: z.number().optional(),
    max: z.number().optional(),
    evidence,
    reference: reference.nullable(),
    note: text.optional(),
    words: text,
    file: text,
  })
  .meta({ id: 'Parameter', description: 'A model parameter, with everything needed to question it.' });

export const sectorResponse = z
  .strictObject({
    id: text,
    title: text,
    naics: text,
    isic: text,
    online: z.boolean().describe('lost work is made up on the online clock (a day), not the physical one'),
    government: z.boolean(),
    valueAddedUsd: z.number().describe('United States, 2023'),
    grossOutputUsd: z.number().describe('United States, 2023'),
    finer: z.array(z.strictObject({ id: text, naics: text, title: text })),
    parameters: z.array(parameter),
  })
  .meta({ id: 'Sector', description: 'One sector, with its parameters.' });

export const parametersResponse = z
  .strictObject({ parameters: z.array(parameter) })
  .meta({ id: 'Parameters', description: 'Every model parameter.' });

export const healthResponse = z
  .strictObject({ status: z.enum(['ok', 'ready']) })
  .meta({ id: 'Health', description: 'The server answers.' });
