import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tablePath, vintages } from '../../src/catalog/vintages.ts';
import type { Dataset } from '../../src/catalog/vintages.ts';

const data = new URL('../../data/', import.meta.url);

/** Folders with their own rules: event files carry a source with each fact, samples are invented. */
const WITHOUT_ORIGIN = ['events', 'samples'];

const text = z.string().min(1);
const link = z.url({ protocol: /^https?$/ });

/** A year, a month or a day that exists. */
const date = z.string().refine((value) => {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (match === null) return false;
  const [, year, month = '01', day = '01'] = match;
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${year}-${month}-${day}`);
}, 'not a date that exists');

const originSchema = z
  .strictObject({
    producer: text,
    title: text,
    citation: text,
    version: text,
    /** Page of the producer; null when the rows name their own sources. */
    url: link.nullable(),
    /** Null when the producer or the copy that was read does not say. */
    published: date.nullable(),
    accessed: z.iso.date().pipe(date),
    licence: text,
    /** The public copy that was read, when it is not the page of the producer. */
    retrievedFrom: link.optional(),
    otherSources: z.array(z.strictObject({ title: text, url: link, covers: text })).optional(),
    /** Columns that hold the source of each row. */
    rowSources: z.array(text).min(1).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    columns: z.record(text, z.strictObject({ unit: text, meaning: text })),
    notes: z.array(text),
  })
  .refine(
    ({ published, accessed }) => published === null || published <= accessed,
    'read before it was published',
  )
  .refine((origin) => origin.url !== null || origin.rowSources !== undefined, 'neither url nor rowSources');

const folders = (url: URL) =>
  readdirSync(url, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const vintagesOnDisk = folders(data)
  .filter((dataset) => !WITHOUT_ORIGIN.includes(dataset))
  .flatMap((dataset) => folders(new URL(`${dataset}/`, data)).map((vintage) => `${dataset}/${vintage}`));

describe('data', () => {
  it('has tables', () => {
    expect(vintagesOnDisk.length).toBeGreaterThanOrEqual(10);
  });

  it.each(vintagesOnDisk)('%s has a valid origin.json', (vintage) => {
    const folder = new URL(`${vintage}/`, data);
    expect(readdirSync(folder).sort()).toEqual(['origin.json', 'table.csv']);
    const origin = originSchema.parse(JSON.parse(readFileSync(new URL('origin.json', folder), 'utf8')));
    const bytes = readFileSync(new URL('table.csv', folder));
    expect(origin.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const [header] = parse(bytes, { to_line: 1 });
    expect(Object.keys(origin.columns)).toEqual(header);
    for (const column of origin.rowSources ?? []) expect(header).toContain(column);
  });

  it('has no file outside a dataset but its README', () => {
    const files = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map((entry) => entry.name)).toEqual(['README.md']);
    for (const dataset of folders(data).filter((name) => !WITHOUT_ORIGIN.includes(name))) {
      const entries = readdirSync(new URL(`${dataset}/`, data), { withFileTypes: true });
      expect(
        entries.filter((entry) => !entry.isDirectory()),
        dataset,
      ).toEqual([]);
    }
  });

  it('has every vintage that the catalog names', () => {
    for (const dataset of Object.keys(vintages) as Dataset[]) {
      expect(existsSync(new URL(`../${tablePath(dataset)}`, data)), dataset).toBe(true);
    }
  });

  it('is described dataset by dataset in its README', () => {
    const readme = readFileSync(new URL('README.md', data), 'utf8');
    for (const dataset of folders(data)) expect(readme).toContain(`\`${dataset}\``);
  });
});
