import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { impactErrorOf, tempPackage } from './temp-package.ts';
import type { TempPackage } from './temp-package.ts';

interface Defect {
  readonly name: string;
  readonly file: string;
  /** Places in the file with their new value; without a value the key is removed. */
  readonly edits: Readonly<Record<string, unknown>>;
  /** What the error must name: place in the file, what is wrong, the fix. */
  readonly words: readonly string[];
}

const defects: readonly Defect[] = [
  {
    name: 'text for a number',
    file: 'models/kinds/cloud.json',
    edits: { 'parameters.durationHours.value': 'long' },
    words: ['models/kinds/cloud.json: parameters.durationHours.value', 'a number or a range', '"long"'],
  },
  {
    name: 'misspelt key',
    file: 'models/kinds/cloud.json',
    edits: { 'parameters.durationHours.evidense': 'assumed' },
    words: ['parameters.durationHours', '"evidense"', 'did you mean "evidence"?'],
  },
  {
    name: 'unknown evidence',
    file: 'models/sectors/information.json',
    edits: { 'parameters.dependence.evidence': 'guessed' },
    words: [
      'models/sectors/information.json: parameters.dependence.evidence',
      'measured, published',
      '"guessed"',
    ],
  },
  {
    name: 'no reference for a published value',
    file: 'models/severity/severity.json',
    edits: { 'parameters.shape.evidence': 'published', 'parameters.shape.reference': null },
    words: ['parameters.shape.reference', 'expert or assumed', 'found published', 'name the source'],
  },
  {
    name: 'no note for an assumed value',
    file: 'models/rivals/rivals.json',
    edits: {
      'parameters.pickupShare.evidence': 'assumed',
      'parameters.pickupShare.reference': null,
      'parameters.pickupShare.note': undefined,
    },
    words: ['parameters.pickupShare.note', 'required when reference is null', 'give the reason'],
  },
  {
    name: 'value outside its bounds',
    file: 'models/severity/severity.json',
    edits: {
      'parameters.maximumShare.value': 75,
      'parameters.maximumShare.min': 0,
      'parameters.maximumShare.max': 1,
    },
    words: ['parameters.maximumShare.value', 'from 0 to 1', 'found 75'],
  },
  {
    name: 'broken link',
    file: 'models/severity/severity.json',
    edits: { 'parameters.shape.reference': { title: 'A page', href: 'www.example.org' } },
    words: ['parameters.shape.reference.href', 'web address', 'https://'],
  },
  {
    name: 'parameter that no method reads',
    file: 'models/user-time/user-time.json',
    edits: {
      'parameters.usersPerReports': {
        value: 80,
        unit: 'users per report',
        evidence: 'assumed',
        reference: null,
        note: 'a test',
        words: 'how many users stand behind a report',
      },
    },
    words: [
      'models/user-time/user-time.json: parameters',
      '"usersPerReports"',
      'did you mean "usersPerReport"?',
    ],
  },
  {
    name: 'parameter missing',
    file: 'models/user-time/user-time.json',
    edits: { 'parameters.workShare': undefined },
    words: ['parameters.workShare', 'is missing', 'restore it'],
  },
  {
    name: 'id that is not the file name',
    file: 'models/kinds/cloud.json',
    edits: { id: 'clouds' },
    words: ['models/kinds/cloud.json: id', 'must be "cloud"', 'found "clouds"'],
  },
  {
    name: 'ISIC shares that do not sum to 1',
    file: 'models/sectors/information.json',
    edits: { isicShares: { I: 0.5, 'J-P': 0.4 } },
    words: ['isicShares', 'must sum to 1'],
  },
  {
    name: 'unknown archetype',
    file: 'models/sectors/information.json',
    edits: { archetypes: ['night'] },
    words: ['models/sectors/information.json: archetypes', '"night"', 'use one of', 'office'],
  },
  {
    name: 'NAICS code of another sector',
    file: 'models/sectors/information.json',
    edits: { naics: '52' },
    words: ['naics', '51'],
  },
  {
    name: 'rung that is not on the ladder',
    file: 'models/kinds/cloud.json',
    edits: { ladderRung: 'moon' },
    words: ['models/kinds/cloud.json: ladderRung', '"moon"'],
  },
  {
    name: 'local exposure without its other half',
    file: 'models/providers/aws.json',
    edits: { 'regions.us-east-1.parameters.elsewhere': undefined },
    words: ['models/providers/aws.json', 'us-east-1', 'home and elsewhere'],
  },
  {
    name: 'home country that does not exist',
    file: 'models/providers/aws.json',
    edits: { 'regions.us-east-1.homeCountries': ['QQ'] },
    words: ['regions.us-east-1.homeCountries', '"QQ"', 'ISO 3166-1'],
  },
  {
    name: 'service classes that do not sum to 1',
    file: 'models/catalogues/cloud.json',
    edits: { 'serviceClasses.one-service.parameters.share.value': 0.3 },
    words: ['models/catalogues/cloud.json', 'serviceClasses', 'sum to 1', '0.85'],
  },
  {
    name: 'frequency that is not in the catalogue',
    file: 'models/catalogues/cloud.json',
    edits: { 'providers.aws.regions.us-east-2.frequency': 'ohio' },
    words: ['providers.aws.regions["us-east-2"].frequency', '"ohio"', 'us-east-1, average-region'],
  },
  {
    name: 'law of length that is not in the catalogue',
    file: 'models/catalogues/cloud.json',
    edits: { 'serviceClasses.one-service.duration': 'short' },
    words: ['serviceClasses["one-service"].duration', '"short"', 'long-outage'],
  },
  {
    name: 'outages counted below the threshold of lengths',
    file: 'models/catalogues/cloud.json',
    edits: { 'frequencies.us-east-1.parameters.overHours.value': 3 },
    words: ['frequencies["us-east-1"].parameters.overHours.value', 'threshold'],
  },
  {
    name: 'unknown key in a region of a catalogue',
    file: 'models/catalogues/cloud.json',
    edits: { 'providers.azure.regions.eastus.frequencies': 'average-region' },
    words: ['providers.azure.regions.eastus', '"frequencies"', 'did you mean "frequency"?'],
  },
  {
    name: 'unknown kind of length',
    file: 'models/catalogues/cloud.json',
    edits: { 'durations.long-outage.kind': 'weibull' },
    words: ['durations["long-outage"].kind', 'generalised-pareto or lognormal'],
  },
  {
    name: 'catalogue of a provider without exposure',
    file: 'models/catalogues/cloud.json',
    edits: { 'providers.oracle': { parameters: {}, regions: {} } },
    words: ['providers.oracle'],
  },
  {
    name: 'zone shares that do not sum to 1',
    file: 'models/time-zones/time-zones.json',
    edits: { 'parameters.easternShare.value': 0.5 },
    words: ['models/time-zones/time-zones.json', 'sum to 1.03'],
  },
  {
    name: 'range where one number is needed',
    file: 'models/sectors/real-estate.json',
    edits: { 'parameters.exposed.value': { uniform: [0.2, 0.4] } },
    words: ['models/sectors/real-estate.json: parameters.exposed.value', 'must be a number'],
  },
];

let copy: TempPackage;
beforeEach(() => {
  copy = tempPackage();
});
afterEach(() => copy.dispose());

describe('a broken model file', () => {
  it.each(defects)('$name', ({ file, edits, words }) => {
    copy.edit(file, (text) => {
      const json: unknown = JSON.parse(text);
      for (const [place, value] of Object.entries(edits)) setAt(json, place.split('.'), value);
      return JSON.stringify(json);
    });
    const error = impactErrorOf(() => loadCatalog(copy.root));
    expect(error.code).toBe('MODEL_INVALID');
    const said = `${error.path} ${error.message} ${error.hint}`;
    for (const word of words) expect(said).toContain(word);
    expect(error.hint).not.toBe('');
  });

  it('is not JSON', () => {
    copy.edit('models/growth/growth.json', (text) => text.slice(0, -5));
    const error = impactErrorOf(() => loadCatalog(copy.root));
    expect(error).toMatchObject({ code: 'MODEL_INVALID', path: 'models/growth/growth.json' });
    expect(error.message).toContain('is not JSON');
  });

  it('is missing', () => {
    copy.remove('models/growth/growth.json');
    expect(impactErrorOf(() => loadCatalog(copy.root)).message).toContain('growth.json');
  });

  it('is a sector that is missing', () => {
    copy.remove('models/sectors/information.json');
    expect(impactErrorOf(() => loadCatalog(copy.root)).message).toContain('51');
  });
});

describe('a broken table', () => {
  const file = 'data/exchange-rates/2025/table.csv';

  it('has a number with a thousands separator', () => {
    copy.edit(file, (text) => text.replace(/^JPY,2025,[\d.]+/m, 'JPY,2025,"1,480"'));
    const error = impactErrorOf(() => loadCatalog(copy.root));
    expect(error.code).toBe('DATA_INVALID');
    expect(error.path).toMatch(
      /^data\/exchange-rates\/2025\/table\.csv: line \d+, column local_per_usd_annual_avg$/,
    );
    expect(error.message).toContain('"1,480"');
  });

  it('has a renamed column', () => {
    copy.edit(file, (text) => text.replace('local_per_usd_annual_avg', 'rate'));
    expect(impactErrorOf(() => loadCatalog(copy.root)).message).toContain('local_per_usd_annual_avg');
  });

  it('has an uneven row', () => {
    copy.edit(file, (text) => `${text}JPY,2030\n`);
    expect(impactErrorOf(() => loadCatalog(copy.root)).message).toContain('expect 4, got 2 on line');
  });

  it('is missing', () => {
    copy.remove(file);
    expect(impactErrorOf(() => loadCatalog(copy.root))).toMatchObject({ code: 'DATA_INVALID', path: file });
  });
});

/** Sets a key deep in parsed JSON; JSON text has no undefined, so that value removes the key. */
function setAt(json: unknown, place: readonly string[], value: unknown): void {
  const [key = '', ...rest] = place;
  const object = json as Record<string, unknown>;
  if (rest.length === 0) object[key] = value;
  else setAt(object[key], rest, value);
}
