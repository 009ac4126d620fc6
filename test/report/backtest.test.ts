import { describe, expect, it } from 'vitest';
import type { BacktestResult } from '../../src/core/backtest/backtest-result.ts';
import { scoresOf } from '../../src/core/backtest/scores.ts';
import { backtestJson } from '../../src/report/backtest-json.ts';
import { backtestMarkdown } from '../../src/report/backtest-markdown.ts';
import { backtestLine, backtestText } from '../../src/report/backtest-text.ts';
import { scoredEvent } from '../support/scored-event.ts';

const missed = scoredEvent({
  id: 'missed-2020',
  title: 'A missed outage',
  family: 'missed',
  published: { low: null, central: 2e9, high: null },
  log10Error: -2.3,
  pit: 0.99,
  inside50: false,
  inside80: false,
  inside90: false,
});
const near = scoredEvent({
  id: 'near-2021',
  title: 'A near miss',
  family: 'near',
  published: { low: null, central: 1.5e6, high: null },
  log10Error: 0.8,
  pit: 0.07,
  inside50: false,
  inside80: false,
});

function backtest(changes: Partial<BacktestResult> = {}): BacktestResult {
  const events = [missed, near, scoredEvent({ exposure: 'airline' }), scoredEvent({ id: 'event-2' })];
  const airlines = events.filter(({ exposure }) => exposure === 'airline');
  const companies = events.filter(({ exposure }) => exposure === 'company-it');
  return {
    schema: 'lossrange/backtest@1',
    versions: { engine: '0.0.0', models: {}, data: {} },
    eventsHash: 'ab'.repeat(32),
    seed: 1,
    draws: 10_000,
    ...scoresOf(events),
    outOfScope: [{ id: 'paid-by-insurers', why: 'the figure is what insurers pay, not what was lost' }],
    byExposure: [
      { exposure: 'airline', ...scoresOf(airlines) },
      { exposure: 'company-it', ...scoresOf(companies) },
    ],
    intervals: {
      meanAbsLog10Error: [0.1, 1],
      bias: [-1, 0.3],
      crps: [0.1, 0.3],
      inside80Share: [0.25, 1],
    },
    baselines: [
      {
        name: 'B0',
        words: 'revenue or GDP of the hours',
        events: 3,
        medianAbsLog10Error: 0.6,
        crps: 0.5,
        intervalScore90: 4,
        skill: 0.6,
      },
    ],
    pit: events.map(({ pit }) => pit),
    structuralFits: [],
    events,
    apart: [scoredEvent({ id: 'apart-2022', fit: false })],
    ...changes,
  };
}

const options = { unicode: true, command: 'lossrange backtest' };
const textOf = (result: BacktestResult): string => backtestText(result, options);
/** Sentences wrap at 80 columns; a test looks for them as said. */
const said = (text: string): string => text.replace(/\s+/g, ' ');

describe('back-test as text', () => {
  const text = textOf(backtest());

  it('fits into 80 columns', () => {
    expect(Math.max(...text.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80);
  });

  it('starts with the answer', () => {
    expect(backtestLine(backtest())).toBe(
      '3 of 4 published figures lie inside our 9-in-10 range, 2 inside the 8-in-10 range.\n',
    );
    expect(said(text)).toContain(backtestLine(backtest()).trim());
  });

  it('names every event with its figure, its range and its place', () => {
    expect(text).toMatch(/missed-2020 +2,000 +1\.0 +100 +·───━━━━━━━━━━───·●/);
    expect(text).toMatch(/near-2021 +1\.5 +1\.0 +100 +●───━/);
  });

  it('names the misses, the far ones by the wide range', () => {
    expect(said(text)).toContain(
      'Outside the 9-in-10 range: - A missed outage: $2 billion published, above our $1 million to $100 million',
    );
    expect(said(text)).toContain(
      'Outside the 8-in-10 range: - A near miss: $1.5 million published, below our $2 million to $50 million',
    );
    expect(said(textOf(backtest({ events: [near] })))).toContain('Outside the 9-in-10 range: none.');
  });

  it('says what it does not prove', () => {
    // Clopper-Pearson for 3 of 4: 0.194 to 0.994.
    expect(said(text)).toContain(
      '3 of 4 inside the 9-in-10 range is consistent with a true coverage of 19 to 99',
    );
    expect(said(text)).toContain('chosen with the bundled events in sight');
  });

  it('says which way the width errs, when it does', () => {
    const with12 = (pitVarianceTimes12: number): string => said(textOf(backtest({ pitVarianceTimes12 })));
    expect(with12(0.6)).toContain('rather too wide than too narrow: 2 of 4');
    expect(with12(1.4)).toContain('rather too narrow: 2 of 4');
    expect(with12(1)).not.toContain('rather too');
  });

  it('drops nothing silently', () => {
    expect(text).toContain('paid-by-insurers');
    expect(text).toContain('apart-2022');
    expect(said(text)).toContain('Left out without revenue or GDP to start from: 1.');
    expect(said(textOf(backtest({ baselines: [], apart: [], outOfScope: [] })))).not.toMatch(
      /naive|Apart|Not comparable/,
    );
  });

  it('is plain ASCII when the terminal is', () => {
    expect(backtestText(backtest(), { unicode: false })).toMatch(/^[\x00-\x7f]*$/);
  });
});

it('Markdown holds the same parts', () => {
  const markdown = backtestMarkdown(backtest(), options);
  for (const heading of text(backtest())) expect(markdown).toContain(`## ${heading}`);
});

function text(result: BacktestResult): readonly string[] {
  return textOf(result)
    .split('\n')
    .filter((line, index, lines) => /^[A-Z]/.test(line) && lines[index - 1] === '');
}

it('JSON holds the result, keys in the published order', () => {
  const result = backtest();
  const shuffled = Object.fromEntries(Object.entries(result).reverse()) as unknown as BacktestResult;
  const json = backtestJson(shuffled);
  expect(JSON.parse(json)).toEqual(result);
  expect(Object.keys(JSON.parse(json) as object)).toEqual(Object.keys(result));
});
