import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { scenarioInput } from './scenario-arbitrary.ts';
import { timeOf } from './time-of.ts';
import { ImpactError } from '../../src/core/errors/impact-error.ts';
import { parseScenario } from '../../src/schema/scenario.ts';
import { toScenarioJson } from '../../src/schema/scenario-json.ts';

const cloud = (outage: object) => ({ outage: { kind: 'cloud', ...outage } });
const hit = (affected: object) => ({ ...cloud({}), affected });

describe('parseScenario', () => {
  it('needs nothing but a kind, and fills in the defaults', () => {
    expect(parseScenario({ outage: { kind: 'cloud' } })).toStrictEqual({
      outage: { kind: 'cloud', windows: [], phases: [] },
      affected: { businesses: [], userReports: [], coverage: [], companies: [] },
      assumptions: {},
      simulation: { draws: 20_000, seed: 1 },
      sources: {},
    });
    expect(parseScenario({ ...cloud({}), simulation: { seed: 7 }, affected: {} }).simulation).toEqual({
      draws: 20_000,
      seed: 7,
    });
  });

  it('does not share its defaults between calls', () => {
    const first = parseScenario(cloud({})) as unknown as {
      affected: { coverage: unknown[] };
      assumptions: Record<string, number>;
    };
    first.affected.coverage.push('changed');
    first.assumptions['rivals.pickupShare'] = 1;
    expect(parseScenario(cloud({})).affected.coverage).toEqual([]);
    expect(parseScenario(cloud({})).assumptions).toEqual({});
  });

  it('reads every part of a full scenario', () => {
    const scenario = parseScenario({
      id: 'aws-2025-10-20',
      title: 'AWS us-east-1, 20 October 2025',
      asOf: '2025-12-31',
      outage: {
        kind: 'cloud',
        provider: 'aws',
        region: 'us-east-1',
        windows: [
          { service: 'ec2', start: '2025-10-20T09:25:00Z', end: '2025-10-20T17:36:00Z' },
          {
            service: 'dynamodb',
            start: '2025-10-20T02:48:00-04:00',
            end: '2025-10-20T09:40Z',
            source: 'aws',
          },
        ],
        phases: [
          {
            start: '2025-10-20T06:48:00Z',
            end: '2025-10-20T09:25:00Z',
            impairmentShare: { pert: [0.6, 0.8, 0.95] },
          },
          { start: '2025-10-20T09:25:00Z', end: '2025-10-20T12:00:00Z', impairmentShare: 0.2 },
        ],
        start: '2025-10-20T06:48:00Z',
        restorationHours: 'PT14H32M',
      },
      affected: {
        businesses: [
          { count: 2500, counted: 'named', asOf: '2025-10-20T18:00:00Z', source: 'press' },
          {
            count: 70_000,
            counted: 'all',
            groups: [
              { count: 2000, size: '500+' },
              { count: 68_000, size: '<500' },
            ],
          },
        ],
        userReports: [{ count: 11_000_000, asOf: '2025-10-20' }],
        coverage: [{ country: 'NA', share: 1 }],
        companies: [
          {
            name: 'Delta',
            sector: 'air-transportation',
            annualRevenueUsd: 61_600_000_000,
            affectedUnitRevenueUsd: null,
            restorationHours: 120,
          },
        ],
        flightsCancelled: 7000,
        passengers: { value: { p5: 1e6, p95: 2e6 }, asOf: '2024-07-22', source: 'press' },
      },
      assumptions: {
        'recapture.retail-trade': { pert: [0.5, 0.75, 0.9] },
        'exposure.aws.us-east-1.home': 0.1,
      },
      sources: {
        aws: { title: 'Summary', href: 'https://aws.amazon.com/message/101925', published: '2025-10' },
      },
    });
    expect(scenario.outage.windows.map(({ service, start, end }) => [service, start, end])).toEqual([
      ['dynamodb', '2025-10-20T06:48:00Z', '2025-10-20T09:40:00Z'],
      ['ec2', '2025-10-20T09:25:00Z', '2025-10-20T17:36:00Z'],
    ]);
    expect(scenario.outage.start).toBeUndefined();
    expect(scenario.outage.restorationHours).toBe(872 / 60);
    expect(scenario.affected.companies[0]).toStrictEqual({
      name: 'Delta',
      sector: 'air-transportation',
      annualRevenueUsd: 61_600_000_000,
      restorationHours: 120,
    });
    expect(scenario.affected.flightsCancelled).toStrictEqual({ value: 7000 });
    expect(scenario.affected.passengers).toStrictEqual({
      value: { p5: 1e6, p95: 2e6 },
      asOf: '2024-07-22',
      source: 'press',
    });
    expect(scenario.affected.businesses[0]?.groups).toEqual([]);
  });

  it('takes six hours in any spelling as the same six', () => {
    const spellings = [6, 'PT6H', 'PT360M', 'PT21600S', 'P0DT6H'];
    for (const durationHours of spellings)
      expect(parseScenario(cloud({ durationHours })).outage.durationHours).toBe(6);
  });

  it.each([
    ['no hours', cloud({ durationHours: 0 })],
    ['no hours, as text', cloud({ durationHours: 'PT0S', restorationHours: 0 })],
    [
      'no firms, no revenue',
      hit({ businesses: [{ count: 0, counted: 'all', groups: [{ count: 0, size: '<20' }] }] }),
    ],
    ['one draw, seed 0', { ...cloud({}), simulation: { draws: 1, seed: 0 } }],
    ['most draws, largest seed', { ...cloud({}), simulation: { draws: 10_000_000, seed: 2 ** 53 - 1 } }],
    [
      'windows that overlap',
      cloud({
        windows: [1, 2].map(() => ({ service: 's', start: '2025-01-01T00:00Z', end: '2025-01-02T00:00Z' })),
      }),
    ],
    [
      'a count known by range, so that groups need not sum',
      hit({
        businesses: [{ count: { p5: 1, p95: 9 }, counted: 'all', groups: [{ count: 5, size: '<20' }] }],
      }),
    ],
    [
      'groups that sum but for rounding',
      hit({
        businesses: [
          {
            count: 0.3,
            counted: 'all',
            groups: [
              { count: 0.1, size: '<20' },
              { count: 0.2, size: '500+' },
            ],
          },
        ],
      }),
    ],
    ['the same duration and restoration', cloud({ durationHours: 6, restorationHours: 6 })],
    ['the country NA', hit({ coverage: [{ country: 'NA', share: 1 }] })],
    ['two companies of one sector', hit({ companies: ['A', 'B'].map((name) => ({ name, sector: 'none' })) })],
  ])('accepts %s', (_, input) => expect(() => parseScenario(input)).not.toThrow());

  it.each([
    ['world', { kind: 'economy', label: 'world' }],
    ['company', { kind: 'company', label: 'company' }],
    ['ES', { kind: 'economy', label: 'ES', countries: ['ES'] }],
    ['ES,PT', { kind: 'economy', label: 'ES and PT', countries: ['ES', 'PT'] }],
    ['ES, PT, FR', { kind: 'economy', label: 'ES, PT and FR', countries: ['ES', 'PT', 'FR'] }],
    [
      { label: 'S&P 500 companies', countries: ['US'], valueAddedShare: 0.3 },
      { kind: 'economy', label: 'S&P 500 companies', countries: ['US'], valueAddedShare: 0.3 },
    ],
  ])('reads the scope %j', (scope, expected) => {
    expect(parseScenario({ ...cloud({}), scope }).scope).toStrictEqual(expected);
  });

  it('puts the label in front of the path', () => {
    expect(errorOf(() => parseScenario(cloud({ durationHours: -1 }), 'my.json')).path).toBe(
      'my.json: outage.durationHours',
    );
    expect(errorOf(() => parseScenario([], 'my.json')).path).toBe('my.json');
    expect(errorOf(() => parseScenario(undefined)).path).toBe('scenario');
  });

  it('leaves a frozen input as it is', () => {
    const deepFreeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null)
        Object.values(Object.freeze(value)).forEach(deepFreeze);
      return value;
    };
    fc.assert(
      fc.property(scenarioInput, (input) => void parseScenario(deepFreeze(input))),
      { numRuns: 50 },
    );
  });
});

describe('limits of size', () => {
  const phases = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const at = (step: number) => new Date(Date.UTC(2025, 0, 1) + step * 3_600_000).toISOString();
      return { start: at(index), end: at(index + 1), impairmentShare: 1 };
    });

  it.each([
    ['500 phases', 'at most 500 phases', cloud({ phases: phases(500) }), cloud({ phases: phases(501) })],
    [
      '100 counts',
      'at most 100 counts',
      hit({ userReports: Array<object>(100).fill({ count: 1 }) }),
      hit({ userReports: Array<object>(101).fill({ count: 1 }) }),
    ],
    [
      '1,000 companies',
      'more than 1,000 entries',
      hit({ companies: Array.from({ length: 1000 }, (_, index) => ({ name: `c${index}`, sector: 's' })) }),
      hit({ companies: Array.from({ length: 1001 }, (_, index) => ({ name: `c${index}`, sector: 's' })) }),
    ],
  ])('%s are taken, one more is refused', (_, words, fits, tooMany) => {
    expect(() => parseScenario(fits)).not.toThrow();
    expect(errorOf(() => parseScenario(tooMany)).message).toContain(words);
  });

  it('refuses deep nesting, endless nesting and huge input in no time', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const endless: Record<string, unknown> = {};
    endless['outage'] = endless;
    const wide = Array.from({ length: 1000 }, () => Array<number>(1000).fill(0));
    const milliseconds = timeOf(() => {
      expect(errorOf(() => parseScenario({ outage: deep })).message).toContain('more than 32 deep');
      expect(errorOf(() => parseScenario(endless)).message).toContain('more than 32 deep');
      expect(errorOf(() => parseScenario({ outage: wide })).message).toContain('more than 50,000 values');
    });
    // The limit of the reliability goals for deep nesting.
    expect(milliseconds).toBeLessThan(50);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses the key %s, and reads the next scenario as before',
    (key) => {
      const good = cloud({ durationHours: 6 });
      const before = parseScenario(good);
      for (const place of ['', 'outage', 'affected', 'assumptions', 'sources', 'simulation']) {
        const text = `{"${key}":{"polluted":1}}`;
        const input: unknown = JSON.parse(
          place === '' ? text : `{"outage":{"kind":"cloud"},"${place}":${text}}`,
        );
        expect(errorOf(() => parseScenario(input)).message).toContain(`has the key "${key}"`);
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(parseScenario(good)).toEqual(before);
    },
  );

  it.each([
    ['a Map', new Map()],
    ['a Date', new Date(0)],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['half a character', '\uD800'],
  ])('refuses %s as no JSON', (_, value) => {
    expect(errorOf(() => parseScenario({ ...cloud({}), title: value })).code).toBe('SCENARIO_INVALID');
    expect(errorOf(() => parseScenario(value)).code).toBe('SCENARIO_INVALID');
  });

  const places: readonly ((text: string) => unknown)[] = [
    (text) => text,
    (text) => ({ ...cloud({}), id: text }),
    (text) => ({ ...cloud({}), title: text }),
    (text) => ({ ...cloud({}), asOf: text }),
    (text) => ({ ...cloud({}), scope: text }),
    (text) => ({ ...cloud({}), scope: { label: text, countries: [text] } }),
    (text) => ({ ...cloud({}), [text]: 1 }),
    (text) => ({ ...cloud({}), assumptions: { [text]: 1 } }),
    (text) => ({ ...cloud({}), sources: { [text]: { title: text, href: text, published: text } } }),
    (text) => ({ ...cloud({}), sources: { press: { title: 't', href: `https://${text}` } } }),
    (text) => cloud({ kind: text }),
    (text) => cloud({ durationHours: text }),
    (text) => cloud({ start: text, [text]: 1 }),
    (text) => hit({ companies: [{ name: text, sector: text, country: text }] }),
    (text) => hit({ devices: text }),
  ];

  it.each(['0', '9 ', ' ', ',', 'a', 'a-', '(', '-', '1,', 'A,', '1h ', '\n', '\u0000', 'P1', '\\', '.'])(
    'is quick over 100,000 times %j in every text field',
    (part) => {
      for (const place of places) {
        const input = place(part.repeat(100_000));
        // The limit of the reliability goals; a regular expression that backtracks takes minutes.
        expect(timeOf(() => void errorOf(() => parseScenario(input)))).toBeLessThan(100);
        const error = errorOf(() => parseScenario(input));
        expect(error.message.length + error.path.length + error.hint.length).toBeLessThan(900);
      }
    },
  );
});

describe('parse, print, parse', () => {
  it('is the identity, through JSON text too', () => {
    fc.assert(
      fc.property(scenarioInput, (input) => {
        const scenario = parseScenario(input);
        const text = JSON.stringify(toScenarioJson(scenario), null, 2);
        expect(parseScenario(JSON.parse(text))).toStrictEqual(scenario);
        expect(JSON.stringify(toScenarioJson(parseScenario(JSON.parse(text))), null, 2)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('prints nothing that was not said', () => {
    expect(toScenarioJson(parseScenario(cloud({ durationHours: 'PT6H' })))).toStrictEqual({
      outage: { kind: 'cloud', durationHours: 6 },
      affected: {},
      simulation: { draws: 20_000, seed: 1 },
    });
    const input = { ...hit({ devices: 5 }), scope: 'ES,PT', simulation: { draws: 10, seed: 2 } };
    expect(toScenarioJson(parseScenario(input))).toStrictEqual(input);
  });
});

describe('any JSON', () => {
  /** A valid scenario with one value, anywhere in it, replaced by another. */
  const damaged = fc
    .tuple(scenarioInput, fc.infiniteStream(fc.nat()), fc.jsonValue({ maxDepth: 3 }))
    .map(([input, choices, value]) => {
      let place: Record<string, unknown> = input;
      for (;;) {
        const keys = Object.keys(place);
        const key = keys[(choices.next().value as number) % Math.max(1, keys.length)] ?? 'kind';
        const inner = place[key];
        const stop =
          typeof inner !== 'object' || inner === null || (choices.next().value as number) % 4 === 0;
        if (stop) {
          place[key] = value;
          return input;
        }
        place = inner as Record<string, unknown>;
      }
    });

  it('gives a scenario or an ImpactError with all its parts, in less than 100 ms', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.jsonValue()), (input) => {
        let thrown: unknown;
        const milliseconds = timeOf(() => {
          try {
            parseScenario(input);
          } catch (error) {
            thrown = error;
          }
        });
        // The limit of the reliability goals.
        expect(milliseconds).toBeLessThan(100);
        if (thrown === undefined) return;
        expect(thrown).toBeInstanceOf(ImpactError);
        const { path, message, hint } = thrown as ImpactError;
        for (const part of [path, message, hint]) expect(part).toMatch(/\S/);
        // What zod says by itself, which no reader should see.
        expect(message).not.toMatch(/Invalid (?:input|key|string|option)|expected/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the bundled events', () => {
  const folder = new URL('../../data/events/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
    '%s has a scenario that prints and reads back',
    (name) => {
      const { family, fit, published, note, ...input } = JSON.parse(
        readFileSync(new URL(name, folder), 'utf8'),
      ) as Record<string, unknown>;
      expect([typeof family, typeof fit, Array.isArray(published), typeof note]).toEqual([
        'string',
        'boolean',
        true,
        'string',
      ]);
      const scenario = parseScenario(input);
      expect(parseScenario(toScenarioJson(scenario))).toStrictEqual(scenario);
    },
  );
});
