import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';

type Row = Readonly<Record<string, string>>;

function table(path: string): readonly Row[] {
  return parse(readFileSync(new URL(`../../data/${path}/table.csv`, import.meta.url)), { columns: true });
}

function total(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

describe('us-sectors', () => {
  const rows = table('us-sectors/2023');

  it('has sectors that sum to GDP of 2023', () => {
    const sectors = rows.filter((row) => row['naics'] !== '00');
    expect(sectors).toHaveLength(20);
    expect(total(sectors, 'value_added_musd_2023')).toBe(27_720_708);
    expect(rows.find((row) => row['naics'] === '00')?.['value_added_musd_2023']).toBe('27720708');
  });

  it('agrees with GDP of 2023 in us-cpi-gdp', () => {
    const gdp = table('us-cpi-gdp/2026-05').find((row) => row['year'] === '2023')?.['gdp_nominal_busd'];
    // The GDP table is rounded to .1 billion.
    expect(Number(gdp)).toBeCloseTo(27_720.708, 1);
  });
});

describe('us-firms-by-size', () => {
  const rows = table('us-firms-by-size/2021');
  const codes = [...new Set(rows.map((row) => row['naics']))];

  it.each(codes)('has classes of NAICS %s that add up to its total', (naics) => {
    const ofSector = rows.filter((row) => row['naics'] === naics);
    const classes = ofSector.filter((row) => row['size_class'] !== 'total');
    const whole = ofSector.filter((row) => row['size_class'] === 'total');
    expect(classes.map((row) => row['size_class'])).toEqual([
      'lt5',
      '5-9',
      '10-19',
      '20-99',
      '100-499',
      '500+',
    ]);
    expect(total(classes, 'firms')).toBe(total(whole, 'firms'));
    expect(total(classes, 'employment')).toBe(total(whole, 'employment'));
  });

  it('has employment that sums over sectors, but for the 14,844 without a sector', () => {
    const totals = rows.filter((row) => row['size_class'] === 'total');
    const sectors = totals.filter((row) => row['naics'] !== '00');
    expect(total(sectors, 'employment')).toBe(128_346_299 - 14_844);
    // Firms do not: a firm in two sectors is counted in both.
    expect(total(sectors, 'firms')).toBeGreaterThan(6_294_604);
  });

  it('has the employment of us-sectors', () => {
    for (const sector of table('us-sectors/2023').filter((row) => row['employment_mar2021'] !== '')) {
      const same = rows.find((row) => row['naics'] === sector['naics'] && row['size_class'] === 'total');
      expect(same?.['employment'], sector['name']).toBe(sector['employment_mar2021']);
    }
  });
});

describe('countries', () => {
  const rows = table('countries/2024');

  it('has World Bank GDP that sums to about 104.7 trillion dollars', () => {
    expect(total(rows, 'gdp_usd_wb') / 1e12).toBeCloseTo(104.72, 2);
  });

  it('keeps the Factbook within a factor of 3.5 of the World Bank', () => {
    // The worst are Venezuela and South Sudan, whose figures are years apart; a wrong row or unit is off by far more.
    for (const row of rows) {
      if (row['gdp_usd_wb'] === '' || row['gdp_usd_factbook'] === '') continue;
      const ratio = Number(row['gdp_usd_factbook']) / Number(row['gdp_usd_wb']);
      expect(ratio, row['name']).toBeGreaterThan(1 / 3.5);
      expect(ratio, row['name']).toBeLessThan(3.5);
    }
  });

  it('shows no Factbook GDP in two rows', () => {
    const figures = rows.map((row) => row['gdp_usd_factbook']).filter((figure) => figure !== '');
    expect(new Set(figures).size).toBe(figures.length);
  });

  it('has US zone shares that sum to 1', () => {
    const zones = loadCatalog().countries.find((country) => country.iso2 === 'US')?.zones ?? [];
    expect(zones.reduce((sum, zone) => sum + zone.share, 0)).toBeCloseTo(1, 12);
  });
});

describe('sector-value-added-by-country', () => {
  const rows = table('sector-value-added-by-country/2021');

  it('has manufacturing inside C-E', () => {
    for (const row of rows) {
      // Figures of 1e11 and more are rounded to three digits.
      expect(Number(row['D']), row['iso3']).toBeLessThanOrEqual(Number(row['C-E']) * 1.005);
    }
  });

  it('belongs to countries of the country table, once each', () => {
    const known = new Set(table('countries/2024').map((row) => row['iso3']));
    for (const row of rows) expect(known.has(row['iso3'] ?? ''), row['iso3']).toBe(true);
    expect(new Set(rows.map((row) => row['iso3'])).size).toBe(rows.length);
  });

  it('has six groups near the GDP of the United States in 2021', () => {
    const us = rows.filter((row) => row['iso3'] === 'USA');
    const sum = ['A-B', 'C-E', 'F', 'G-H', 'I', 'J-P'].reduce((value, group) => value + total(us, group), 0);
    // 23.7 trillion by the BEA; the UN edition is earlier and leaves out taxes on products.
    expect(sum / 23.681e12).toBeGreaterThan(0.93);
    expect(sum / 23.681e12).toBeLessThan(1.03);
  });
});

describe('other tables', () => {
  it('have one exchange rate by currency and year', () => {
    const keys = table('exchange-rates/2025').map((row) => `${row['currency']} ${row['year']}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have EC2 address shares that sum to 1', () => {
    const rows = table('aws-address-share/2026-08-22');
    // 43 shares rounded to five digits
    expect(total(rows, 'share_of_ec2')).toBeCloseTo(1, 3);
    const first = rows.find((row) => row['region'] === 'us-east-1');
    const share = Number(first?.['ipv4_addresses']) / total(rows, 'ipv4_addresses');
    expect(Number(first?.['share_of_ec2'])).toBeCloseTo(share, 4);
  });

  it('have claims about outages of the list', () => {
    const ids = new Set(table('published-outages/2026-11').map((row) => row['id']));
    ids.add('generic-downtime');
    for (const claim of table('published-claims/2026-11'))
      expect(ids.has(claim['event_id']), claim['claim_id']).toBe(true);
  });

  it('have losses in order', () => {
    for (const row of table('published-outages/2026-11')) {
      const amounts = ['loss_low_usd_m', 'loss_central_usd_m', 'loss_high_usd_m']
        .map((column) => row[column])
        .filter((amount) => amount !== '')
        .map(Number);
      expect(amounts, row['id']).toEqual(amounts.toSorted((a, b) => a - b));
    }
  });

  it('have marks of unverified cells that name cells with a value', () => {
    for (const row of table('published-outages/2026-11')) {
      for (const column of row['unverified']?.split(';').filter(Boolean) ?? []) {
        expect(row[column], `${row['id']} ${column}`).toBeTruthy();
      }
    }
  });
});
