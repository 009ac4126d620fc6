import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEventText } from '../../src/catalog/event-files.ts';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Scenario } from '../../src/core/scenario.ts';
import { parseEventFile } from '../../src/schema/event-file.ts';
import { toScenarioJson } from '../../src/schema/scenario-json.ts';
import { parseScenario } from '../../src/schema/scenario.ts';
import { lookUp, viewOf } from '../support/case-view.ts';
import { mergePatch } from '../support/merge-patch.ts';
import type { Json } from '../support/merge-patch.ts';

/** The format is described in `test/cases/README.md`. */
interface Expected {
  readonly title: string;
  readonly event?: string;
  readonly assume?: Assume;
  readonly runs?: Readonly<Record<string, Run>>;
  readonly checks: readonly Check[];
}

type Assume = Readonly<Record<string, Json>>;

interface Run {
  readonly change?: Json;
  readonly assume?: Assume;
}

interface Check {
  readonly path: string;
  readonly of?: string;
  readonly over?: string | number;
  readonly overOf?: string;
  readonly because: string;
  readonly equals?: number;
  readonly relative?: number;
  readonly absolute?: number;
  readonly log10?: number;
  readonly between?: readonly [number, number];
  readonly overlaps?: readonly [number, number];
  readonly covers?: readonly number[];
  readonly is?: Json;
}

const BASE = 'base';
const here = new URL('./', import.meta.url);
const catalog = loadCatalog();

const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

function readJson(folder: string, file: string): Json {
  return JSON.parse(readFileSync(new URL(`${folder}/${file}`, here), 'utf8')) as Json;
}

/** The scenario file, or the facts of a bundled event. */
function scenarioJson(folder: string, expected: Expected): Json {
  if (expected.event === undefined) return readJson(folder, 'scenario.json');
  const { text } = readEventText(expected.event);
  return toScenarioJson(parseEventFile(JSON.parse(text)).scenario) as Json;
}

/** Spells out `dependence.*` for every parameter of that name; later entries win. */
function spellOut(assume: Assume): Record<string, Json> {
  const full: Record<string, Json> = {};
  for (const [name, value] of Object.entries(assume)) {
    const paths = name.endsWith('.*')
      ? [...catalog.parameters.keys()].filter((path) => path.startsWith(name.slice(0, -1)))
      : [name];
    expect(paths, `${name} names no parameter`).not.toEqual([]);
    for (const path of paths) full[path] = value;
  }
  return full;
}

function scenarioOf(folder: string, expected: Expected, run: Run): Scenario {
  const assumptions = spellOut({ ...expected.assume, ...run.assume });
  const changed = mergePatch(scenarioJson(folder, expected), run.change ?? {});
  return parseScenario(mergePatch(changed, { assumptions }), folder);
}

function compare(check: Check, value: unknown): void {
  const { because } = check;
  if (check.is !== undefined) expect(value, because).toEqual(check.is);
  if (check.overlaps !== undefined || check.covers !== undefined) {
    const { p5, p95 } = value as { p5: number; p95: number };
    for (const within of check.covers ?? []) {
      expect(within, because).toBeGreaterThanOrEqual(p5);
      expect(within, because).toBeLessThanOrEqual(p95);
    }
    if (check.overlaps !== undefined) {
      expect(p5, because).toBeLessThanOrEqual(check.overlaps[1]);
      expect(p95, because).toBeGreaterThanOrEqual(check.overlaps[0]);
    }
  }
  if (check.between !== undefined) {
    expect(value, because).toBeGreaterThanOrEqual(check.between[0]);
    expect(value, because).toBeLessThanOrEqual(check.between[1]);
  }
  if (check.equals !== undefined) {
    const { equals, relative, absolute, log10 } = check;
    const error = log10 === undefined ? Number(value) - equals : Math.log10(Number(value) / equals);
    const allowed = log10 ?? absolute ?? (relative ?? 0) * Math.abs(equals);
    expect(Math.abs(error), `${String(value)} for ${equals}: ${because}`).toBeLessThanOrEqual(allowed);
  }
}

for (const folder of folders) {
  const expected = readJson(folder, 'expected.json') as unknown as Expected;
  const runs: Readonly<Record<string, Run>> = { [BASE]: {}, ...expected.runs };
  const views = new Map<string, unknown>();

  const viewOfRun = (name: string): unknown => {
    let view = views.get(name);
    if (view === undefined) {
      view = viewOf(scenarioOf(folder, expected, runs[name]!), catalog);
      views.set(name, view);
    }
    return view;
  };

  describe(`${folder}: ${expected.title}`, () => {
    it('says how its numbers come about', () => {
      expect(existsSync(new URL(`${folder}/why.md`, here))).toBe(true);
      const kinds = ['is', 'between', 'overlaps', 'covers', 'equals'] as const;
      for (const check of expected.checks) {
        expect(check.because.length, check.path).toBeGreaterThan(10);
        expect(
          kinds.filter((kind) => check[kind] !== undefined),
          check.path,
        ).toHaveLength(1);
        expect(Object.keys(runs)).toContain(check.of ?? BASE);
      }
      const used = new Set(expected.checks.flatMap(({ of, overOf }) => [of ?? BASE, overOf ?? BASE]));
      expect(Object.keys(runs).filter((name) => !used.has(name))).toEqual([]);
    });

    for (const check of expected.checks) {
      const run = check.of ?? BASE;
      const over = check.over === undefined ? '' : ` over ${check.overOf ?? ''} ${check.over}`;
      it(`${run === BASE ? '' : `${run}: `}${check.path}${over}`, () => {
        const value = lookUp(viewOfRun(run), check.path);
        const below =
          typeof check.over === 'string' ? lookUp(viewOfRun(check.overOf ?? run), check.over) : check.over;
        compare(check, below === undefined ? value : Number(value) / Number(below));
      });
    }
  });
}
