import { describe, expect, it } from 'vitest';
import { quantityInWords } from '../../src/report/quantity-in-words.ts';
import {
  chanceInWords,
  countInWords,
  dateInWords,
  hoursInWords,
  joinWords,
  percentInWords,
} from '../../src/report/words.ts';

describe('words', () => {
  it.each([
    [14.53, '14½ hours'],
    [2.87, '2.9 hours'],
    [1, '1 hour'],
    [0.4, '24 minutes'],
    [24, '24 hours'],
    [500, '21 days'],
  ])('%d hours: %s', (hours, text) => {
    expect(hoursInWords(hours, true)).toBe(text);
  });

  it('keeps to ASCII when asked', () => {
    expect(hoursInWords(14.53, false)).toBe('14.5 hours');
  });

  it.each([
    [0.0018, '0.2 percent'],
    [0.284, '28 percent'],
    [0.00001, 'under 0.01 percent'],
    [0, '0 percent'],
    [1.18, '118 percent'],
  ])('a share of %d: %s', (share, text) => {
    expect(percentInWords(share)).toBe(text);
  });

  it.each([
    [0.025, 'about 1 chance in 40'],
    [0.0066, 'about 1 chance in 150'],
    [0.001, 'less than 1 chance in 200'],
  ])('a chance of %d: %s', (chance, text) => {
    expect(chanceInWords(chance)).toBe(text);
  });

  it('counts, dates and lists', () => {
    expect([2500, 11e6, 8.5e6, 0.5].map(countInWords)).toEqual(['2,500', '11 million', '8.5 million', '0.5']);
    expect(dateInWords('2025-10-20T18:00:00Z')).toBe('20 October 2025');
    expect(dateInWords('soon')).toBe('soon');
    expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c');
    expect(joinWords([])).toBe('');
  });
});

describe('quantityInWords', () => {
  it.each([
    [2500, '2,500'],
    [{ p5: 1, p95: 4 }, '1 to 4, 9 chances in 10'],
    [{ p10: 1, p50: 2, p90: 4 }, 'about 2; 1 to 4, 8 chances in 10'],
    [{ pert: [0.5, 0.75, 0.9] as const }, '0.5 to 0.9, likeliest 0.75'],
    [{ uniform: [1, 2] as const }, '1 to 2, all alike'],
    [{ lognormal: { median: 80, gsd: 2.8 } }, 'about 80, times or divided by 2.8'],
    [{ normal: { mean: 5, sd: 1 } }, '5 plus or minus 1'],
    [{ beta: { mean: 0.3, sd: 0.1 } }, '0.3 plus or minus 0.1'],
  ])('%j: %s', (quantity, text) => {
    expect(quantityInWords(quantity)).toBe(text);
  });
});
