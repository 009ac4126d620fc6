import { describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { parseEventFile } from '../../src/schema/event-file.ts';

const figure = {
  measure: 'corporate-interruption',
  scope: 'US Fortune 500',
  centralUsd: 5.4e9,
  estimator: 'Parametrix',
  date: '2024-07-24',
  source: 'press',
  confidence: 'high',
};
const event = {
  id: 'crowdstrike-2024-07-19-f500',
  title: 'CrowdStrike update, 19 July 2024',
  outage: { kind: 'software-update', start: '2024-07-19T04:09:00Z' },
  scope: { label: 'US Fortune 500', countries: ['US'] },
  exposure: 'systemic',
  family: 'crowdstrike-2024',
  fit: true,
  published: [figure],
  sources: { press: { title: 'Fortune 500 losing $5.4 billion' } },
};

describe('parseEventFile', () => {
  it('keeps the published figures apart from the scenario', () => {
    const { scenario, ...rest } = parseEventFile(event);
    expect(rest).toStrictEqual({
      family: 'crowdstrike-2024',
      exposure: 'systemic',
      scopeLabel: 'US Fortune 500',
      fit: true,
      published: [{ ...figure, lowUsd: null, highUsd: null }],
    });
    expect(Object.keys(scenario).sort()).toEqual(
      [
        'affected',
        'assumptions',
        'exposure',
        'id',
        'outage',
        'scope',
        'simulation',
        'sources',
        'title',
      ].sort(),
    );
    expect(JSON.stringify(scenario)).not.toContain('5400000000');
  });

  it('keeps notes', () => {
    const parsed = parseEventFile({ ...event, note: 'a', published: [{ ...figure, note: 'b' }] });
    expect([parsed.note, parsed.published[0]?.note]).toEqual(['a', 'b']);
  });

  it.each([
    ['family', 'is missing'],
    ['fit', 'is missing'],
    ['published', 'is missing'],
    ['scope', 'is missing'],
    ['exposure', 'is missing'],
    ['id', 'is missing'],
    ['title', 'is missing'],
  ])('needs %s', (key, words) => {
    const error = errorOf(() => parseEventFile({ ...event, [key]: undefined }, 'e.json'));
    expect(error.path).toBe(`e.json: ${key}`);
    expect(error.message).toContain(words);
  });

  it.each([
    [{ centralUsd: null }, '', 'has no figure', 'lowUsd'],
    [{ lowUsd: 6e9 }, '', 'must rise', 'in order'],
    [{ centralUsd: -1 }, '.centralUsd', '0 or more', 'positive'],
    [{ centralUsd: 1e16 }, '.centralUsd', 'at most 1,000,000,000,000,000', 'cents'],
    [{ centralUsd: '5.4bn' }, '.centralUsd', 'found "5.4bn"', 'plain dollars'],
    [{ source: 'pres' }, '.source', 'one of the sources; found "pres"', 'did you mean "press"'],
    [{ measure: 'loss' }, '.measure', 'measure of loss', 'economic-loss'],
    [{ confidence: 'sure' }, '.confidence', 'found "sure"', 'high, medium or low'],
    [{ date: '24 July 2024' }, '.date', 'found "24 July 2024"', '2025-10-20'],
    [{ value: 5 }, '', 'unknown key "value"', 'allowed here'],
  ])('refuses a figure with %j', (change, path, words, hint) => {
    const error = errorOf(() => parseEventFile({ ...event, published: [figure, { ...figure, ...change }] }));
    expect(error.path).toBe(`published[1]${path}`);
    expect(error.message).toContain(words);
    expect(error.hint).toContain(hint);
  });

  it('checks the scenario part like any scenario', () => {
    const error = errorOf(() => parseEventFile({ ...event, outage: { kind: 'cloud', durationHour: 6 } }));
    expect(error).toMatchObject({ path: 'outage', message: 'has the unknown key "durationHour"' });
  });
});
