import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { parseScenario } from '../../src/schema/scenario.ts';

/** One file per defect: a broken scenario, and the words that its error must contain. */
const folder = new URL('./bad-scenarios/', import.meta.url);

interface BadScenario {
  readonly input: unknown;
  readonly code: string;
  readonly path: string;
  readonly message: readonly string[];
  readonly hint: readonly string[];
}

describe('a broken scenario', () => {
  it.each(readdirSync(folder))('%s is refused with path, reason and way out', (name) => {
    const bad = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as BadScenario;
    const error = errorOf(() => parseScenario(bad.input));
    expect({ code: error.code, path: error.path }).toEqual({ code: bad.code, path: bad.path });
    for (const words of bad.message) expect(error.message).toContain(words);
    for (const words of bad.hint) expect(error.hint).toContain(words);
    expect(`${error.message}${error.hint}`).not.toMatch(/[\p{Cc}]|undefined/u);
  });
});
