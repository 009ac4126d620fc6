import { z } from 'zod';
import type { Evidence } from '../core/catalog.ts';
import type { Quantity } from '../core/distribution/quantity.ts';
import { explain } from '../schema/issue.ts';
import type { IssueParams } from '../schema/issue.ts';
import { quantitySchema } from '../schema/quantity.ts';
import { strictObject } from '../schema/strict-object.ts';
import { countryCode, idOf, webAddress } from '../schema/text.ts';

/** Shares that must sum to 1 may miss it by rounding only. */
const ROUNDING = 1e-9;

/** The message itself says what was found. */
const SAID: IssueParams = { found: false };

const text = z
  .string({ error: explain('must be text', 'write it in quotes') })
  .min(1, explain('must not be empty', 'write a few words'));

const id = idOf('a name', 'retail-trade');

const number = z.number({ error: explain('must be a number', 'write it without quotes') });
const share = number.min(0, explain('must be a share from 0 to 1', 'write 0 or more')).max(1, {
  error: explain('must be a share from 0 to 1', 'write 0.2 for 20 percent'),
});
const flag = z.boolean({ error: explain('must be true or false', 'write true or false without quotes') });
function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: explain(`must be one of ${values.join(', ')}`, 'use one of these words') });
}

function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: explain('must be a list', 'write [ ]') });
}

const evidence = oneOf(['measured', 'published', 'derived', 'expert', 'assumed']);

const reference = strictObject({
  title: text,
  href: webAddress.optional(),
  locator: text.optional(),
});

/** What a parameter says beside its value. */
const parameterFields = {
  unit: text,
  min: number.optional(),
  max: number.optional(),
  evidence,
  reference: reference.nullable(),
  note: text.optional(),
  words: text,
};

const quantityParameter = strictObject({ value: quantitySchema, ...parameterFields }).superRefine(
  checkParameter,
);
const numberParameter = strictObject({ value: number, ...parameterFields }).superRefine(checkParameter);

/** A value lies within its bounds; a value without a source is called one and gives its reason. */
function checkParameter(
  parameter: {
    readonly value: Quantity;
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    readonly evidence: Evidence;
    readonly reference: object | null;
    readonly note?: string | undefined;
  },
  context: z.core.$RefinementCtx,
): void {
  const report = (field: string, allowed: string, hint: string) => {
    context.addIssue({ code: 'custom', path: [field], message: explain(allowed, hint), params: SAID });
  };
  const { value, min = -Infinity, max = Infinity } = parameter;
  if (min > max) report('min', `${min} is above the max of ${max}`, 'exchange the two');
  if (typeof value === 'number' && (value < min || value > max)) {
    report('value', `must lie from ${min} to ${max}; found ${value}`, 'correct the value or its bounds');
  }
  if (parameter.reference !== null) return;
  if (parameter.evidence !== 'expert' && parameter.evidence !== 'assumed') {
    const allowed = `may be null only when evidence is expert or assumed; found ${parameter.evidence}`;
    report('reference', allowed, 'name the source, or call the value assumed and give the reason in note');
  } else if (parameter.note === undefined) {
    report('note', 'is required when reference is null', 'give the reason for the value');
  }
}

/** A parameter as a model file states it. */
export type ParameterInput = z.infer<typeof quantityParameter>;

/** Parameters by name; whether the names are right is for `requireNames` to say. */
const parametersByName = z.record(z.string(), quantityParameter, {
  error: explain('must map names to parameters', 'write { "tail": { ... } }'),
});

/** models/sectors/<id>.json */
export const sectorSchema = strictObject({
  id,
  title: text,
  naics: text,
  isic: text,
  isicShares: z
    .partialRecord(oneOf(['A-B', 'C-E', 'D', 'F', 'G-H', 'I', 'J-P']), share, {
      error: explain('must map ISIC groups to shares', 'example: { "J-P": 1 }'),
    })
    .refine((shares) => Math.abs(Object.values(shares).reduce((a, b) => a + b, 0) - 1) < ROUNDING, {
      error: explain('must sum to 1', 'give the whole sector to its groups'),
    }),
  archetypes: listOf(id).min(1, explain('must name an archetype', 'use one of models/activity')),
  online: flag,
  government: flag,
  finer: listOf(strictObject({ id, naics: text, title: text })),
  parameters: strictObject({
    dependence: quantityParameter,
    recapture: quantityParameter,
    weekend: numberParameter,
    exposed: numberParameter,
    outputPerSale: numberParameter.optional(),
  }),
});

/** models/kinds/<id>.json */
export const kindSchema = strictObject({
  id,
  title: text,
  exposure: oneOf(['systemic', 'airline', 'company-long-cyber', 'company-it', 'national-shutdown']),
  stops: oneOf(['supplier', 'own']),
  ladderRung: id.optional(),
  profile: listOf(strictObject({ shareOfDuration: share, impairmentShare: share }))
    .refine((steps) => Math.abs(steps.reduce((sum, step) => sum + step.shareOfDuration, 0) - 1) < 1e-6, {
      error: explain('must have shares of the duration that sum to 1', 'give the whole length to its steps'),
    })
    .optional(),
  ask: listOf(text),
  parameters: strictObject({
    durationHours: quantityParameter,
    impairmentShare: quantityParameter.optional(),
    reachedShare: quantityParameter.optional(),
  }),
}).superRefine(({ exposure, profile, parameters }, context) => {
  if ((exposure === 'airline') === (parameters.reachedShare !== undefined)) {
    context.addIssue({
      code: 'custom',
      path: ['parameters', 'reachedShare'],
      params: SAID,
      message: explain('must be given for every kind but airlines', 'an airline event is counted by flights'),
    });
  }
  if ((profile === undefined) === (parameters.impairmentShare !== undefined)) return;
  context.addIssue({
    code: 'custom',
    path: ['parameters', 'impairmentShare'],
    params: SAID,
    message: explain('must be given exactly where there is no profile', 'a profile states impairment itself'),
  });
});

/** models/providers/<id>.json */
export const providerSchema = strictObject({
  id,
  title: text,
  kind: id,
  regions: z.record(
    id,
    strictObject({
      title: text,
      homeCountries: listOf(countryCode),
      ladderRung: id.optional(),
      parameters: strictObject({
        home: quantityParameter.optional(),
        elsewhere: quantityParameter.optional(),
        world: quantityParameter.optional(),
        intensity: quantityParameter.optional(),
      }),
    }).superRefine(({ homeCountries, parameters }, context) => {
      const { home, elsewhere, world } = parameters;
      const local = home !== undefined && elsewhere !== undefined && world === undefined;
      const global = home === undefined && elsewhere === undefined && world !== undefined;
      if (homeCountries.length === 0 ? global : local) return;
      context.addIssue({
        code: 'custom',
        path: ['parameters'],
        params: SAID,
        message:
          homeCountries.length === 0
            ? explain(
                'must have world, without home and elsewhere',
                'homeCountries is empty: give one world-wide exposure',
              )
            : explain(
                'must have home and elsewhere, without world',
                'homeCountries is set: give both exposures',
              ),
      });
    }),
    { error: explain('must map regions to their exposure', 'write { "us-east-1": { ... } }') },
  ),
});

/** models/activity/archetypes.json */
export const activitySchema = strictObject({
  id,
  title: text,
  archetypes: z.record(
    id,
    strictObject({
      title: text,
      fromHour: halfHour(),
      toHour: halfHour(),
      parameters: strictObject({ weight: numberParameter, otherWeight: numberParameter }),
    }).refine(({ fromHour, toHour }) => fromHour < toHour, {
      error: explain('must have fromHour before toHour', 'hours of one local day, 0 to 24'),
    }),
    { error: explain('must map archetypes to their hours', 'write { "office": { ... } }') },
  ),
});

/** models/ladder/ladder.json */
export const ladderSchema = strictObject({
  id,
  title: text,
  rungs: listOf(
    strictObject({ title: text, lowFraction: number, highFraction: number, evidence, reference }).refine(
      ({ lowFraction, highFraction }) => 0 < lowFraction && lowFraction <= highFraction,
      { error: explain('must have 0 < lowFraction <= highFraction', 'exchange the two') },
    ),
  ),
  parameters: parametersByName,
});

/** models/catalogues/<id>.json */
export const catalogueSchema = strictObject({
  id,
  title: text,
  frequencies: byId(
    strictObject({
      parameters: strictObject({
        events: numberParameter,
        years: numberParameter,
        overHours: numberParameter,
      }),
    }),
    'rates',
  ),
  durations: byId(
    z.discriminatedUnion(
      'kind',
      [
        strictObject({
          kind: z.literal('generalised-pareto'),
          parameters: strictObject({
            thresholdHours: numberParameter,
            scaleHours: quantityParameter,
            shape: quantityParameter,
          }),
        }),
        strictObject({
          kind: z.literal('lognormal'),
          parameters: strictObject({ medianHours: quantityParameter, gsd: quantityParameter }),
        }),
      ],
      {
        error: explain('must be generalised-pareto or lognormal', 'use one of these words'),
      },
    ),
    'laws of length',
  ),
  serviceClasses: byId(
    strictObject({
      title: text,
      duration: id,
      parameters: strictObject({ share: numberParameter, reachedShare: quantityParameter }),
    }),
    'service classes',
  ),
  providers: byId(
    strictObject({
      parameters: strictObject({ commonShockShare: quantityParameter, contagion: quantityParameter }),
      regions: byId(strictObject({ title: text, frequency: id }), 'regions'),
    }),
    'providers',
  ),
}).superRefine(({ frequencies, durations, serviceClasses, providers }, context) => {
  const report = (path: string[], allowed: string, hint: string) => {
    context.addIssue({ code: 'custom', path, params: SAID, message: explain(allowed, hint) });
  };
  const total = Object.values(serviceClasses).reduce(
    (sum, { parameters }) => sum + parameters.share.value,
    0,
  );
  if (Math.abs(total - 1) >= ROUNDING) {
    report(['serviceClasses'], `must have shares that sum to 1; found ${total}`, 'share out every outage');
  }
  for (const [name, { parameters }] of Object.entries(frequencies)) {
    const overHours = parameters.overHours.value;
    const longer = Object.values(durations).some(
      (law) => law.kind === 'generalised-pareto' && law.parameters.thresholdHours.value > overHours,
    );
    if (!longer) continue;
    const path = ['frequencies', name, 'parameters', 'overHours', 'value'];
    report(path, 'must not be below a threshold of durations', 'count outages over the threshold or longer');
  }
  for (const [name, { duration }] of Object.entries(serviceClasses)) {
    if (Object.hasOwn(durations, duration)) continue;
    const known = Object.keys(durations).join(', ');
    report(['serviceClasses', name, 'duration'], `"${duration}" is not in durations`, `use one of ${known}`);
  }
  for (const [name, { regions }] of Object.entries(providers)) {
    for (const [region, { frequency }] of Object.entries(regions)) {
      if (Object.hasOwn(frequencies, frequency)) continue;
      const known = Object.keys(frequencies).join(', ');
      const path = ['providers', name, 'regions', region, 'frequency'];
      report(path, `"${frequency}" is not in frequencies`, `use one of ${known}`);
    }
  }
});

/** Every other model file: models/<folder>/<id>.json. `fittedOn` stands where the values were fitted by `npm run fit`. */
export const methodSchema = strictObject({
  id,
  title: text,
  fittedOn: strictObject({ events: number, families: number, eventsHash: text }).optional(),
  parameters: parametersByName,
});

/** models/validation.json, written by `npm run validate` */
export const validationSchema = strictObject({
  events: number,
  inside80: number,
  inside90: number,
  eventsHash: text,
});

function byId<Item extends z.ZodType>(item: Item, what: string) {
  return z
    .record(id, item, { error: explain(`must map names to ${what}`, 'write { "name": { ... } }') })
    .refine((items) => Object.keys(items).length > 0, {
      error: explain('must not be empty', `state one of the ${what}`),
    });
}

function halfHour() {
  const allowed = explain('must be an hour of the day, 0 to 24, in steps of 0.5', 'example: 8.5');
  return number.min(0, allowed).max(24, allowed).multipleOf(0.5, allowed);
}
