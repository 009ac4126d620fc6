import { describe, expect, it } from 'vitest';
import { notCounted } from '../../src/core/impact/not-counted.ts';
import { arabic } from '../../src/web/words/ar.ts';
import { english } from '../../src/web/words/en.ts';
import { speechOf } from '../../src/web/words/speech.ts';
import { catalog, cloudOutage, estimated, eventIds, eventScenario, scenarioOf } from '../support/engine.ts';

/** Every text of a tree of words, by its path; functions are called with marks that must come back. */
function textsOf(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const given = Array.from({ length: value.length }, (_, place) => 3 + place);
    return [[path, String((value as (...marks: number[]) => unknown)(...given))]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

describe('words of the page', () => {
  it.each([
    ['en', english],
    ['ar', arabic],
  ] as const)('says something for everything, %s', (_language, words) => {
    const empty = textsOf(words).filter(([, text]) => text.trim() === '' || text.includes('undefined'));
    expect(empty).toEqual([]);
  });

  it('has no English left in Arabic, but names and commands', () => {
    const known = /lossrange|English|to\b|ES|PT|DynamoDB/g;
    // By the English sentence, and codes.
    const aside = /^\.(?:sentences|language|direction)/;
    const own = textsOf(arabic).filter(([path]) => !aside.test(path));
    const latin = own.filter(([, text]) => /[a-z]{2,}/i.test(text.replace(known, '')));
    expect(latin).toEqual([]);
  });

  it('names every sector and kind in Arabic', () => {
    expect(Object.keys(arabic.sectorNames ?? {}).sort()).toEqual(catalog.sectors.map(({ id }) => id).sort());
    expect(Object.keys(arabic.kindNames ?? {}).sort()).toEqual([...catalog.kinds.keys()].sort());
  });

  it('says in Arabic what is not counted, why a method did not run, and every warning', () => {
    const results = eventIds.map((id) => estimated(eventScenario(id, { draws: 256, seed: 1 })));
    const sentences = new Set([
      ...results.flatMap((result) => result.notCounted),
      ...results.flatMap(({ methods }) =>
        methods.flatMap(({ notUsedBecause: why }) => (why === null ? [] : [why])),
      ),
      ...results.flatMap(({ facts }) => facts.map(({ words }) => words)),
      ...notCounted(scenarioOf(cloudOutage()), { kind: 'economy', label: 'world' }),
    ]);
    expect([...sentences].filter((text) => arabic.sentences?.[text] === undefined)).toEqual([]);
    const codes = new Set(results.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
    expect([...codes].filter((code) => arabic.warnings?.[code] === undefined)).toEqual([]);
  });

  it('has Arabic-Indic digits everywhere once they are chosen', () => {
    const { words, amount, hours } = speechOf('ar', 'arab', undefined);
    expect(words.answer.range('…')).toBe('٩ فرص من ١٠: ….');
    expect(amount(0.54e9)).toBe('٠٫٥ مليار دولار أمريكي');
    expect(hours(14.5)).toBe('١٤ ساعة ونصف');
  });

  it('says an English answer as the report does', () => {
    const speech = speechOf('en', 'latn', undefined);
    expect(speech.words.answer.middle(speech.firstAmount(0.54e9))).toBe(
      'About US$0.5 billion was lost for good.',
    );
    expect(speech.range(6e7, 6e9)).toBe('from $60 million to $6 billion');
  });
});
