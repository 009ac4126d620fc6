import { z } from 'zod';
import type { Scope } from '../core/scenario.ts';
import { explain, quoted } from './issue.ts';
import { boundedQuantity } from './quantity.ts';
import { strictObject } from './strict-object.ts';
import { countryCode, lineOfText } from './text.ts';

const SCOPE = 'must say whose loss is asked for';
const SCOPE_EXAMPLES =
  'write "world", "company", country codes such as "ES,PT", or { "label": "S&P 500 companies", "countries": ["US"], "valueAddedShare": 0.3 }';
/** Every country code fits in this. */
const LONGEST_LIST = 1_200;

const scopeText = z.string().transform((text, context): Scope => {
  if (text === 'world') return { kind: 'economy', label: 'world' };
  if (text === 'company') return { kind: 'company', label: 'company' };
  const countries = text.length <= LONGEST_LIST ? text.split(',').map((code) => code.trim()) : [];
  const problem = countries.every((code) => /^[A-Z]{2}$/.test(code)) ? repeated(countries) : SCOPE_EXAMPLES;
  if (countries.length > 0 && problem === undefined) {
    return { kind: 'economy', label: listInWords(countries), countries };
  }
  const capitals = /^[a-z]{2}(?:, ?[a-z]{2}){0,9}$/.test(text) ? `write "${text.toUpperCase()}"` : undefined;
  context.addIssue({ code: 'custom', message: explain(SCOPE, capitals ?? problem ?? SCOPE_EXAMPLES) });
  return z.NEVER;
});

const scopeObject = strictObject(
  {
    label: lineOfText('the name of the scope, as it is printed'),
    countries: z
      .array(countryCode, explain('must be a list of country codes', 'example: ["ES", "PT"]'))
      .min(1, explain('must name at least one country', 'leave the key out for the whole world'))
      .superRefine((countries, context) => {
        const problem = repeated(countries);
        if (problem !== undefined)
          context.addIssue({ code: 'custom', message: explain('must name each country once', problem) });
      })
      .optional(),
    valueAddedShare: boundedQuantity({ min: 0, max: 1, unit: 'share' }).optional(),
  },
  'a scope',
).transform((scope): Scope => ({ kind: 'economy', ...scope }));

/** `world`, `company`, country codes (`ES`, `ES,PT`), or a named part of an economy. */
export const scopeSchema = z.union([scopeText, scopeObject], explain(SCOPE, SCOPE_EXAMPLES));

/** The shortest input that gives this scope. */
export function printScope(scope: Scope): unknown {
  const { kind, label, countries, valueAddedShare } = scope;
  if (kind === 'company') return 'company';
  if (valueAddedShare === undefined && countries === undefined && label === 'world') return 'world';
  if (valueAddedShare === undefined && countries !== undefined && label === listInWords(countries)) {
    return countries.join(',');
  }
  return { label, countries, valueAddedShare };
}

function listInWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function repeated(countries: readonly string[]): string | undefined {
  const twice = countries.find((code, index) => countries.indexOf(code) < index);
  return twice === undefined ? undefined : `${quoted(twice)} stands there twice`;
}
