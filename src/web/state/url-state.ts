import type { Quantity } from '../../core/distribution/quantity.ts';
import { waitingModes } from '../../core/insurance/policy.ts';
import { recaptureWordings } from '../../core/insurance/price/risk.ts';
import type { Choice } from './choice.ts';
import {
  defaultState,
  digitKinds,
  insurerParts,
  languages,
  views,
  type ClaimCorrection,
  type PageState,
} from './page-state.ts';
import type { RiskChoice } from './risk-choice.ts';

/** Version of the address; a later one may mean other things by the same keys. */
const VERSION = '1';

/** A state read from an address, and the keys that were not understood. */
export interface ReadState {
  readonly state: PageState;
  readonly ignored: readonly string[];
}

interface Field<Value> {
  readonly key: string;
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: Value) => string;
}

const PLAIN = /^[a-z0-9][a-z0-9.-]{0,63}$/;

function field<Value>(
  key: string,
  read: Field<Value>['read'],
  write: Field<Value>['write'] = String,
): Field<Value> {
  return { key, read, write };
}

const plainName = (key: string): Field<string> => field(key, (text) => (PLAIN.test(text) ? text : undefined));
const figure = (key: string): Field<number> =>
  field(key, (text) => {
    const value = text.trim() === '' ? NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  });
const oneOf = <Value extends string>(key: string, allowed: readonly Value[]): Field<Value> =>
  field(key, (text) => allowed.find((value) => value === text));

/** A fact that a reader typed may be no date: the engine says so beside its field. */
const shortText = (key: string): Field<string> =>
  field(key, (text) => (text.length > 0 && text.length <= 64 ? text : undefined));

type ChoiceFields = { readonly [Name in keyof Choice]-?: Field<NonNullable<Choice[Name]>> };
type Scalar = Exclude<keyof Choice, 'assumptions'>;

const choiceFields: Omit<ChoiceFields, 'assumptions'> = {
  event: plainName('e'),
  kind: plainName('k'),
  provider: plainName('p'),
  countries: field<readonly string[]>(
    'c',
    (text) => (/^[A-Z]{2}(?:,[A-Z]{2})*$/.test(text) ? text.split(',') : undefined),
    (codes) => codes.join(','),
  ),
  region: plainName('r'),
  start: shortText('t'),
  hours: figure('h'),
  firms: figure('f'),
  reports: figure('u'),
  asOf: shortText('d'),
  draws: figure('n'),
  seed: figure('s'),
};

const scalars = Object.keys(choiceFields) as readonly Scalar[];
const ASSUMPTION = 'set.';
const OTHER = 'b.';

const correctionFields = {
  low: figure('lo'),
  high: figure('hi'),
  currency: field('cc', (text) => (/^[A-Z]{3}$/.test(text) ? text : undefined)),
  unit: plainName('per'),
  measure: plainName('m'),
  bound: plainName('bound'),
  language: plainName('cl'),
} satisfies { readonly [Name in keyof ClaimCorrection]-?: Field<NonNullable<ClaimCorrection[Name]>> };

const riskFields = {
  revenue: figure('rev'),
  sector: plainName('sec'),
  cloud: field('on', (text) => (/^[a-z0-9-]{1,32}(?:\/[a-z0-9-]{1,32})?$/.test(text) ? text : undefined)),
  waitingHours: figure('wait'),
  waitingMode: oneOf('mode', waitingModes),
  recapture: oneOf('recapture', recaptureWordings),
  limit: figure('lim'),
  retention: figure('ret'),
  extraExpense: figure('extra'),
} satisfies { readonly [Name in keyof RiskChoice]: Field<RiskChoice[Name]> };

const pageFields = {
  view: oneOf('view', views),
  currency: field<string>('cur', (text) => (/^[A-Z]{3}$/.test(text) ? text : undefined)),
  language: oneOf('lang', languages),
  digits: oneOf('dg', digitKinds),
};

const partField = oneOf('part', insurerParts);
const bookEvent = plainName('be');

const LONGEST_CLAIM = 2_000;
const claimText = field<string>('q', (text) => (text.length <= LONGEST_CLAIM ? text : undefined));

/** The state as the part of an address after `#`; what is as by default is left out. */
export function writeState(state: PageState): string {
  const pairs: [string, string][] = [['v', VERSION]];
  for (const part of ['view', 'currency', 'language', 'digits'] as const) {
    if (state[part] !== defaultState[part]) pairs.push([pageFields[part].key, state[part]]);
  }
  pairs.push(...choicePairs(state.choice, ''));
  if (state.view === 'compare') pairs.push(...choicePairs(state.other, OTHER));
  if (state.view === 'claim') {
    pairs.push([claimText.key, state.claim.text]);
    pairs.push(...fieldPairs(state.claim.correction, correctionFields, ''));
  }
  if (state.view === 'insurer' && state.part === 'risk')
    pairs.push(...fieldPairs(state.risk, riskFields, ''));
  if (state.view === 'insurer' && state.part === 'book') {
    pairs.push([partField.key, state.part], [bookEvent.key, state.bookEvent]);
  }
  return pairs.map(([key, value]) => `${key}=${encoded(value)}`).join('&');
}

function choicePairs(choice: Choice, prefix: string): [string, string][] {
  const assumptions = Object.entries(choice.assumptions).map(([path, value]): [string, string] => [
    `${prefix}${ASSUMPTION}${path}`,
    JSON.stringify(value),
  ]);
  return [...fieldPairs(choice, choiceFields, prefix), ...assumptions];
}

function fieldPairs(
  values: Readonly<Record<string, unknown>> | object,
  fields: Readonly<Record<string, { readonly key: string; readonly write: (value: never) => string }>>,
  prefix: string,
): [string, string][] {
  return Object.entries(fields).flatMap(([part, { key, write }]): [string, string][] => {
    const value = (values as Readonly<Record<string, unknown>>)[part];
    return value === undefined ? [] : [[`${prefix}${key}`, write(value as never)]];
  });
}

/** As short as an address allows: `:`, `,` and the signs of JSON stay as they are where no browser changes them. */
function encoded(value: string): string {
  return encodeURIComponent(value).replace(/%(?:3A|2C|2F|40)/g, decodeURIComponent);
}

/** Reads the part of an address after `#`. What is not understood is left at its default, and named. */
export function readState(hash: string): ReadState {
  const text = hash.replace(/^#/, '');
  if (text === '') return { state: defaultState, ignored: [] };
  const found = new Map<string, string>();
  const ignored: string[] = [];
  for (const part of text.split('&')) {
    const at = part.indexOf('=');
    const name = at === -1 ? part : part.slice(0, at);
    const key = decoded(name) ?? name;
    const value = at === -1 ? undefined : decoded(part.slice(at + 1));
    if (value === undefined || found.has(key)) ignored.push(key.slice(0, 40));
    else found.set(key, value);
  }
  const version = found.get('v');
  if (version !== VERSION) return { state: defaultState, ignored: [`v=${version ?? ''}`] };
  const taken = new Set(['v']);
  const take = <Value>({ key, read }: Field<Value>, prefix = ''): Value | undefined => {
    const raw = found.get(`${prefix}${key}`);
    if (raw === undefined) return undefined;
    const value = read(raw);
    if (value !== undefined) taken.add(`${prefix}${key}`);
    return value;
  };
  const state: PageState = {
    view: take(pageFields.view) ?? defaultState.view,
    currency: take(pageFields.currency) ?? defaultState.currency,
    language: take(pageFields.language) ?? defaultState.language,
    digits: take(pageFields.digits) ?? defaultState.digits,
    choice: choiceFrom(found, taken, take, '') ?? defaultState.choice,
    other: choiceFrom(found, taken, take, OTHER) ?? defaultState.other,
    part: take(partField) ?? defaultState.part,
    bookEvent: take(bookEvent) ?? defaultState.bookEvent,
    risk: {
      revenue: take(riskFields.revenue) ?? defaultState.risk.revenue,
      sector: take(riskFields.sector) ?? defaultState.risk.sector,
      cloud: take(riskFields.cloud) ?? defaultState.risk.cloud,
      waitingHours: take(riskFields.waitingHours) ?? defaultState.risk.waitingHours,
      waitingMode: take(riskFields.waitingMode) ?? defaultState.risk.waitingMode,
      recapture: take(riskFields.recapture) ?? defaultState.risk.recapture,
      limit: take(riskFields.limit) ?? defaultState.risk.limit,
      retention: take(riskFields.retention) ?? defaultState.risk.retention,
      extraExpense: take(riskFields.extraExpense) ?? defaultState.risk.extraExpense,
    },
    claim: {
      text: take(claimText) ?? defaultState.claim.text,
      correction: withoutUndefined({
        low: take(correctionFields.low),
        high: take(correctionFields.high),
        currency: take(correctionFields.currency),
        unit: take(correctionFields.unit),
        measure: take(correctionFields.measure),
        bound: take(correctionFields.bound),
        language: take(correctionFields.language),
      }),
    },
  };
  return { state, ignored: [...ignored, ...[...found.keys()].filter((key) => !taken.has(key))] };
}

type Take = <Value>(field: Field<Value>, prefix?: string) => Value | undefined;

/** A choice needs an event or a kind to start from; without one there is none. */
function choiceFrom(
  found: ReadonlyMap<string, string>,
  taken: Set<string>,
  take: Take,
  prefix: string,
): Choice | undefined {
  const given = scalars.map((part) => [part, take(choiceFields[part] as Field<unknown>, prefix)] as const);
  const start = `${prefix}${ASSUMPTION}`;
  const assumptions: Record<string, Quantity> = {};
  for (const [key, text] of found) {
    if (!key.startsWith(start)) continue;
    const value = quantityFrom(text);
    if (value === undefined) continue;
    assumptions[key.slice(start.length)] = value;
    taken.add(key);
  }
  const values = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Partial<Choice>;
  if (values.event === undefined && values.kind === undefined) return undefined;
  return { ...values, assumptions };
}

/** Any JSON number or object: whether it is a quantity is for the schema to say. */
function quantityFrom(text: string): Quantity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isOne = typeof value === 'number' || (typeof value === 'object' && value !== null);
    return isOne ? (value as Quantity) : undefined;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Value;
}
