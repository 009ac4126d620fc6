import { describe, expect, it } from 'vitest';
import type { AblationEffect, AblationResult } from '../../src/core/backtest/ablation.ts';
import { ablationMarkdown, ablationText } from '../../src/tools/ablation-report.ts';

function effect(id: string, more: Partial<AblationEffect>): AblationEffect {
  return {
    id,
    title: `part ${id}`,
    why: `reason for ${id}`,
    touched: [{ id: `event-of-${id}`, family: 'one', crpsChange: 0.26 }],
    impossible: [],
    crpsChange: 0.01,
    interval: [0, 0.02],
    medianErrorChange: -0.004,
    verdict: 'neither',
    ...more,
  };
}

const result: AblationResult = {
  draws: 5000,
  seed: 1,
  events: 26,
  families: 21,
  crps: 0.1862,
  medianAbsLog10Error: 0.19,
  effects: [
    effect('strong', { crpsChange: 1.194, interval: [0.01, 1.406], verdict: 'helps', impossible: ['lost'] }),
    effect('plain', {}),
    effect('spare', { why: null }),
    effect('unseen', { touched: [], crpsChange: 0, interval: [0, 0], verdict: 'untested' }),
    effect('bad', { crpsChange: -0.0302, interval: [-0.05, -0.01], verdict: 'hurts' }),
  ],
};

/** Lines under a heading, up to the next empty line. */
function listUnder(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  return lines.slice(start + 1, lines.indexOf('', start));
}

describe('the ablations as text', () => {
  const text = ablationText(result);

  it('fits 80 columns, with the longest title too', () => {
    const long = { ...result, effects: [effect('x', { title: 't'.repeat(38), crpsChange: -1.194 })] };
    for (const line of `${text}${ablationText(long)}`.split('\n'))
      expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('shows each part with its change, interval and rows; * where an event falls out', () => {
    expect(text).toMatch(/^part strong +\+1\.194 +\+\.010 to \+1\.406 +0 +1\*$/m);
    expect(text).toMatch(/^part bad +-\.030 +-\.050 to -\.010 +0 +1$/m);
  });

  it('names every part in one list', () => {
    expect(listUnder(text, 'Helps')[0]).toMatch(/^- part strong: 1 row of one family, most of all event-of/);
    expect(listUnder(text, 'Hurts')[0]).toMatch(/^- part bad: /);
    expect(listUnder(text, 'Neither helps nor hurts')).toEqual(['- part plain: reason for plain']);
    expect(listUnder(text, 'No row depends')).toEqual(['- part unseen: reason for unseen']);
    expect(text).toContain('- part spare: 1 row of one family');
    expect(ablationText({ ...result, effects: [] })).toMatch(/^Helps:\n- none$/m);
  });

  it('says what it does not show', () => {
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain('Differences under .02 mean nothing. Nothing is removed on 26 rows alone');
    expect(words).toContain('overlap factor of dependence and severity is not part of the engine');
  });
});

describe('the ablations as Markdown', () => {
  it('has a row of the table for each part, and the same lists', () => {
    const page = ablationMarkdown(result);
    expect(page.match(/^\| part .* \|$/gm)).toHaveLength(5);
    expect(page).toContain('| part strong | +1.194 | +.010 to +1.406 | 0 | 1* |');
    expect(page).toContain('\n- part plain: reason for plain\n');
  });
});
