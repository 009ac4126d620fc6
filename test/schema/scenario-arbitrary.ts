import fc from 'fast-check';
import { formatInstant } from '../../src/core/units/instant.ts';

/** Scenarios as a user could write them, all valid. */

const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });

/** Any form of quantity with stated numbers from 0 to `max`; whether it can exist is not for the schema to say. */
function quantityUpTo(max: number): fc.Arbitrary<unknown> {
  const number = fc.double({ min: 0, max, noNaN: true });
  return fc.oneof(
    number,
    fc.record({ p5: number, p95: number }),
    fc.record(
      { p10: number, p50: number, p90: number, min: number, max: number },
      { requiredKeys: ['p10', 'p50', 'p90'] },
    ),
    fc.record({ pert: fc.tuple(number, number, number) }),
    fc.record({ triangular: fc.tuple(number, number, number) }),
    fc.record({ uniform: fc.tuple(number, number) }),
    fc.record({
      normal: fc.oneof(fc.record({ mean: number, sd: positive }), fc.record({ p5: number, p95: number })),
    }),
    fc.record({ lognormal: fc.record({ median: number, gsd: positive }) }),
    fc.record({ lognormal: fc.record({ p10: number, p90: number }) }),
    fc.record({ beta: fc.record({ mean: number, sd: positive }) }),
  );
}

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const country = fc.stringMatching(/^[A-Z]{2}$/);
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => /^[^\p{C}\u2028\u2029]+$/u.test(text) && /\S/.test(text));
const instantMs = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });
const date = instantMs.map((ms) => formatInstant(ms).slice(0, 10));
const dateOrInstant = fc.oneof(
  date,
  instantMs.map(formatInstant),
  instantMs.map((ms) => formatInstant(ms).replace('Z', '+00:00')),
);
const dated = { asOf: dateOrInstant, source: id };

/** Optional keys that are there or not, never undefined. */
function optional<Shape extends Record<string, fc.Arbitrary<unknown>>>(
  required: (keyof Shape & string)[],
  shape: Shape,
) {
  return fc.record(shape, { requiredKeys: required });
}

const stretches = fc
  .tuple(
    instantMs,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 9e6 }), fc.integer({ min: 1, max: 9e7 })), { maxLength: 5 }),
  )
  .map(([first, gaps]) => {
    let at = first;
    return gaps.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start: formatInstant(start), end: formatInstant(at) };
    });
  });

const windows = fc.tuple(stretches, fc.infiniteStream(fc.tuple(line, fc.option(id)))).map(([spans, names]) =>
  spans.map((span) => {
    const [service, source] = names.next().value as [string, string | null];
    return source === null ? { service, ...span } : { service, ...span, source };
  }),
);

const phases = fc
  .tuple(stretches, fc.infiniteStream(quantityUpTo(1)))
  .map(([spans, shares]) =>
    spans.map((span) => ({ ...span, impairmentShare: shares.next().value as unknown })),
  );

const what = { kind: id, provider: id, region: id, windows };
const hours = fc.oneof(quantityUpTo(1000), fc.constantFrom('PT6H', 'P1DT2H30M', 'PT0S'));
const outage = fc.oneof(
  optional(['kind'], { ...what, phases }),
  optional(['kind'], {
    ...what,
    start: instantMs.map(formatInstant),
    durationHours: hours,
    restorationHours: fc.double({ min: 1000, max: 43_800, noNaN: true }),
    impairmentShare: quantityUpTo(1),
  }),
);

const count = quantityUpTo(1e10);
const fact = fc.oneof(count, optional(['value'], { value: count, ...dated }));
const business = optional(['count', 'counted'], {
  count,
  counted: fc.constantFrom('named', 'all', 'part'),
  groups: fc.uniqueArray(
    fc.record({
      count: fc.record({ p5: positive, p95: positive }),
      size: fc.constantFrom('fortune-500', '500+', '100-499', '20-99', '<20', '<500'),
    }),
    { selector: (group) => group.size },
  ),
  ...dated,
});
const company = optional(['name', 'sector'], {
  name: line,
  sector: id,
  country,
  annualRevenueUsd: fc.oneof(fc.constant(null), fc.double({ min: 1e12, max: 1e13, noNaN: true })),
  affectedUnitRevenueUsd: fc.oneof(fc.constant(null), quantityUpTo(1e12)),
  manualFallback: fc.boolean(),
  restorationHours: hours,
  source: id,
});

const affected = optional([], {
  businesses: fc.array(business, { maxLength: 3 }),
  userReports: fc.array(optional(['count'], { count, ...dated }), { maxLength: 3 }),
  coverage: fc.uniqueArray(optional(['country', 'share'], { country, share: quantityUpTo(1), source: id }), {
    selector: (row) => row['country'],
    maxLength: 4,
  }),
  companies: fc.uniqueArray(company, {
    selector: (row) => String(row['name']).trim().replace(/\s+/g, ' ').toLowerCase(),
    maxLength: 4,
  }),
  flightsCancelled: fact,
  passengers: fact,
  devices: fact,
});

const countries = fc.uniqueArray(country, { minLength: 1, maxLength: 4 });
const scope = fc.oneof(
  fc.constantFrom('world', 'company'),
  countries.map((codes) => codes.join(',')),
  countries.map((codes) => codes.join(', ')),
  optional(['label'], {
    label: fc.oneof(line, fc.constantFrom('world', 'company', 'ES')),
    countries,
    valueAddedShare: quantityUpTo(1),
  }),
);

const source = optional(['title'], {
  title: line,
  href: fc.webUrl(),
  publisher: line,
  published: fc.oneof(
    date,
    date.map((text) => text.slice(0, 7)),
    date.map((text) => text.slice(0, 4)),
  ),
  accessed: date,
});

export const scenarioInput: fc.Arbitrary<Record<string, unknown>> = optional(['outage'], {
  id,
  title: line,
  asOf: dateOrInstant,
  outage,
  affected,
  scope,
  exposure: fc.constantFrom('company-long-cyber', 'airline', 'company-it', 'systemic', 'national-shutdown'),
  assumptions: fc.dictionary(
    fc.tuple(id, id).map(([a, b]) => `a${a}.${b}`),
    quantityUpTo(1e9),
    { maxKeys: 4 },
  ),
  simulation: optional([], { draws: fc.integer({ min: 1, max: 10_000_000 }), seed: fc.maxSafeNat() }),
  sources: fc.dictionary(id, source, { maxKeys: 3 }),
}).map((input) => structuredClone(input));
