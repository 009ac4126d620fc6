import type { ZoneOffsetHours } from '../core/catalog.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import { invariant } from '../core/errors/invariant.ts';
import { quoted } from '../schema/issue.ts';

const MS_PER_MINUTE = 60_000;
/** Clocks change at full quarters of an hour in UTC in every zone in use. */
const MS_PER_SLOT = 15 * MS_PER_MINUTE;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** Offsets already asked for, by the instant they were read at. */
  readonly known: Map<number, number>;
}

const zones = new Map<string, Zone>();

/**
 * Hours that local clocks are ahead of UTC in an IANA zone at an instant, summer time included, from the time-zone data
 * of Node; the zone of this machine plays no part.
 *
 * @param instantMs  ms since the epoch
 * @returns hours, −12 to 14
 * @throws ImpactError DATA_INVALID for a zone that Node does not know
 * @example zoneOffsetHours('America/New_York', Date.UTC(2025, 9, 20)) // -4
 */
export const zoneOffsetHours: ZoneOffsetHours = (name, instantMs) => {
  invariant(Number.isFinite(instantMs), `no time offset at ${instantMs}`);
  const zone = zoneOf(name);
  const dayMs = Math.floor(instantMs / MS_PER_DAY) * MS_PER_DAY;
  const atStart = offsetAt(zone, dayMs);
  // Almost no day has a change of the clock, so two readings serve all its hours.
  if (atStart === offsetAt(zone, dayMs + MS_PER_DAY)) return atStart;
  return offsetAt(zone, Math.floor(instantMs / MS_PER_SLOT) * MS_PER_SLOT);
};

function offsetAt(zone: Zone, instantMs: number): number {
  const known = zone.known.get(instantMs);
  if (known !== undefined) return known;
  const offset = readOffset(zone.formatter.format(instantMs));
  zone.known.set(instantMs, offset);
  return offset;
}

/** Hours in a text such as `10/20/2025, GMT-04:00`; Node writes `GMT` for zero, and seconds for local mean times of old. */
function readOffset(text: string): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  invariant(match !== null, `no offset in "${text}"`);
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] = match;
  const size = Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600;
  return sign === '-' ? -size : size;
}

function zoneOf(name: string): Zone {
  const cached = zones.get(name);
  if (cached !== undefined) return cached;
  const zone = { formatter: formatterOf(name), known: new Map<number, number>() };
  zones.set(name, zone);
  return zone;
}

function formatterOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch (cause) {
    throw new ImpactError('DATA_INVALID', {
      path: 'main_tz',
      message: `${quoted(name)} is not a time zone that this Node.js knows`,
      hint: 'use an IANA name such as "Europe/Madrid", or a Node.js with full ICU data',
      cause,
    });
  }
}
