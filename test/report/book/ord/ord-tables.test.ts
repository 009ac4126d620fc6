import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { EventMoments } from '../../../../src/core/insurance/book-years/event-table.ts';
import type { WorldYears } from '../../../../src/core/insurance/years/run-world.ts';
import {
  eptCsv,
  eventsCsv,
  meltCsv,
  paltCsv,
  summaryInfoCsv,
} from '../../../../src/report/book/ord/ord-tables.ts';
import { spltHeader, spltRows } from '../../../../src/report/book/ord/period-losses.ts';

const moments: EventMoments = {
  ...{ eventId: 7, summaryId: 1, rate: 0.5, chanceOfLoss: 0.25, mean: 12.345, standardDeviation: 3 },
  ...{ largest: 100, footprintIncome: 900, meanStruckIncome: 450, largestStruckIncome: 900 },
};
/** The years of the docstring of `lossAtReturnPeriod`, in another order. */
const total = Float64Array.of(50, 0, 100, 20, 80);
const years = { total, largest: Float64Array.of(50, 0, 60, 20, 80) };

describe('tables of the Open Results Data standard', () => {
  it('MELT has the columns of the Oasis engine, and amounts to the cent', () => {
    expect(meltCsv([{ ...moments, eventId: 9 }, moments])).toBe(
      'EventId,SummaryId,SampleType,EventRate,ChanceOfLoss,MeanLoss,SDLoss,MaxLoss,FootprintExposure,MeanImpactedExposure,MaxImpactedExposure\n' +
        '7,1,2,0.5,0.25,12.35,3,100,900,450,900\n' +
        '9,1,2,0.5,0.25,12.35,3,100,900,450,900\n',
    );
  });

  it('ALT: mean 50, and the deviation with N - 1', () => {
    // Squares about 50: 0 + 2500 + 2500 + 900 + 900 = 6800; ÷ 4 = 1700.
    expect(paltCsv([years])).toBe('SummaryId,SampleType,MeanLoss,SDLoss\n1,2,50,41.23\n');
  });

  it('EPT: full uncertainty, both curves and their TVaR, no period beyond the years', () => {
    const rows = parse<Record<string, string>>(eptCsv([years]), { columns: true });
    // At 1 in 2: rank 3 of 100, 80, 50, 20, 0 is 50 + 30 × 0.4 = 62; its TVaR (100 + 80 + 62) / 3.
    expect(rows.map((row) => Object.values(row).map(Number))).toEqual([
      [1, 2, 1, 5, 80],
      [1, 2, 1, 2, 54],
      [1, 2, 2, 5, 80],
      [1, 2, 2, 2, 64.67],
      [1, 2, 3, 5, 100],
      [1, 2, 3, 2, 62],
      [1, 2, 4, 5, 100],
      [1, 2, 4, 2, 80.67],
    ]);
  });

  it('say what an EventId and a SummaryId stand for', () => {
    const place = { provider: 'aws', region: 'us-east-1', serviceClass: 'many-services' };
    const event = { id: 1, ...place, allRegions: false, rate: 0.3 };
    expect(eventsCsv([event, { ...event, id: 2, allRegions: true }])).toBe(
      'EventId,EventDescription,EventRate\n1,aws us-east-1 many-services,0.3\n2,aws all regions many-services,0.3\n',
    );
    expect(summaryInfoCsv('book', [{ id: 1, name: '', incomeUsd: 5 }])).toBe(
      'summary_id,_not_set_,tiv\n1,All-Risks,5\n',
    );
    expect(summaryInfoCsv('sector', [{ id: 1, name: 'retail-trade', incomeUsd: 5 }])).toContain(
      'summary_id,Sector,tiv\n1,retail-trade,5\n',
    );
  });

  it('SPLT has a row for each outage that costs something, on the calendar of the years', () => {
    const world = {
      world: 1,
      starts: Uint32Array.of(0, 1, 3),
      source: Uint16Array.of(0, 2, 2),
      allRegions: Uint8Array.of(0, 1, 0),
      // 13:30 on 1 January, 00:00 on 1 February, and one that costs nothing.
      startHour: Float64Array.of(13.5, 31 * 24, 40 * 24),
      cells: [{ struckIncome: Float64Array.of(10, 20, 30) }, { struckIncome: Float64Array.of(1, 2, 3) }],
    } as unknown as WorldYears;
    const calendar = { yearStartMs: Date.UTC(2026, 0, 1), years: 4 };
    expect(spltHeader).toBe(
      'Period,PeriodWeight,EventId,Year,Month,Day,Hour,Minute,SummaryId,SampleId,Loss,ImpactedExposure\n',
    );
    expect(spltRows(world, Float64Array.of(7.777, 8, 0), calendar)).toBe(
      '3,0.25,1,3,1,1,13,30,1,1,7.78,11\n4,0.25,6,4,2,1,0,0,1,1,8,22\n',
    );
    expect(spltRows(world, Float64Array.of(0, 0, 0), calendar)).toBe('');
  });
});
