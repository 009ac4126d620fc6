import { describe, expect, it } from 'vitest';
import { readEventText } from '../../src/catalog/event-files.ts';
import { scoreBacktest } from '../../src/services/score-backtest.ts';

const texts = ['delta-2016-08-08', 'target-2019-06-15'].map((id) => readEventText(id));

describe('scoring event files', () => {
  it('scores the files given, not those in the box', async () => {
    const result = await scoreBacktest({ events: texts, draws: 500, seed: 2 });
    expect(result).toMatchObject({ schema: 'lossrange/backtest@1', scored: 2, draws: 500, seed: 2 });
    expect(result.events.map(({ id }) => id)).toEqual(['delta-2016-08-08', 'target-2019-06-15']);
    expect(Object.keys(result.versions.models)).toContain('models/structural-error/structural-error.json');
  });

  it('scores a few events with what all bundled ones teach, less their own families', async () => {
    const few = await scoreBacktest({ events: texts, draws: 500 });
    const all = await scoreBacktest({ draws: 500 });
    const errorIn = (result: typeof all) => (id: string) =>
      result.events.find((event) => event.id === id)!.structuralError;
    for (const { id } of few.events) expect(errorIn(few)(id)).toBe(errorIn(all)(id));
  });

  it('names the file that is no event', async () => {
    const broken = { file: 'events/broken.json', text: '{ "id": "x" }' };
    await expect(scoreBacktest({ events: [...texts, broken] })).rejects.toMatchObject({
      code: 'SCENARIO_INVALID',
      path: expect.stringContaining('events/broken.json') as string,
    });
  });

  it('refuses one outage in two files', async () => {
    const copy = { file: 'copy.json', text: texts[0]!.text };
    await expect(scoreBacktest({ events: [...texts, copy] })).rejects.toMatchObject({
      message: expect.stringContaining('"delta-2016-08-08" is the id of') as string,
    });
  });

  it.each([{ draws: 0 }, { draws: 1e8 }, { seed: -1 }])('refuses %o', async (options) => {
    await expect(scoreBacktest({ events: texts, ...options })).rejects.toMatchObject({
      code: 'PARAMETER_OUT_OF_RANGE',
    });
  });
});
