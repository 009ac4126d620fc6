import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/compare.ts';
import { estimate } from '../../../src/core/estimate.ts';
import {
  giveBack,
  lendBytes,
  lendFloats,
  lending,
  lendUnset,
  lendUnsetWords,
  lendWords,
} from '../../../src/core/memory/lent-arrays.ts';
import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import { catalog, eventScenario } from '../../support/engine.ts';

describe('lent arrays', () => {
  it('are used again by the next scope, and hold zeros', () => {
    const first = lending(() => lendFloats(100).fill(7));
    const second = lending(() => lendFloats(100));
    expect(second).toBe(first);
    expect(second.every((value) => value === 0)).toBe(true);
  });

  it('hold what was there before where the caller writes every element', () => {
    lending(() => [lendFloats(110).fill(7), lendWords(110).fill(8)]);
    lending(() => {
      expect(lendUnset(110)[109]).toBe(7);
      expect(lendUnsetWords(110)[109]).toBe(8);
    });
  });

  it('are never lent twice at once', () => {
    lending(() => {
      const outer = [lendFloats(50), lendFloats(50), lendWords(50), lendBytes(50)];
      const inner = lending(() => [lendFloats(50), lendFloats(50)]);
      expect(new Set([...outer, ...inner]).size).toBe(6);
      const again = lendFloats(50);
      expect(inner).toContain(again);
      expect(outer).not.toContain(again);
    });
  });

  it('can be given back early, once', () => {
    lending(() => {
      const array = lendWords(60);
      giveBack(array);
      giveBack(array);
      expect(lendWords(60)).toBe(array);
      expect(lendWords(60)).not.toBe(array);
    });
  });

  it('are simply new outside a scope, and when they are long', () => {
    expect(lendFloats(10)).not.toBe(lendFloats(10));
    const long = lending(() => lendFloats(1e5));
    expect(lending(() => lendFloats(1e5))).not.toBe(long);
  });

  it('come back when the work fails', () => {
    const kept: Float64Array[] = [];
    const fail = (): never => {
      kept.push(lendFloats(70));
      throw new Error('broken');
    };
    expect(() => lending(fail)).toThrow('broken');
    expect(lending(() => lendFloats(70))).toBe(kept[0]);
  });
});

describe('results made from lent arrays', () => {
  const at = (id: string, draws: number) => ({ ...eventScenario(id), simulation: { draws, seed: 1 } });
  const holdsArray = (value: unknown): boolean =>
    ArrayBuffer.isView(value) ||
    (typeof value === 'object' && value !== null && Object.values(value).some(holdsArray));

  it('hold none of them, and are the same whatever ran before', () => {
    const ids = ['aws-2025-10-20', 'rogers-2022-07-08', 'aws-2025-10-20', 'crowdstrike-2024-07-19'];
    const once = ids.map((id) => JSON.stringify(estimate(at(id, 1000), catalog, zoneOffsetHours)));
    for (const draws of [999, 1000, 5000]) {
      ids.toReversed().forEach((id) => estimate(at(id, draws), catalog, zoneOffsetHours));
      ids.forEach((id, i) => {
        const result = estimate(at(id, 1000), catalog, zoneOffsetHours);
        expect(holdsArray(result)).toBe(false);
        expect(JSON.stringify(result)).toBe(once[i]);
      });
    }
    // Arrays full of what no result could hold: whoever reads before writing would show it.
    for (const length of [1000, 5000, 4096, 904, 100]) {
      lending(() => {
        for (let i = 0; i < 400; i++) lendFloats(length).fill(NaN);
        for (let i = 0; i < 20; i++) {
          lendWords(length).fill(4e9);
          lendBytes(length).fill(255);
        }
      });
    }
    ids.forEach((id, i) => {
      expect(JSON.stringify(estimate(at(id, 1000), catalog, zoneOffsetHours))).toBe(once[i]);
    });
    const compared = compare(at(ids[0]!, 1000), at(ids[3]!, 1000), catalog, zoneOffsetHours);
    expect(holdsArray(compared)).toBe(false);
    expect(JSON.stringify(compared.first)).toBe(once[0]);
  });
});
