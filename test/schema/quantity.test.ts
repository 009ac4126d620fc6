import { describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { boundedQuantity, quantitySchema } from '../../src/schema/quantity.ts';
import { parseWith } from '../../src/schema/scenario.ts';

describe('quantitySchema', () => {
  it.each([
    [42],
    [0],
    [-3.5],
    [{ p5: 500, p95: 2500 }],
    [{ p10: 5, p50: 8, p90: 20 }],
    [{ p10: 5, p50: 8, p90: 20, min: 0, max: 50 }],
    [{ pert: [0.2, 0.5, 0.8] }],
    [{ triangular: [0, 2, 10] }],
    [{ uniform: [1, 3] }],
    [{ normal: { mean: 5, sd: 2 } }],
    [{ normal: { p5: 1, p95: 9 } }],
    [{ lognormal: { median: 5, gsd: 2 } }],
    [{ lognormal: { p10: 5, p90: 12 } }],
    [{ beta: { mean: 0.3, sd: 0.1 } }],
  ])('accepts %j as it stands', (quantity) => {
    expect(quantitySchema.parse(quantity)).toEqual(quantity);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d', (value) => {
    const error = errorOf(() => parseWith(quantitySchema, value, undefined));
    expect(error.message).toContain(`found ${value}`);
    expect(error.hint).toContain('real number');
  });

  it.each(
    [
      ['', null, true, [], {}, '0x10', '1,000,000', '42', [42], { p5: 1 }, { p5: 1, p95: 2, unit: 'h' }],
      [{ pert: [1, 2, '3'] }, { pert: [1, 2, 3, 4] }, { uniform: [1, 2, 3] }, { normal: 5 }, { beta: {} }],
    ].flat(),
  )('coerces nothing: refuses %j', (value) => {
    expect(errorOf(() => parseWith(quantitySchema, value, undefined)).code).toBe('SCENARIO_INVALID');
  });

  it('reads -0 as 0, as JSON text would', () => {
    expect(Object.is(quantitySchema.parse(-0), 0)).toBe(true);
  });
});

describe('boundedQuantity', () => {
  const share = boundedQuantity({ min: 0, max: 1, unit: 'share' });

  it.each([
    0,
    1,
    0.5,
    { pert: [0, 0.5, 1] },
    { normal: { mean: 0.5, sd: 3 } },
    { lognormal: { median: 0.9, gsd: 40 } },
  ])('accepts %j, both bounds included', (value) => expect(share.safeParse(value).success).toBe(true));

  it.each([
    [1.0000001, ''],
    [{ p5: 0.5, p95: 40 }, '.p95'],
    [{ uniform: [-0.1, 1] }, '.uniform[0]'],
    [{ normal: { mean: 2, sd: 0.1 } }, '.normal.mean'],
    [{ p10: 0.1, p50: 0.5, p90: 0.9, max: 2 }, '.max'],
  ])('refuses %j at %s', (value, path) => {
    const error = errorOf(() => parseWith(share, value, 'q'));
    expect(error.path).toBe(path === '' ? 'q' : `q: ${path.slice(1)}`);
    expect(error.message).toContain('must lie between 0 and 1 (share)');
  });
});
