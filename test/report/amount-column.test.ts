import { describe, expect, it } from 'vitest';
import { addingColumn, cell, columnUnit, rangeCell } from '../../src/report/amount-column.ts';
import { lossOf } from '../support/estimate-result.ts';

const bn = { name: 'bn', size: 1e9 };

describe('columnUnit', () => {
  it.each([
    [[0.3e9, 2e9], 'bn'],
    [[0.1e9], 'bn'],
    [[99e6], 'mn'],
    [[3e12], 'tn'],
    [[900e9], 'bn'],
    [[500_000], ''],
    [[], ''],
  ])('%j: %s', (amounts, name) => {
    expect(columnUnit(amounts).name).toBe(name);
  });
});

describe('cell', () => {
  it.each([
    [0.54e9, 0, '0.54'],
    [0.5e9, 0, '0.50'],
    [0.5e9, 0.02e9, '0.5'],
    [1.74e9, 0, '1.7'],
    [17.4e9, 0, '17'],
    [4321e9, 0, '4,300'],
    [0.0061e9, 0, '0.0061'],
    // Rounds up to a power of ten: two digits, whichever side the sum fell on.
    [0.0999999999e9, 0, '0.10'],
    [0.1000000001e9, 0, '0.10'],
    [9.96e9, 0, '10'],
    [0, 0, '0'],
    [-0.5e9, 0, '-0.50'],
  ])('%d with error %d: %s', (amount, error, text) => {
    expect(cell(amount, bn, error)).toBe(text);
  });
});

describe('rangeCell', () => {
  it('gives both ends the digits of a sentence', () => {
    const loss = { ...lossOf(0.6e9, 8, 0), p5: 0.08e9, p95: 5e9 };
    expect(rangeCell(loss, (usd) => usd, bn)).toBe('0.08 to 5');
    expect(rangeCell({ ...loss, p5: 0.0142e9, p95: 0 }, (usd) => usd, bn)).toBe('0.014 to 0');
  });
});

describe('addingColumn', () => {
  it('prints nothing as 0, not with the decimals of another column', () => {
    expect(addingColumn([0, 0], 0, bn)).toMatchObject({ parts: ['0', '0'], total: '0' });
    expect(addingColumn([1.2e9, 0], 1.2e9, bn)).toMatchObject({ parts: ['1.2', '0'], total: '1.2' });
  });
});
