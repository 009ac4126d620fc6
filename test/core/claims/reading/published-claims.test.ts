import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../../src/catalog/load-catalog.ts';
import type { ClaimAmount, ClaimReading } from '../../../../src/core/claims/claim.ts';
import { readClaim } from '../../../../src/core/claims/reading/read-claim.ts';
import { currencyRate } from '../../../../src/report/currency.ts';
import { projectRoot } from '../../../support/project-files.ts';

interface Row {
  readonly claim_id: string;
  readonly language: string;
  readonly claim_text: string;
  readonly original_phrase: string;
  readonly unit: string;
  readonly amount_low_usd_m: string;
  readonly amount_high_usd_m: string;
  readonly currency_as_stated: string;
  readonly published_date: string;
}

const rows = parse<Row>(readFileSync(join(projectRoot, 'data/published-claims/2026-11/table.csv')), {
  columns: true,
});
const { exchangeRates } = loadCatalog();

/** Annual average rates are not those of the day, and the table has other rounding. */
const RATE_TOLERANCE = 0.05;

/** Half a unit of the last digit that was written: "$8 million" is 7.5 to 8.5. */
function rounding(amount: ClaimAmount): number {
  const digits = /(\d[\d.,]*)\D*$/.exec(amount.words)?.[1];
  if (digits === undefined) return 0;
  const written = Number(digits.replaceAll(',', ''));
  const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
  return (0.5 * 10 ** -decimals * amount.high) / written;
}

/** All that the amounts of a reading leave open, million US dollars. */
function hull(readings: readonly ClaimReading[], row: Row): readonly [number, number] {
  const ends = readings
    .flatMap(({ amounts }) => amounts)
    .map((amount) => {
      // Where the page names no currency, the table takes US dollars.
      const stated = /^[A-Z]{3}$/.test(row.currency_as_stated) ? row.currency_as_stated : 'USD';
      const code = amount.currency ?? stated;
      const year = Number(row.published_date.slice(0, 4));
      const perUsd = code === 'USD' ? 1 : currencyRate(exchangeRates, code, year).perUsd;
      const low = amount.bound === 'up-to' ? 0 : amount.low - rounding(amount);
      const high = amount.bound === 'at-least' ? Infinity : amount.high + rounding(amount);
      const tolerance = perUsd === 1 ? 0 : RATE_TOLERANCE;
      return [(low / perUsd / 1e6) * (1 - tolerance), (high / perUsd / 1e6) * (1 + tolerance)] as const;
    });
  return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))];
}

function contains([low, high]: readonly [number, number], row: Row): boolean {
  const slack = 1 + 1e-9;
  return low <= Number(row.amount_low_usd_m) * slack && Number(row.amount_high_usd_m) <= high * slack;
}

/** Rows whose amounts are not those of the words. */
const amountExceptions: Readonly<Record<string, string>> = {
  c022: 'the total is the sum of three figures and of a quarter of it, which the text does not give',
  c041: 'the table has the figure behind it too, 161, of which the page gives two digits',
};

/** Rows whose unit is not in the words. */
const unitExceptions: Readonly<Record<string, string>> = {
  c079: 'that the hours are those of one firm is said elsewhere on the page',
  c080: 'that the hours are those of one firm is said elsewhere on the page',
};

const quoted = rows.filter((row) => row.original_phrase !== '');

describe('published claims', () => {
  it('are there, with few exceptions', () => {
    expect(quoted.length).toBeGreaterThanOrEqual(80);
    expect(Object.keys(amountExceptions).length / quoted.length).toBeLessThan(0.05);
    expect(Object.keys(unitExceptions).length / quoted.length).toBeLessThan(0.05);
  });

  it.each(quoted)('$claim_id: $original_phrase', (row) => {
    const phrase = readClaim(row.original_phrase);
    const isOwn = contains(hull([phrase], row), row);
    // Some phrases quote only a part of the claim.
    const isInAll = isOwn || contains(hull([phrase, readClaim(row.claim_text)], row), row);
    expect(isInAll).toBe(!(row.claim_id in amountExceptions));
  });

  it('needs the description of the claim for few phrases only', () => {
    const partial = quoted.filter((row) => !contains(hull([readClaim(row.original_phrase)], row), row));
    expect(partial.map(({ claim_id }) => claim_id)).toEqual([
      'c022', // "roughly 25% of the upper bound"
      'c028', // one of two lengths of the outage
      'c041',
      'c045', // a bare "$" for Canadian dollars
      'c048', // the middle of a range
      'c055', // net of catching up; the claim has gross too
      'c080', // one of two thresholds
    ]);
  });

  it.each(quoted)('$claim_id is $unit: $original_phrase', (row) => {
    const units = [row.original_phrase, row.claim_text].flatMap((text) =>
      readClaim(text).amounts.map(({ unit }) => unit.replaceAll('-', '_')),
    );
    expect(units.includes(row.unit)).toBe(!(row.claim_id in unitExceptions));
    const own = readClaim(row.original_phrase).amounts[0]?.unit.replaceAll('-', '_') ?? row.unit;
    if (!(row.claim_id in unitExceptions)) expect(own).toBe(row.unit);
  });

  it.each(quoted.filter(({ original_phrase: phrase }) => /[^\d\s$€£~BMN.,()-]{4}/.test(phrase)))(
    '$claim_id is in $language: $original_phrase',
    (row) => {
      // A few phrases are alike in two languages.
      expect([row.language, null]).toContain(readClaim(row.original_phrase).language);
    },
  );
});
