import { describe, expect, it } from 'vitest';
import { listEventIds } from '../../src/catalog/event-files.ts';
import { readPublishedClaims } from '../../src/catalog/published-claims.ts';
import { openEvent } from '../../src/services/open-scenario.ts';

const rows = readPublishedClaims();

describe('published claims', () => {
  it('are all there, in eight languages', () => {
    expect(rows).toHaveLength(80);
    expect(new Set(rows.map(({ language }) => language))).toEqual(
      new Set(['en', 'ar', 'de', 'es', 'fr', 'hi', 'ja', 'zh']),
    );
  });

  it('map to event files of their family, but for one event and rates in general', async () => {
    const ids = listEventIds();
    for (const { claim, event } of rows) {
      if (event === null) {
        expect(claim.family).toBeNull();
        continue;
      }
      expect(ids).toContain(event);
      expect((await openEvent(event)).family).toBe(claim.family);
    }
    expect(rows.filter(({ event }) => event === null).map(({ claim }) => claim.id)).toEqual([
      'c071',
      'c079',
      'c080',
    ]);
  });

  it('have amounts in order and in US dollars', () => {
    for (const { claim } of rows) expect(claim.lowUsd).toBeLessThanOrEqual(claim.highUsd);
    expect(rows.find(({ claim }) => claim.id === 'c030')!.claim).toMatchObject({
      lowUsd: 5.4e9,
      measure: 'corporate-interruption',
      unit: 'total',
    });
  });
});
