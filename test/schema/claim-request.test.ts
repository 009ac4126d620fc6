import { describe, expect, it } from 'vitest';
import { parseClaimRequest } from '../../src/schema/claim-request.ts';
import { errorOf } from './error-of.ts';

describe('a claim check', () => {
  it.each([
    [{ text: 'hundreds of billions' }],
    [{ amount: 5.4e9 }],
    [{ amount: 1, currency: 'EUR', measure: 'insured-industry', claimLanguage: 'ar' }],
    [{ text: 'x'.repeat(2_000) }],
  ])('lets %j through as it is', (request) => {
    expect(parseClaimRequest(request)).toEqual(request);
  });

  it.each([
    [{}, 'text', 'needs the text of the claim or its amount'],
    [{ text: 'a', amount: 1 }, 'text', 'a text or an amount, not both'],
    [{ text: '' }, 'text', 'must be the text of the claim'],
    [{ text: ' \n ' }, 'text', 'must be the text of the claim'],
    [{ text: 'x'.repeat(2_001) }, 'text', 'at most 2,000 characters'],
    [{ text: 5 }, 'text', 'must be the text of the claim'],
    [{ amount: 0 }, 'amount', 'above 0'],
    [{ amount: -5 }, 'amount', 'above 0'],
    [{ amount: 1e300 }, 'amount', 'at most'],
    [{ amount: '5bn' }, 'amount', 'must be an amount of money'],
    [{ amount: 1, currency: 'eur' }, 'currency', 'three capital letters'],
    [{ amount: 1, measure: 'household-time' }, 'measure', 'must be a measure of loss'],
    [{ amount: 1, claimLanguage: 'la' }, 'claimLanguage', 'must be a language of the claim'],
    [{ amount: 1, curency: 'EUR' }, 'claim', 'curency'],
  ])('refuses %j', (request, path, words) => {
    const error = errorOf(() => parseClaimRequest(request, 'claim'));
    expect(error.path).toContain(path);
    expect(`${error.message} ${error.hint}`).toContain(words);
  });
});
