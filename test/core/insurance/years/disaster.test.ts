import { describe, expect, it } from 'vitest';
import { runWorld } from '../../../../src/core/insurance/years/run-world.ts';
import { CERTAIN, modelOf, OPTIONS, policyOf } from './support.ts';

const aDay = { provider: 'aws', region: 'us-east-1', hours: 24 };
const rows = [policyOf('a'), policyOf('b', {}, { dependsOn: null, country: 'US' })];

describe('a disaster', () => {
  it('stops all work that rests on the region: 500 an hour for 24 h, and 16 of them paid after 8', () => {
    const { disasters } = runWorld(modelOf([policyOf('a')], CERTAIN, { ...OPTIONS, disasters: [aDay] }), 0);
    expect(disasters.groundUp[0]).toBeCloseTo(500 * 24, 6);
    expect(disasters.gross[0]).toBeCloseTo(500 * 16, 6);
    expect(disasters.grossMeanNeutral[0]).toBeCloseTo(500 * 16, 6);
    // Revenue 8.76 million at a margin of 1, whatever of it depends on the cloud.
    expect([...disasters.struckIncome]).toEqual([8_760_000]);
  });

  it('of another region strikes nobody, and of the whole provider everybody', () => {
    const elsewhere = { ...aDay, region: 'eu-west-1' };
    const everywhere = { ...aDay, region: null };
    const options = { ...OPTIONS, disasters: [elsewhere, everywhere] };
    const { disasters } = runWorld(modelOf([policyOf('a')], CERTAIN, options), 0);
    expect(disasters.groundUp[0]).toBe(0);
    expect(disasters.groundUp[1]).toBeCloseTo(500 * 24, 6);
  });

  it('leaves the years and the policies as they are without it', () => {
    const without = runWorld(modelOf(rows, {}), 3);
    const disasters = [aDay, { ...aDay, hours: 72 }];
    const { disasters: losses, ...years } = runWorld(modelOf(rows, {}, { ...OPTIONS, disasters }), 3);
    expect(JSON.stringify(years)).toBe(JSON.stringify({ ...without, disasters: undefined }));
    expect(losses.groundUp[1]).toBeGreaterThan(losses.groundUp[0]!);
  });

  it('pays an aggregate of its own', () => {
    const terms = { annualAggregate: { attachment: 0, limit: 3000 } };
    const options = { ...OPTIONS, disasters: [aDay, aDay] };
    const { disasters } = runWorld(modelOf([policyOf('a', terms)], CERTAIN, options), 0);
    expect([...disasters.gross]).toEqual([3000, 3000]);
  });
});

describe('cells', () => {
  it('hold the losses by event of one sector and cloud, and add up to the book', () => {
    const bank = policyOf('c', {}, { sector: 'finance-and-insurance' });
    const model = modelOf([...rows, bank], {});
    expect(model.cells).toEqual([
      { sector: 'retail-trade', provider: 'aws' },
      { sector: 'retail-trade', provider: null },
      { sector: 'finance-and-insurance', provider: 'aws' },
    ]);
    const together = runWorld(model, 0);
    const alone = runWorld(modelOf([policyOf('a')], {}), 0);
    expect([...together.cells[0]!.gross]).toEqual([...alone.gross.byEvent]);
    together.gross.byEvent.forEach((loss, event) => {
      const sum = together.cells.reduce((total, { gross }) => total + gross[event]!, 0);
      expect(loss).toBeCloseTo(sum, 6);
    });
  });
});
