import { expect, it } from 'vitest';
import { scopeRelation } from '../../../src/core/claims/scope-relation.ts';
import type { ClaimScope } from '../../../src/core/claims/claim.ts';
import type { Scope } from '../../../src/core/scenario.ts';

const world: Scope = { kind: 'economy', label: 'world' };
const us: Scope = { kind: 'economy', label: 'US', countries: ['US'] };
const iberia: Scope = { kind: 'economy', label: 'ES and PT', countries: ['ES', 'PT'] };
const part: Scope = { kind: 'economy', label: 'S&P 500 companies', countries: ['US'], valueAddedShare: 0.27 };
const delta: Scope = { kind: 'company', label: 'Delta Air Lines' };

const say = (kind: ClaimScope['kind'], words: string, ...countries: string[]): ClaimScope => ({
  kind,
  countries,
  words,
});

it.each([
  ['nothing said', null, us, 'same'],
  ['the world of the world', say('world', 'worldwide'), world, 'same'],
  ['the world of a country', say('world', 'worldwide'), us, 'wider'],
  ['the world of a part', say('world', 'worldwide'), part, 'wider'],
  ['a country of the world', say('countries', 'US companies', 'US'), world, 'narrower'],
  ['the same country', say('countries', 'the US economy', 'US'), us, 'same'],
  ['one of two countries', say('countries', 'Spain', 'ES'), iberia, 'narrower'],
  ['two countries of one', say('countries', 'Spain and France', 'ES', 'FR'), iberia, 'wider'],
  ['another country', say('countries', 'Iran', 'IR'), us, 'other'],
  ['a whole country of a part', say('countries', 'the US economy', 'US'), part, 'wider'],
  ['some platforms', say('part', 'ten large platforms'), world, 'narrower'],
  ['the part by its name', say('part', 'S&P 500'), part, 'same'],
  ['anything of a company', say('world', 'worldwide'), delta, 'same'],
] as const)('%s', (_, claim, estimate, relation) => {
  expect(scopeRelation(claim, estimate)).toBe(relation);
});
