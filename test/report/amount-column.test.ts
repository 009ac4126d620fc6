import { describe, expect, it } from 'vitest';
import { cell, columnUnit } from '../../src/report/amount-column.ts';

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
    [0, 0, '0'],
    [-0.5e9, 0, '-0.50'],
  ])('%d with error %d: %s', (amount, error, text) => {
    expect(cell(amount, bn, error)).toBe(text);
  });
});
