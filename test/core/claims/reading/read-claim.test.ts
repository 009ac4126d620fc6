import { describe, expect, it } from 'vitest';
import type { ClaimReading } from '../../../../src/core/claims/claim.ts';
import { readClaim } from '../../../../src/core/claims/reading/read-claim.ts';
import { ImpactError } from '../../../../src/core/errors/impact-error.ts';

/** Amount, currency and reason of each alternative. */
function alternatives(reading: ClaimReading): [number, number, string | null][] {
  return reading.alternatives.map(({ amount }) => [amount.low, amount.high, amount.currency]);
}

describe('an ambiguous figure', () => {
  it.each<[string, [number, string | null], [number, number, string | null][]]>([
    ['1 Billion Euro', [1e9, 'EUR'], [[1e12, 1e12, 'EUR']]],
    ['10 billions de dollars', [1e13, 'USD'], [[1e10, 1e10, 'USD']]],
    ['1 billion de dólares', [1e9, 'USD'], [[1e12, 1e12, 'USD']]],
    ['1.500 Euro', [1500, 'EUR'], [[1.5, 1.5, 'EUR']]],
    ['$1.500 million', [1.5e6, 'USD'], [[1.5e9, 1.5e9, 'USD']]],
    ['1,500 millones de dólares', [1.5e9, 'USD'], [[1.5e6, 1.5e6, 'USD']]],
    ['the Canadian outage cost $142 million', [1.42e8, 'USD'], [[1.42e8, 1.42e8, 'CAD']]],
    [
      'kr 300 million',
      [3e8, 'NOK'],
      [
        [3e8, 3e8, 'SEK'],
        [3e8, 3e8, 'DKK'],
      ],
    ],
    ['¥5 billion', [5e9, 'JPY'], [[5e9, 5e9, 'CNY']]],
    ['數十億元', [2e9, 'CNY'], [[2e9, 9e9, 'TWD']]],
  ])('%s', (text, [low, currency], others) => {
    const reading = readClaim(text);
    expect(reading.amounts[0]).toMatchObject({ low, currency });
    expect(alternatives(reading)).toEqual(others);
    for (const { because } of reading.alternatives) expect(because).toMatch(/^\S.{10,}/);
  });

  it.each([
    ['$1 billion', 1e9],
    ['$15 Billion', 1.5e10],
    ['$66,000', 66_000],
    ['Schaden von 1.500 Euro', 1500],
    ['losses of $1.500 billion', 1.5e9],
    ['dos billones de dólares', 2e12],
    ['5 Billionen Euro', 5e12],
  ])('is none in %s', (text, low) => {
    expect(readClaim(text)).toMatchObject({ amounts: [{ low }], alternatives: [] });
  });

  it('is settled by the language that is given', () => {
    expect(readClaim('1 Billion Euro', { language: 'de' })).toMatchObject({
      language: 'de',
      amounts: [{ low: 1e12 }],
      alternatives: [],
    });
    expect(readClaim('1 Billion Euro', { language: 'en' })).toMatchObject({
      amounts: [{ low: 1e9 }],
      alternatives: [],
    });
    expect(readClaim('1.500 Euro', { language: 'de' })).toMatchObject({
      amounts: [{ low: 1500 }],
      alternatives: [],
    });
    expect(readClaim('1,500 Euro', { language: 'de' }).amounts).toMatchObject([{ low: 1.5 }]);
    expect(readClaim('¥500億', { language: 'ja' })).toMatchObject({
      amounts: [{ currency: 'JPY' }],
      alternatives: [],
    });
  });

  it('is settled by a country where several share the name of a currency', () => {
    expect(readClaim('a Norwegian firm lost 300 million kroner')).toMatchObject({
      amounts: [{ currency: 'NOK' }],
      alternatives: [],
    });
    expect(readClaim('in Argentina, losses of 300 million pesos').amounts).toMatchObject([
      { currency: 'ARS' },
    ]);
    expect(readClaim('¥50亿').amounts).toMatchObject([{ currency: 'CNY' }]);
  });

  it('does not offer what cannot be', () => {
    // As a decimal fraction it would be possible, as a German Billion times 1,500 it would not.
    const { alternatives: others } = readClaim('1 Billion Euro or $1.500');
    for (const { amount } of others) expect(amount.high).toBeLessThanOrEqual(1e15);
  });
});

describe('the language', () => {
  it.each([
    ['losses of $5 billion', 'en'],
    ['Verluste von $5bn', 'de'],
    ['une perte de 5 M€', 'fr'],
    ['pérdidas de 5 M€', 'es'],
    ['5 مليارات', 'ar'],
    ['5 करोड़', 'hi'],
    ['約5億円', 'ja'],
    ['50亿美元', 'zh'],
    ['$5.4', null],
    ['5 million', null],
    ['数千億', null],
  ])('of %s is %s', (text, language) => {
    expect(readClaim(text).language).toBe(language);
  });

  it('does not keep words of other scripts from being read', () => {
    expect(readClaim('数千億ドル, hundreds of billions of US dollars').amounts).toMatchObject([
      { low: 2e11, high: 9e11, currency: 'USD' },
      { low: 1e11, high: 9.99e11, currency: 'USD' },
    ]);
    expect(readClaim('خسائر بنحو 5 billion دولار').amounts).toMatchObject([{ low: 5e9, currency: 'USD' }]);
  });
});

describe('the measure', () => {
  it.each([
    ['around $2.5 billion in lost productivity', 'economic-loss'],
    ['cost the Canadian economy $142 million', 'economic-loss'],
    ['数十兆円規模の経済的損失', 'economic-loss'],
    ['wirtschaftlicher Schaden von 5 Mrd. Euro', 'economic-loss'],
    ['Direct losses of US companies: USD 500-650 million', 'corporate-interruption'],
    ['insured losses of up to £1.2bn', 'insured-industry'],
    ['$5.4 billion (£4.2bn) in insured losses', 'insured-industry'],
    ['cost $8 million in sales', 'revenue'],
    ['GBP 300M lost operating profit', 'profit'],
    ['about $1.6 billion in market cap', 'market-value'],
    ['a trading loss of $440 million', 'trading-loss'],
    ['customers claim $5 million in compensation', 'compensation'],
    ['SLA credits of $3 million', 'service-credit'],
    ['a $5 billion investment programme', 'investment'],
    ['$5bn over five years', 'several-years'],
    ['costs $400 billion a year', 'several-years'],
    ['a survey puts it at $1m per hour', 'survey-rate'],
    ['$165 per record', 'per-record'],
    ['in that scenario $3.4bn is lost', 'scenario'],
    ['the company lost $5 billion', undefined],
    ['Outage costs Southwest USD 54M', undefined],
    // Named in another clause.
    ['shares fell, and the outage cost $5bn', undefined],
    ['the outage cost $5bn, insured or not', undefined],
    ['$5bn, the largest outage in 10 years', undefined],
  ])('of "%s" is %s', (text, id) => {
    expect(readClaim(text).measure?.id).toBe(id);
  });

  it('is that of the nearest word, with the word', () => {
    const text = 'revenue fell as the outage caused a direct loss of $5 million';
    expect(readClaim(text).measure).toEqual({ id: 'corporate-interruption', words: 'direct loss' });
  });
});

describe('the scope', () => {
  it.each([
    ['Global losses could reach $15bn', { kind: 'world', countries: [] }],
    ['$4 billion worldwide', { kind: 'world', countries: [] }],
    ['$500m for US companies', { kind: 'countries', countries: ['US'] }],
    ['for the US alone $5bn', { kind: 'countries', countries: ['US'] }],
    ['the UK economy lost £1.9bn', { kind: 'countries', countries: ['GB'] }],
    ['Spain and Portugal lost €1.6 billion', { kind: 'countries', countries: ['ES', 'PT'] }],
    ['Iran ($ 611 billion)', { kind: 'countries', countries: ['IR'] }],
    ['S&P 500 companies lost $150M', { kind: 'part', countries: [] }],
    ['the Fortune 500 lose $5.4bn', { kind: 'part', countries: [] }],
    ['retailers lost €1.3bn', { kind: 'part', countries: [] }],
    ['€1.3bn for shops alone', { kind: 'part', countries: [] }],
    ['weltweit 5 Milliarden Euro', { kind: 'world', countries: [] }],
    ['خسائر الاقتصاد المصري 90 مليون دولار', { kind: 'countries', countries: ['EG'] }],
  ])('of "%s"', (text, scope) => {
    expect(readClaim(text).scope).toMatchObject(scope);
  });

  it.each(['losses of $5bn', 'US analysts say $5bn', 'it cost us $5bn', 'US$5bn', 'in US dollars 5bn'])(
    'is not named in "%s"',
    (text) => {
      expect(readClaim(text).scope).toBeNull();
    },
  );

  it('comes from the clause of the amount before its sentence', () => {
    expect(readClaim('After US talks, the world lost $5bn').scope).toMatchObject({ kind: 'world' });
    expect(readClaim('In Germany, it cost $5bn').scope).toMatchObject({
      kind: 'countries',
      countries: ['DE'],
    });
  });

  it('is found without an amount too', () => {
    expect(readClaim('a worldwide outage')).toMatchObject({
      amounts: [],
      measure: null,
      scope: { kind: 'world' },
    });
  });
});

describe('several amounts', () => {
  it('are all there with their words', () => {
    const { amounts } = readClaim('Roblox lost $1.2M, Zoom $1.5M and AWS up to $42M');
    expect(amounts.map(({ words, bound }) => [words, bound])).toEqual([
      ['$1.2M', 'none'],
      ['$1.5M', 'none'],
      ['$42M', 'up-to'],
    ]);
  });

  it('keep the bound of a restatement, and the currency', () => {
    expect(readClaim('at least half a billion, that is $500 million').amounts).toMatchObject([
      { low: 5e8, currency: 'USD', bound: 'at-least' },
    ]);
  });

  it('do not lend a currency when there are two', () => {
    expect(readClaim('$5 million, €6 million and 7 million').amounts).toMatchObject([
      { currency: 'USD' },
      { currency: 'EUR' },
      { currency: null },
    ]);
  });

  it('leave out a zero and the year of prices', () => {
    expect(readClaim('$0 insured, $5 billion in 2025 dollars').amounts).toMatchObject([{ low: 5e9 }]);
  });
});

describe('a claim that cannot be read', () => {
  function errorOf(text: string): ImpactError {
    try {
      readClaim(text);
    } catch (error) {
      if (error instanceof ImpactError) return error;
      throw error;
    }
    throw new Error('was read');
  }

  it.each([
    ['', 'the claim is empty'],
    [' \u200F\n\u0000 ', 'the claim is empty'],
    ['a'.repeat(2001), 'the claim has 2,001 characters; at most 2,000 are read'],
    ['-$5 million', '"-$5 million" is negative; a loss is positive'],
    ['$-5 million', '"$-5 million" is negative; a loss is positive'],
    ['minus five million dollars', '"minus five million dollars" is negative; a loss is positive'],
    ['a loss of −5 Mio. Euro', '"−5 Mio. Euro" is negative; a loss is positive'],
    ['$0', '"$0" is zero; a loss is above zero'],
    ['1e300 dollars', '"1e300 dollars" is more than 10^15, the largest amount that is read'],
    ['5 Trillionen Euro', '"5 Trillionen Euro" is more than 10^15, the largest amount that is read'],
    [`$${'9'.repeat(400)}`, `"$${'9'.repeat(56)}..." is more than 10^15, the largest amount that is read`],
  ])('%#: %s', (text, message) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ code: 'CLAIM_INVALID', path: 'text', message });
    expect(error.hint).not.toBe('');
  });

  it('is not one with a minus that belongs to something else', () => {
    expect(readClaim('shares lost -5%, or $3m').amounts).toMatchObject([{ low: 3e6 }]);
    expect(readClaim('a mid-$500m loss').amounts).toMatchObject([{ low: 5e8 }]);
    expect(readClaim('- $5 million').amounts).toMatchObject([{ low: 5e6 }]);
  });

  it('is read up to the longest length', () => {
    expect(readClaim(`$5 million ${'a '.repeat(994)}`).amounts).toMatchObject([{ low: 5e6 }]);
  });

  it('quotes whole letters', () => {
    expect(readClaim('करीब 5 करोड़').amounts[0]?.words).toBe('5 करोड़');
  });

  it('keeps the text as given, without what cannot be seen', () => {
    expect(readClaim('  lost\u200F $5bn\u0000 \uD800 ').text).toBe('lost $5bn  \uFFFD');
  });
});
