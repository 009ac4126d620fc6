import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImpactError } from '../../src/core/errors/impact-error.ts';
import { csvText } from '../../src/report/csv-text.ts';
import { convert, currencyRate, inCurrency, toUsd } from '../../src/report/currency.ts';
import { estimateCsv } from '../../src/report/estimate-csv.ts';
import { estimateJson } from '../../src/report/estimate-json.ts';
import { estimateMarkdown } from '../../src/report/estimate-markdown.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { estimateResult } from '../support/estimate-result.ts';

const euro = { code: 'EUR', perUsd: 0.9, year: 2024, source: 'a bank' };

describe('JSON', () => {
  it('reads back to the same result', () => {
    const result = estimateResult();
    expect(JSON.parse(estimateJson(result))).toEqual(result);
  });

  it('has its keys in the published order, however the object was built', () => {
    const result = estimateResult();
    const turned = Object.fromEntries(Object.entries(result).reverse()) as typeof result;
    expect(estimateJson(turned)).toBe(estimateJson(result));
    const keys = Object.keys(JSON.parse(estimateJson(turned)) as object);
    expect(keys.slice(0, 8)).toEqual([
      'schema',
      'id',
      'headline',
      'versions',
      'seed',
      'draws',
      'scenario',
      'economicLoss',
    ]);
  });

  it('ends with a line break and keeps a pair on one line', () => {
    const text = estimateJson(estimateResult());
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).toMatch(/\n {6}\[0\.01, \d[^\n]*\],\n/);
  });

  it('leaves text with brackets alone', () => {
    const value = { text: '[\n 1,\n 2\n]', list: [1, -2.5, 1e21], mixed: [1, 'a'] };
    expect(JSON.parse(jsonText(value))).toEqual(value);
    expect(jsonText(value)).toContain('"list": [1, -2.5, 1e+21]');
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => jsonText({ amount: value })).toThrow('amount is');
  });

  it('writes -0 as 0', () => {
    expect(jsonText([-0])).toBe('[0]\n');
  });
});

describe('another currency', () => {
  it('changes summaries and leaves fields named usd alone', () => {
    const result = estimateResult();
    const converted = inCurrency(result, euro);
    expect(converted.currency).toEqual(euro);
    expect(converted.economicLoss?.unit).toBe('EUR');
    expect(converted.economicLoss?.p50).toBe(0.441e9);
    expect(converted.economicLoss?.monteCarloStandardError.p50).toBe(4.41e6);
    expect(converted.waterfall).toEqual(result.waterfall);
    expect(converted.ceiling).toEqual(result.ceiling);
  });

  it('takes the rate of the year, or of the last year before it', () => {
    const rates = new Map([['EUR', new Map([2022, 2024].map((year) => [year, year / 1000]))]]);
    expect(currencyRate(rates, 'eur', 2023)).toMatchObject({ code: 'EUR', perUsd: 2.022, year: 2022 });
    expect(() => currencyRate(rates, 'EUR', 2021)).toThrow(
      'no exchange rate for EUR in 2021: the table starts in 2022',
    );
    expect(() => currencyRate(rates, '', 2024)).toThrow('no exchange rate for ""');
    expect(() => currencyRate(rates, 'ABC', 2024)).toThrow('no exchange rate for "ABC"');
  });

  it('names a code that is near', () => {
    const rates = new Map(['EUR', 'GBP'].map((code) => [code, new Map([[2024, 0.9]])]));
    const hintOf = (code: string): string => {
      try {
        currencyRate(rates, code, 2024);
      } catch (error) {
        return (error as ImpactError).hint;
      }
      return 'none';
    };
    expect(['EURO', 'gbr', 'us', 'XYZ', ''].map(hintOf)).toEqual([
      'did you mean EUR? Or use a code such as EUR, GBP',
      // Of three letters nearly any code is near.
      'use a code such as EUR, GBP',
      'did you mean USD? Or use a code such as EUR, GBP',
      'use a code such as EUR, GBP',
      'use a code such as EUR, GBP',
    ]);
  });

  it('takes an amount there and back', () => {
    // 250 m / 0.8845 = 282,645,562.46.
    expect(toUsd(250e6, { ...euro, perUsd: 0.8845 })).toBeCloseTo(282_645_562.4647, 3);
    expect(toUsd(250e6, undefined)).toBe(250e6);
    const money = fc.double({ min: 1, max: 1e13, noNaN: true });
    const perUsd = fc.double({ min: 1e-4, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(money, perUsd, (amount, rate) => {
        const back = convert(toUsd(amount, { ...euro, perUsd: rate }), { ...euro, perUsd: rate });
        expect(Math.abs(back / amount - 1)).toBeLessThan(1e-15 * 4);
      }),
    );
  });

  it('gives the amount back on the way back', () => {
    const there = convert(123_456_789.12, euro);
    // One rounding to the nearest double each way.
    expect(convert(there, { ...euro, perUsd: 1 / 0.9 })).toBeCloseTo(123_456_789.12, 5);
  });
});

describe('CSV', () => {
  const rows = parse(estimateCsv(estimateResult()), { columns: true });

  it('holds one value a row, unrounded', () => {
    expect(rows).toContainEqual({
      section: 'headline',
      item: 'economic-loss',
      quantity: 'p50',
      value: '490000000',
      unit: 'USD',
      source: 'world',
    });
  });

  it('writes what is taken away without a sign', () => {
    expect(rows).toContainEqual(
      expect.objectContaining({ item: 'made-up-later', quantity: 'subtract', value: '552600000' }),
    );
  });

  const dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
  it.each(dangerous.flatMap((start) => [`${start}1+1`, ` ${start}1+1`, `"${start}1+1`, `'${start}1+1`]))(
    'makes %j harmless, as a title too',
    (title) => {
      const { scenario } = estimateResult();
      const cells = [
        ...parse(csvText(['name'], [[title]])).flat(),
        ...parse(estimateCsv(estimateResult({ scenario: { ...scenario, title } }))).flat(),
      ];
      expect(cells.filter((cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u.test(cell))).toEqual([]);
      expect(cells).toContain(`'${title}`);
    },
  );

  it('leaves plain text and numbers as they are', () => {
    expect(csvText(['a', 'b'], [['x-y, z', 0.5]])).toBe('a,b\n"x-y, z",0.5\n');
  });
});

describe('Markdown', () => {
  const text = estimateMarkdown(estimateResult(), { unicode: true });

  it('has one title and the same sections as the text', () => {
    expect(text.match(/^# /gm)).toHaveLength(1);
    expect(text.match(/^## /gm)).toHaveLength(11);
  });

  it('has tables of equal width', () => {
    const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      const widths = table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('takes no markup from a name', () => {
    const { scenario } = estimateResult();
    const title = '<img src=x> [a](b) | *c*';
    const shown = estimateMarkdown(estimateResult({ scenario: { ...scenario, title } }), { unicode: true });
    expect(shown.split('\n')[0]).toContain('&lt;img src=x&gt; \\[a\\](b) \\| \\*c\\*');
  });
});
