import { bundledCatalog } from '../../src/services/bundled-catalog.ts';
import { describe, expect, it } from 'vitest';
import {
  describe as describeName,
  factsToAsk,
  isEvent,
  listEvents,
  listSectors,
} from '../../src/services/describe-model.ts';
import { parseScenario } from '../../src/schema/scenario.ts';

const catalog = await bundledCatalog();

describe('lists', () => {
  it('has every event with a title', async () => {
    const events = await listEvents();
    expect(events.find(({ id }) => id === 'aws-2025-10-20')?.title).toBe('AWS us-east-1, 20 October 2025');
    expect(events.every(({ title }) => title !== '')).toBe(true);
    expect(await isEvent('aws-2025-10-20')).toBe(true);
    expect(await isEvent('toString')).toBe(false);
  });

  it('has every sector with its two shares', () => {
    const sectors = listSectors(catalog);
    expect(sectors).toHaveLength(20);
    expect(sectors.filter(({ dependence, recapture }) => dependence === 0 || recapture === 0)).toEqual([]);
  });
});

describe('describe', () => {
  it('finds a parameter and a term', async () => {
    expect(await describeName('recapture.retail-trade', catalog)).toMatchObject({ what: 'parameter' });
    expect(await describeName('Recapture', catalog)).toMatchObject({ what: 'term', term: 'recapture' });
  });

  it('offers the nearest name', async () => {
    await expect(describeName('recaptur', catalog)).rejects.toMatchObject({
      code: 'TERM_UNKNOWN',
      hint: 'did you mean "recapture"?',
    });
  });
});

describe('factsToAsk', () => {
  const ask = (json: unknown): readonly string[] => factsToAsk(parseScenario(json), catalog);

  it('asks for what is not given, in the order of the kind', () => {
    const order = catalog.kinds.get('cloud')?.ask ?? [];
    expect(ask({ outage: { kind: 'cloud' } })).toEqual(order);
    const known = { kind: 'cloud', provider: 'aws', region: 'us-east-1', durationHours: 3 };
    expect(ask({ outage: known, affected: { userReports: [{ count: 5 }] } })).toEqual(
      order.filter(
        (path) =>
          !['outage.provider', 'outage.region', 'outage.durationHours', 'affected.userReports'].includes(
            path,
          ),
      ),
    );
  });

  it('knows that phases have a length', () => {
    const phases = [{ start: '2025-10-20T06:00:00Z', end: '2025-10-20T09:00:00Z', impairmentShare: 1 }];
    expect(ask({ outage: { kind: 'cloud', phases } })).not.toContain('outage.durationHours');
  });

  it('looks into companies', () => {
    const companies = [{ name: 'A', sector: 'retail-trade', annualRevenueUsd: 5 }];
    const asked = ask({ outage: { kind: 'ransomware' }, affected: { companies } });
    expect(asked).not.toContain('affected.companies[].annualRevenueUsd');
    expect(asked).toContain('affected.companies[].manualFallback');
  });
});
