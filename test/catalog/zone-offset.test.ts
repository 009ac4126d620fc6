import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { zoneOffsetHours } from '../../src/catalog/zone-offset.ts';
import { impactErrorOf } from './temp-package.ts';

const at = (text: string) => Date.parse(text);

/** Zone, instant, hours ahead of UTC: rules of the IANA time zone database. */
const known = [
  ['America/New_York', '2025-03-09T06:59:59.999Z', -5],
  ['America/New_York', '2025-03-09T07:00:00Z', -4],
  ['America/New_York', '2025-10-20T06:48:00Z', -4],
  ['America/New_York', '2025-11-02T05:59:59.999Z', -4],
  ['America/New_York', '2025-11-02T06:00:00Z', -5],
  ['Europe/London', '2025-03-30T00:59:59Z', 0],
  ['Europe/London', '2025-03-30T01:00:00Z', 1],
  ['Asia/Kolkata', '2025-06-01T00:00:00Z', 5.5],
  ['Asia/Kathmandu', '2025-06-01T00:00:00Z', 5.75],
  ['Australia/Lord_Howe', '2025-04-05T14:59:59Z', 11],
  ['Australia/Lord_Howe', '2025-04-05T15:00:00Z', 10.5],
  ['Pacific/Kiritimati', '2025-06-01T00:00:00Z', 14],
  ['Etc/UTC', '2025-06-01T00:00:00Z', 0],
] as const;

describe('zoneOffsetHours', () => {
  it.each(known)('%s at %s is %d', (zone, instant, hours) => {
    expect(zoneOffsetHours(zone, at(instant))).toBe(hours);
  });

  it('agrees with the formatter itself over a year of half hours with both changes', () => {
    const formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/New_York',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    for (
      let instant = at('2025-01-01T00:30:00Z');
      instant < at('2026-01-01T00:00:00Z');
      instant += 1_800_000
    ) {
      const hour = (new Date(instant).getUTCHours() + zoneOffsetHours('America/New_York', instant) + 24) % 24;
      expect(Number(formatter.format(instant))).toBe(hour);
    }
  });

  it('names an unknown zone', () => {
    const error = impactErrorOf(() => zoneOffsetHours('Mars/Olympus', 0));
    expect(error).toMatchObject({ code: 'DATA_INVALID' });
    expect(error.message).toContain('"Mars/Olympus"');
  });

  it('knows the zone of every country', () => {
    for (const { zones } of loadCatalog().countries) {
      for (const { zone } of zones) {
        const hours = zoneOffsetHours(zone, at('2025-10-20T12:00:00Z'));
        expect(hours, zone).toBeGreaterThanOrEqual(-12);
        expect(hours, zone).toBeLessThanOrEqual(14);
      }
    }
  });
});

describe('the zone of the machine', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('%s plays no part', async (zone) => {
    process.env['TZ'] = zone;
    vi.resetModules();
    const fresh = await import('../../src/catalog/zone-offset.ts');
    for (const [name, instant, hours] of known) expect(fresh.zoneOffsetHours(name, at(instant))).toBe(hours);
  });
});
