import { describe, expect, it } from 'vitest';
import { readFirmClasses } from '../../src/catalog/firm-classes.ts';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';

const firmClass = (size: string) => loadCatalog().firmClasses.find((candidate) => candidate.size === size);

describe('readFirmClasses', () => {
  it('follows the formula on a small economy', () => {
    // Sector 51: 1,000 USD over 10 employees = 100 each. Real estate (53): 400 USD of which .25 counts; average of
    // the two = (1,000 + 100) / (10 + 10) = 55 each.
    const sectors = [
      { naics: '51', valueAddedUsd: 1000, grossOutputUsd: 0, employment: 10 },
      { naics: '53', valueAddedUsd: 400, grossOutputUsd: 0, employment: 10 },
      { naics: '92', valueAddedUsd: 9999, grossOutputUsd: 0, employment: null },
    ];
    const text = [
      'naics,size_class,firms,employment',
      ...['00,lt5,3,4', '00,5-9,1,4', '00,10-19,0,0', '00,20-99,0,0', '00,100-499,0,0', '00,500+,1,12'],
      ...['51,lt5,3,4', '51,500+,1,6', '53,5-9,1,4', '53,500+,1,6'],
    ].join('\n');
    const file = { path: 'data/f/x/table.csv', text, sha256: '' };
    const classes = readFirmClasses(file, sectors, (naics) => (naics === '53' ? 0.25 : 1));
    const [small, , , large] = classes;
    expect(small).toEqual({
      size: '<20',
      firms: 4,
      employment: 8,
      valueAddedUsdPerFirm: (4 * 100 + 4 * 55) / 4,
    });
    expect(large).toEqual({ size: '500+', firms: 1, employment: 12, valueAddedUsdPerFirm: 6 * 100 + 6 * 55 });
  });

  it('partitions the firms of the United States', () => {
    const { firmClasses } = loadCatalog();
    expect(firmClasses.reduce((sum, { firms }) => sum + firms, 0)).toBe(6_294_604);
    expect(firmClasses.reduce((sum, { employment }) => sum + employment, 0)).toBe(128_346_299);
  });

  it('gives value added per firm of the known size', () => {
    // Within 1 % of figures computed apart from the same tables.
    expect(firmClass('500+')?.valueAddedUsdPerFirm).toBeCloseTo(588.6e6, -6.5);
    expect(firmClass('100-499')?.valueAddedUsdPerFirm).toBeCloseTo(32.92e6, -5.5);
    expect(firmClass('20-99')?.valueAddedUsdPerFirm).toBeCloseTo(6.052e6, -4.5);
    expect(firmClass('<20')?.valueAddedUsdPerFirm).toBeCloseTo(0.586e6, -3.5);
  });
});
