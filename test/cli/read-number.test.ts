import { describe, expect, it } from 'vitest';
import { readCount, readHours, readWhole } from '../../src/cli/read-number.ts';

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
  ])('%j is %d', (text, value) => {
    expect(readHours(text, '--hours')).toBe(value);
  });

  it.each(['', '-1', '6h', '360 min', 'PT6H', '1e3', '6,5', 'Infinity'])('refuses %j', (text) => {
    expect(() => readHours(text, '--hours')).toThrow('cannot read');
  });
});

describe('readWhole', () => {
  it('reads a seed', () => {
    expect(readWhole('0', '--seed')).toBe(0);
    expect(() => readWhole('1.5', '--seed')).toThrow('cannot read');
    expect(() => readWhole('1e9', '--draws')).toThrow('cannot read');
  });
});
