import { describe, expect, it } from 'vitest';
import { truncatedT6Quantile } from '../../../src/core/distribution/student-t6.ts';

describe('truncatedT6Quantile', () => {
  it('is odd around one half and rises', () => {
    let previous = -Infinity;
    for (let k = 1; k < 1024; k++) {
      const t = truncatedT6Quantile(k / 1024);
      expect(t).toBeGreaterThan(previous);
      expect(t + truncatedT6Quantile(1 - k / 1024)).toBe(0);
      previous = t;
    }
  });
});
