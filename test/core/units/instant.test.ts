import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseDateOrInstant, parseInstant } from '../../../src/core/units/instant.ts';
import { timeOf } from '../../schema/time-of.ts';

describe('parseInstant', () => {
  it.each([
    ['2025-10-20T06:48:00Z', 1_760_942_880_000],
    ['2025-10-20T06:48Z', 1_760_942_880_000],
    ['2025-10-20T08:48:00+02:00', 1_760_942_880_000],
    ['2025-10-20T02:48:00-04:00', 1_760_942_880_000],
    ['2025-10-20T12:18:00+05:30', 1_760_942_880_000],
    ['2025-10-20T06:48:00.5Z', 1_760_942_880_500],
    ['2025-10-20T06:48:00.123456789Z', 1_760_942_880_123],
    ['1970-01-01T00:00:00Z', 0],
    ['1969-12-31T23:59:59.999Z', -1],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000],
    ['2000-02-29T00:00:00Z', 951_782_400_000],
  ])('%s is %d ms', (text, ms) => expect(parseInstant(text)).toBe(ms));

  it.each([
    ...['2025-02-30T00:00:00Z', '2025-02-29T00:00:00Z', '1900-02-29T00:00:00Z', '2025-04-31T00:00Z'],
    ...['2025-13-01T00:00Z', '2025-00-10T00:00Z', '2025-01-00T00:00Z', '2025-01-32T00:00Z'],
    ...['2025-10-20T24:00:00Z', '2025-10-20T25:00Z', '2025-10-20T06:60Z', '2025-06-30T23:59:60Z'],
    ...['2025-10-20', '2025-10-20T06:48:00', '2025-10-20T06:48', '2025-10-20 06:48:00Z', '2025-10-20T06Z'],
    ...[
      '2025-10-20T06:48:00+2',
      '2025-10-20T06:48:00+0200',
      '2025-10-20T06:48:00+15:00',
      '2025-10-20T06:48+01:60',
    ],
    ...[
      '20251020T064800Z',
      '2025-10-20t06:48:00z',
      '25-10-20T06:48Z',
      '0025-10-20T06:48Z',
      '+02025-10-20T06:48Z',
    ],
    ...['1760942880', '1760942880000', '', 'Z', 'Mon, 20 Oct 2025 06:48:00 GMT', ' 2025-10-20T06:48:00Z'],
    ...[
      '2025-10-20T06:48:00Z\n',
      '٢٠٢٥-10-20T06:48:00Z',
      '2025-10-20T06:48:00.Z',
      '2025-10-20T06:48:00.1234567890Z',
    ],
  ])('%j is refused', (text) => expect(parseInstant(text)).toBeNull());

  it('counts real hours across both changes of the clocks in New York', () => {
    const hours = (from: string, to: string) => (parseInstant(to)! - parseInstant(from)!) / 3_600_000;
    expect(hours('2025-03-09T01:30:00-05:00', '2025-03-09T03:30:00-04:00')).toBe(1);
    expect(hours('2025-11-02T01:30:00-04:00', '2025-11-02T01:30:00-05:00')).toBe(1);
  });

  it('does not depend on the time zone of the computer', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['America/New_York', 'Asia/Kolkata', 'Pacific/Apia']) {
        process.env['TZ'] = zone;
        expect(parseInstant('2025-03-09T02:30:00Z')).toBe(1_741_487_400_000);
        expect(formatInstant(1_741_487_400_000)).toBe('2025-03-09T02:30:00Z');
      }
    } finally {
      process.env['TZ'] = before;
    }
  });

  it('refuses long text at once', () => {
    const milliseconds = timeOf(() => {
      for (const part of ['0', '-', ':', 'T', '2025-10-20T']) {
        expect(parseInstant(part.repeat(100_000))).toBeNull();
      }
    });
    // Work that grows with the square of the length would take minutes.
    expect(milliseconds).toBeLessThan(100);
  });
});

describe('formatInstant', () => {
  it('is read back to the same instant', () => {
    // Years 1900 to 2199, the range that scenarios allow.
    const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) - 1 });
    fc.assert(fc.property(instants, (ms) => parseInstant(formatInstant(ms)) === ms));
  });

  it('shows milliseconds only when there are some', () => {
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00Z');
    expect(formatInstant(1)).toBe('1970-01-01T00:00:00.001Z');
  });
});

describe('parseDateOrInstant', () => {
  it('takes a date as the end of that day in UTC', () => {
    const date = parseDateOrInstant('2025-10-20')!;
    expect(date).toBeGreaterThan(parseInstant('2025-10-20T23:59:59Z')!);
    expect(date).toBeLessThan(parseInstant('2025-10-21T00:00:00Z')!);
  });

  it('takes an instant as it is, and refuses all else', () => {
    expect(parseDateOrInstant('2025-10-20T18:00:00Z')).toBe(parseInstant('2025-10-20T18:00:00Z'));
    for (const text of ['2025-02-30', '2025', '2025-10', '2025-10-20T18:00', '20-10-2025', '']) {
      expect(parseDateOrInstant(text)).toBeNull();
    }
  });
});
