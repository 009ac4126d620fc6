import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';

const root = new URL('../../', import.meta.url);
const catalog = loadCatalog();
const country = (iso2: string) => catalog.countries.find((candidate) => candidate.iso2 === iso2);

describe('loadCatalog', () => {
  it('reads the installed package once, and another root each time', () => {
    expect(loadCatalog()).toBe(catalog);
    expect(loadCatalog(root)).not.toBe(catalog);
    expect(loadCatalog(root)).toEqual(catalog);
  });

  it('does not depend on the working directory', () => {
    const before = process.cwd();
    process.chdir('/');
    try {
      expect(loadCatalog(root).sectors).toHaveLength(20);
    } finally {
      process.chdir(before);
    }
  });

  it('names parameters by kind of file', () => {
    for (const path of [
      'dependence.retail-trade',
      'weekend.government',
      'kind.cloud.durationHours',
      'exposure.aws.us-east-1.home',
      'exposure.aws.us-east-1.elsewhere',
      'exposure.crowdstrike.endpoint.world',
      'activity.office.weight',
      'ladder.cloud-region',
      'user-time.usersPerReport',
      'time-zones.easternShare',
      'catalogue.cloud.frequency.us-east-1.events',
      'catalogue.cloud.duration.long-outage.shape',
      'catalogue.cloud.class.many-services.reachedShare',
      'catalogue.cloud.provider.aws.contagion',
    ]) {
      expect(catalog.parameters.get(path)?.path, path).toBe(path);
    }
    expect(catalog.parameters.get('dependence.retail-trade')?.file).toBe('models/sectors/retail-trade.json');
  });

  it('reads a catalogue of outages', () => {
    const cloud = catalog.catalogues.get('cloud');
    expect(cloud?.providers.map(({ id }) => id)).toEqual(['aws', 'azure', 'google-cloud']);
    expect(cloud?.serviceClasses.map(({ id }) => id)).toEqual(['many-services', 'one-service']);
    expect(catalog.hashes.has('models/catalogues/cloud.json')).toBe(true);
  });

  it('joins the 20 sectors with the US table, in NAICS order', () => {
    expect(catalog.sectors.map((sector) => sector.naics)).toEqual(
      '11 21 22 23 31-33 42 44-45 48-49 51 52 53 54 55 56 61 62 71 72 81 92'.split(' '),
    );
    const retail = catalog.sectors.find((sector) => sector.id === 'retail-trade');
    expect(retail).toMatchObject({ valueAddedUsd: 1_772_379e6, grossOutputUsd: 2_772_953e6 });
  });

  it('gives the United States four zones and the others one', () => {
    expect(country('US')?.zones).toEqual([
      { zone: 'America/New_York', share: 0.47, parameter: 'time-zones.easternShare' },
      { zone: 'America/Chicago', share: 0.29, parameter: 'time-zones.centralShare' },
      { zone: 'America/Denver', share: 0.07, parameter: 'time-zones.mountainShare' },
      { zone: 'America/Los_Angeles', share: 0.17, parameter: 'time-zones.pacificShare' },
    ]);
    expect(country('ES')?.zones).toEqual([{ zone: 'Europe/Madrid', share: 1 }]);
  });

  it('reads NA as Namibia', () => {
    expect(country('NA')).toMatchObject({ name: 'Namibia', iso3: 'NAM', currency: 'NAD' });
  });

  it('joins value added by group, with nothing where the UN has no row', () => {
    expect(country('US')?.valueAddedByGroupUsd?.D).toBeGreaterThan(2e12);
    expect(country('MC')?.valueAddedByGroupUsd?.['A-B']).toBe(0);
    expect(country('TW')?.valueAddedByGroupUsd).toBeNull();
  });

  it('reads US GDP and exchange rates', () => {
    expect(catalog.usGdpByYear.get(2023)).toBeCloseTo(27_720.7e9, -8);
    expect(catalog.usGdpByYear.has(2024)).toBe(false);
    // The pound is worth more than a dollar, so a table the wrong way round shows here.
    expect(catalog.exchangeRates.get('GBP')?.get(2024)).toBeGreaterThan(0.7);
    expect(catalog.exchangeRates.get('GBP')?.get(2024)).toBeLessThan(0.9);
    expect(catalog.exchangeRates.get('UAH')?.has(2025)).toBe(false);
  });

  it('hashes every file it used, and only these', () => {
    for (const path of Object.values(catalog.dataFiles).flat())
      expect(catalog.hashes.has(path), path).toBe(true);
    for (const { file } of catalog.parameters.values()) expect(catalog.hashes.has(file), file).toBe(true);
    const bytes = readFileSync(new URL('models/kinds/cloud.json', root));
    expect(catalog.hashes.get('models/kinds/cloud.json')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    const unused = [
      'published-claims',
      'published-outages',
      'downdetector-reports',
      'aws-address-share',
      'events',
    ];
    for (const path of catalog.hashes.keys()) expect(unused, path).not.toContain(path.split('/')[1]);
  });
});
