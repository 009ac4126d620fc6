import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { BacktestResult } from '../../src/core/backtest/backtest-result.ts';
import { scoreBacktest } from '../../src/services/score-backtest.ts';

const models = new URL('../../models/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, models), 'utf8');

describe('the score that ships', () => {
  let result: BacktestResult;
  beforeAll(async () => {
    result = await scoreBacktest();
  });

  it('is that of this engine, these models and these events', () => {
    const { scored, inside80, inside90, eventsHash } = result;
    expect(loadCatalog().validation).toEqual({ events: scored, inside80, inside90, eventsHash });
    expect(read('VALIDATION.md')).toContain(
      `${inside80} of ${scored} published losses lie inside our 8-in-10 ranges`,
    );
  });

  it('rests on structural errors that `npm run fit` would write again', () => {
    const file = JSON.parse(read('structural-error/structural-error.json')) as {
      fittedOn: { events: number; families: number; eventsHash: string };
      parameters: Record<string, { value: number }>;
    };
    expect(file.fittedOn).toEqual({
      events: result.scored,
      families: result.families,
      eventsHash: result.eventsHash,
    });
    for (const { exposure, shipped } of result.structuralFits) {
      expect([exposure, file.parameters[exposure]!.value]).toEqual([exposure, shipped]);
    }
  });
});
