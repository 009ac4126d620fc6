import { describe, expect, it } from 'vitest';
import { readCount, readHours, readShare, readWhole } from '../../src/cli/read-number.ts';

describe('readCount', () => {
  it.each([
    ['2500', 2500],
    ['2,500', 2500],
    ['1,234,567', 1_234_567],
    ['2.5k', 2500],
    ['2m', 2_000_000],
    ['1.1m', 1_100_000],
    ['4.35m', 4_350_000],
    ['11 million', 11_000_000],
    ['3BN', 3_000_000_000],
    [' 800 ', 800],
    ['0', 0],
  ])('%j is %d', (text, value) => {
    expect(readCount(text, '--firms')).toBe(value);
  });

  it.each([
    '',
    'many',
    '-5',
    '2.5',
    '1e6',
    '0x10',
    '2,50',
    '1.000.000',
    '2 mio',
    'm',
    'NaN',
    'Infinity',
    '٢٥',
  ])('refuses %j', (text) => {
    expect(() => readCount(text, '--firms')).toThrow('cannot read');
  });

  it('takes no time over a long text', () => {
    const started = performance.now();
    expect(() => readCount('1,'.repeat(100_000), '--firms')).toThrow();
    // A regular expression that backtracks would take seconds.
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('readHours', () => {
  it.each([
    ['6', 6],
    ['14.5', 14.5],
    ['.5', 0.5],
    ['0', 0],
    ['PT6H', 6],
    ['PT14H30M', 14.5],
    ['43800', 43_800],
  ])('%j is %d', (text, value) => {
    expect(readHours(text, '--hours')).toBe(value);
  });

  it.each(['', '-1', '6h', '360 min', 'PT', '1e3', '6,5', 'Infinity'])('refuses %j', (text) => {
    expect(() => readHours(text, '--hours')).toThrow('cannot read');
  });
});

describe('readHours, too long', () => {
  it('refuses what can only be minutes or seconds, with the limit', () => {
    expect(() => readHours('43801', '--hours')).toThrow('longer than 43,800 hours');
    expect(() => readHours('P4000D', '--hours')).toThrow('longer than 43,800 hours');
  });
});

describe('readWhole', () => {
  it('takes commas that group thousands, as --firms does', () => {
    expect(readWhole('20,000', '--draws')).toBe(20_000);
    expect(() => readWhole('20,00', '--draws')).toThrow('cannot read');
  });

  it('reads a seed', () => {
    expect(readWhole('0', '--seed')).toBe(0);
    expect(() => readWhole('1.5', '--seed')).toThrow('cannot read');
    expect(() => readWhole('1e9', '--draws')).toThrow('cannot read');
  });
});

describe('readShare', () => {
  it.each([
    ['0.45', 0.45],
    ['.5', 0.5],
    ['45%', 0.45],
    ['7.1 %', 0.071],
    ['0', 0],
    ['1', 1],
    ['100%', 1],
  ])('%j is %d', (text, value) => {
    expect(readShare(text, '--margin')).toBe(value);
  });

  it.each(['45', '101%', '-0.1', 'half', '', '1e-3', '0,45'])('refuses %j', (text) => {
    expect(() => readShare(text, '--margin')).toThrow('cannot read');
  });
});
