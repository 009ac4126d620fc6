import { describe, expect, it } from 'vitest';
import type { ClaimBound, ClaimUnit } from '../../../../src/core/claims/claim.ts';
import { readClaim } from '../../../../src/core/claims/reading/read-claim.ts';

/** Low, high, currency; then unit and bound where they are not `total` and `none`. */
type Expected = readonly [number, number, string | null, ...(ClaimUnit | ClaimBound)[]];

const bounds = new Set<string>(['none', 'at-least', 'up-to']);

function inFull([low, high, currency, ...words]: Expected): Record<string, unknown> {
  return {
    low,
    high,
    currency,
    unit: words.find((word) => !bounds.has(word)) ?? 'total',
    bound: words.find((word) => bounds.has(word)) ?? 'none',
  };
}

/** All amounts of a text without its words. */
function amountsOf(text: string): Record<string, unknown>[] {
  return readClaim(text).amounts.map(({ low, high, currency, unit, bound }) => ({
    low,
    high,
    currency,
    unit,
    bound,
  }));
}

const english: readonly (readonly [string, ...Expected[]])[] = [
  ['hundreds of billions of dollars', [1e11, 9.99e11, 'USD']],
  ['easily reach hundreds of billions of dollars', [1e11, 9.99e11, 'USD', 'at-least']],
  ['tens of billions', [1e10, 9.9e10, null]],
  ['several billion dollars', [2e9, 9e9, 'USD']],
  ['a few hundred million euros', [2e8, 9e8, 'EUR']],
  ['several hundreds of millions', [2e8, 9.99e8, null]],
  ['a couple of billion dollars', [2e9, 3e9, 'USD']],
  ['dozens of millions of pounds', [1.2e7, 9.9e7, 'GBP']],
  ['billions of dollars', [1e9, 1e10, 'USD']],
  ['multi-billion-dollar losses', [1e9, 1e10, 'USD']],
  ['double-digit millions', [1e7, 9.9e7, null]],
  ['half a trillion', [5e11, 5e11, null]],
  ['half a billion / $500 million', [5e8, 5e8, 'USD']],
  ['a quarter of a billion dollars', [2.5e8, 2.5e8, 'USD']],
  ['two and a half billion dollars', [2.5e9, 2.5e9, 'USD']],
  ['a billion and a half dollars', [1.5e9, 1.5e9, 'USD']],
  ['1½ billion dollars', [1.5e9, 1.5e9, 'USD']],
  ['two hundred and fifty million pounds', [2.5e8, 2.5e8, 'GBP']],
  [
    'a billion, two billion, one billion two hundred million',
    [1e9, 1e9, null],
    [2e9, 2e9, null],
    [1.2e9, 1.2e9, null],
  ],
  ['twenty-five million', [2.5e7, 2.5e7, null]],
  ['five hundred thousand dollars', [5e5, 5e5, 'USD']],
  ['$.5 billion', [5e8, 5e8, 'USD']],
  ['£5bn-£6bn', [5e9, 6e9, 'GBP']],
  ['$5bn', [5e9, 5e9, 'USD']],
  ['5B USD', [5e9, 5e9, 'USD']],
  ['US$ 5 000 million', [5e9, 5e9, 'USD']],
  ['US$7billion', [7e9, 7e9, 'USD']],
  ['$21.59bn', [2.159e10, 2.159e10, 'USD']],
  ['USD 1,500,000', [1.5e6, 1.5e6, 'USD']],
  ['$1e9', [1e9, 1e9, 'USD']],
  ["CHF 1'500'000", [1.5e6, 1.5e6, 'CHF']],
  ['₹5 lakh crore', [5e12, 5e12, 'INR']],
  ['Rs 500 crore', [5e9, 5e9, 'INR']],
  ['1,00,000 rupees', [1e5, 1e5, 'INR']],
  ['N546.5billion', [5.465e11, 5.465e11, 'NGN']],
  ['C$65 million to C$75 million', [6.5e7, 7.5e7, 'CAD']],
  ['300-350 million Norwegian crowns', [3e8, 3.5e8, 'NOK']],
  ['$500m to $650m', [5e8, 6.5e8, 'USD']],
  ['$500m–$650m', [5e8, 6.5e8, 'USD']],
  ['between $300 and $500 million', [3e8, 5e8, 'USD']],
  ['between one hundred and two hundred million dollars', [1e8, 2e8, 'USD']],
  ['two to five hundred million dollars', [2e8, 5e8, 'USD']],
  ['$500 to $1 million', [500, 1e6, 'USD']],
  ['5 or 6 million dollars', [5e6, 6e6, 'USD']],
  ['€1 billion to as much as €4.5 billion', [1e9, 4.5e9, 'EUR']],
  ['$1.5 billion - $3 billion', [1.5e9, 3e9, 'USD']],
  ['hundreds of millions, if not billions, of dollars', [1e8, 1e10, 'USD']],
  ['£1.9bn (1.6-2.1)', [1.6e9, 2.1e9, 'GBP']],
  ['more than $1 billion', [1e9, 1e9, 'USD', 'at-least']],
  ['not less than US$7billion', [7e9, 7e9, 'USD', 'at-least']],
  ['could easily top $1 billion', [1e9, 1e9, 'USD', 'at-least']],
  ['could reach $15 billion', [1.5e10, 1.5e10, 'USD']],
  ['$500m+', [5e8, 5e8, 'USD', 'at-least']],
  ['$5-plus billion', [5e9, 5e9, 'USD', 'at-least']],
  ['between $5bn and up to $6bn', [5e9, 6e9, 'USD']],
  ['£1.9 billion (€2.2 billion; $2.5 billion)', [1.9e9, 1.9e9, 'GBP']],
  ['it cost us $50m', [5e7, 5e7, 'USD']],
  ['$5+ billion', [5e9, 5e9, 'USD', 'at-least']],
  ['$5 billion or more', [5e9, 5e9, 'USD', 'at-least']],
  ['> $1 million', [1e6, 1e6, 'USD', 'at-least']],
  ['up to £100m', [1e8, 1e8, 'GBP', 'up-to']],
  ['as much as $150 million', [1.5e8, 1.5e8, 'USD', 'up-to']],
  ['less than €400 million', [4e8, 4e8, 'EUR', 'up-to']],
  ['$0 to $5 million', [5e6, 5e6, 'USD', 'up-to']],
  ['nearly $300 million', [2.7e8, 3e8, 'USD']],
  ['just under £2bn', [1.8e9, 2e9, 'GBP']],
  ['~$160m in losses', [1.6e8, 1.6e8, 'USD']],
  ['$75 million an hour', [7.5e7, 7.5e7, 'USD', 'per-hour']],
  ['$160 million for each hour', [1.6e8, 1.6e8, 'USD', 'per-hour']],
  ['an hour of downtime costs $1 million', [1e6, 1e6, 'USD', 'per-hour']],
  ['the outage lasted an hour and cost $5 million', [5e6, 5e6, 'USD']],
  ['hourly losses of $5m', [5e6, 5e6, 'USD', 'per-hour']],
  ['The Daily Mail said it cost $5bn', [5e9, 5e9, 'USD']],
  ['over $66,000 per minute', [66_000, 66_000, 'USD', 'per-minute', 'at-least']],
  ['$1,000 per second', [60_000, 60_000, 'USD', 'per-minute']],
  ['£50 million per week', [5e7, 5e7, 'GBP', 'per-week']],
  ['$40 million per company', [4e7, 4e7, 'USD', 'per-firm']],
  ['$300,000 per hour for each company', [3e5, 3e5, 'USD', 'per-firm-hour']],
  ['$318 per user', [318, 318, 'USD', 'per-customer']],
  ['$300,000 to $1 million per hour', [3e5, 1e6, 'USD', 'per-hour']],
  ['$90 million in all, $18 million per day', [9e7, 9e7, 'USD'], [1.8e7, 1.8e7, 'USD', 'per-day']],
  ['losses of $80M gross, 50M net', [8e7, 8e7, 'USD'], [5e7, 5e7, 'USD']],
  ['$5.4 billion (£4.2bn) for firms', [5.4e9, 5.4e9, 'USD']],
  ['€105 million, or $122 million', [1.05e8, 1.05e8, 'EUR']],
  ['$5bn ($2bn insured)', [5e9, 5e9, 'USD'], [2e9, 2e9, 'USD']],
  ['$5bn plus $3bn', [5e9, 5e9, 'USD'], [3e9, 3e9, 'USD']],
  ['500000', [5e5, 5e5, null]],
  ['5 m', [5e6, 5e6, null]],
];

const german: typeof english = [
  ['Hunderte Milliarden Dollar', [1e11, 9.99e11, 'USD']],
  ['Milliardenschäden', [1e9, 1e10, null]],
  ['Schaden in dreistelliger Millionenhöhe', [1e8, 9.99e8, null]],
  ['ein zweistelliger Milliardenbetrag', [1e10, 9.9e10, null]],
  ['über 60 Millionen Euro pro Stunde', [6e7, 6e7, 'EUR', 'per-hour', 'at-least']],
  ['5,4 Mrd. Euro', [5.4e9, 5.4e9, 'EUR']],
  ['1.234.567,89 Euro Schaden', [1_234_567.89, 1_234_567.89, 'EUR']],
  ['Schaden von 1.500 Mio. €', [1.5e9, 1.5e9, 'EUR']],
  ['fünf Milliarden', [5e9, 5e9, null]],
  ['anderthalb Milliarden Euro', [1.5e9, 1.5e9, 'EUR']],
  ['eine halbe Milliarde Euro', [5e8, 5e8, 'EUR']],
  ['zwischen 5 und 10 Millionen Euro', [5e6, 1e7, 'EUR']],
  ['300 bis 350 Mio. Franken', [3e8, 3.5e8, 'CHF']],
  ['bis zu 2 Billionen Euro', [2e12, 2e12, 'EUR', 'up-to']],
  ['fast 300 Millionen Dollar', [2.7e8, 3e8, 'USD']],
  ['mindestens 250 Millionen US-Dollar', [2.5e8, 2.5e8, 'USD', 'at-least']],
  ['könnte locker eine Milliarde Euro erreichen', [1e9, 1e9, 'EUR', 'at-least']],
  ['Schaden von 5 billion dollars', [5e9, 5e9, 'USD']],
];

const french: typeof english = [
  ['milliards de dollars', [1e9, 1e10, 'USD']],
  ['des dizaines voire des centaines de millions de dollars par heure', [1e7, 9.99e8, 'USD', 'per-hour']],
  ['cinq milliards d’euros', [5e9, 5e9, 'EUR']],
  ['un milliard et demi d’euros', [1.5e9, 1.5e9, 'EUR']],
  ['un demi-milliard de dollars', [5e8, 5e8, 'USD']],
  ['1 500 000 euros', [1.5e6, 1.5e6, 'EUR']],
  ['de 300 à 350 millions d’euros', [3e8, 3.5e8, 'EUR']],
  ['entre 1 et 4,5 milliards d’euros', [1e9, 4.5e9, 'EUR']],
  ['plus de 60 millions d’euros par heure', [6e7, 6e7, 'EUR', 'per-hour', 'at-least']],
  ['jusqu’à 100 millions de livres sterling', [1e8, 1e8, 'GBP', 'up-to']],
  ['près de 300 M€', [2.7e8, 3e8, 'EUR']],
  ['une centaine de millions d’euros', [1e8, 1e8, 'EUR']],
  ['2,5 Md€', [2.5e9, 2.5e9, 'EUR']],
];

const spanish: typeof english = [
  ['cientos de miles de millones de dólares', [1e11, 9.99e11, 'USD']],
  ['miles de millones de dólares', [1e9, 1e10, 'USD']],
  ['varios cientos de millones de dólares', [2e8, 9.99e8, 'USD']],
  ['decenas de miles de millones de euros', [1e10, 9.9e10, 'EUR']],
  ['31 millones de euros por cada hora de inactividad', [3.1e7, 3.1e7, 'EUR', 'per-hour']],
  ['1.600 millones de euros', [1.6e9, 1.6e9, 'EUR']],
  ['3 mil millones de dólares', [3e9, 3e9, 'USD']],
  ['mil quinientos millones de euros', [1.5e9, 1.5e9, 'EUR']],
  ['un billón de dólares', [1e12, 1e12, 'USD']],
  ['medio millón de euros', [5e5, 5e5, 'EUR']],
  ['entre 5 y 10 millones de euros', [5e6, 1e7, 'EUR']],
  ['por debajo de los 400 millones', [4e8, 4e8, null, 'up-to']],
  ['supera los 1.000 millones de euros', [1e9, 1e9, 'EUR', 'at-least']],
  ['casi 300 millones de euros', [2.7e8, 3e8, 'EUR']],
];

const arabic: typeof english = [
  ['مئات المليارات من الدولارات', [1e11, 9.99e11, 'USD']],
  ['سيصل التأثير المالي لهذا الانقطاع بسهولة إلى مئات المليارات', [1e11, 9.99e11, null, 'at-least']],
  ['سيبلغ مليارات الدولارات', [1e9, 1e10, 'USD']],
  ['عشرات الملايين من الدولارات', [1e7, 9.9e7, 'USD']],
  ['عدة مليارات', [2e9, 9e9, null]],
  ['٥٫٤ مليار دولار', [5.4e9, 5.4e9, 'USD']],
  ['١٬٥٠٠٬٠٠٠ يورو', [1.5e6, 1.5e6, 'EUR']],
  ['ملياري دولار', [2e9, 2e9, 'USD']],
  ['مليونا دولار', [2e6, 2e6, 'USD']],
  ['خمسة وعشرون مليار دولار', [2.5e10, 2.5e10, 'USD']],
  ['خمسون مليون دولار', [5e7, 5e7, 'USD']],
  ['نصف مليار دولار', [5e8, 5e8, 'USD']],
  ['مليار ونصف المليار دولار', [1.5e9, 1.5e9, 'USD']],
  ['مليار و500 مليون دولار', [1.5e9, 1.5e9, 'USD']],
  ['بين 5 و10 ملايين دولار', [5e6, 1e7, 'USD']],
  ['من 300 إلى 350 مليون يورو', [3e8, 3.5e8, 'EUR']],
  ['أكثر من 60 مليون يورو في الساعة', [6e7, 6e7, 'EUR', 'per-hour', 'at-least']],
  ['ما يصل إلى 100 مليون جنيه إسترليني', [1e8, 1e8, 'GBP', 'up-to']],
  ['خسائر بقيمة 5مليارات دولار', [5e9, 5e9, 'USD']],
  ['بثلاثة تريليونات دولار', [3e12, 3e12, 'USD']],
  ['3 بلايين دولار', [3e9, 3e9, 'USD']],
];

const hindi: typeof english = [
  ['अरबों का झटका', [1e9, 1e10, null]],
  ['डेढ़ लाख करोड़ रुपये', [1.5e12, 1.5e12, 'INR']],
  ['१.५ करोड़ रुपये', [1.5e7, 1.5e7, 'INR']],
  ['5 से 10 करोड़ रुपये', [5e7, 1e8, 'INR']],
  ['5 और 10 करोड़ रुपये के बीच', [5e7, 1e8, 'INR']],
  ['100 करोड़ रुपये से अधिक', [1e9, 1e9, 'INR', 'at-least']],
  ['कम से कम 5 अरब डॉलर', [5e9, 5e9, 'USD', 'at-least']],
  ['50 लाख डॉलर प्रति घंटा', [5e6, 5e6, 'USD', 'per-hour']],
  ['सैकड़ों अरब डॉलर', [1e11, 9.99e11, 'USD']],
  ['साढ़े तीन करोड़ रुपये', [3.5e7, 3.5e7, 'INR']],
  ['1 अरब 50 करोड़ रुपये', [1.5e9, 1.5e9, 'INR']],
  ['2 खरब रुपये तक', [2e11, 2e11, 'INR', 'up-to']],
  ['कई मिलियन डॉलर', [2e6, 9e6, 'USD']],
];

const japanese: typeof english = [
  ['「数千億ドル(数十兆円)に上るでしょう」', [2e11, 9e11, 'USD']],
  ['数十兆円規模の経済的損失', [2e13, 9e13, 'JPY']],
  ['約25億円規模', [2.5e9, 2.5e9, 'JPY']],
  ['1億5000万円', [1.5e8, 1.5e8, 'JPY']],
  ['５兆円', [5e12, 5e12, 'JPY']],
  ['1億円、1億円', [1e8, 1e8, 'JPY']],
  ['1億2億3億円', [1e8, 1e8, 'JPY'], [2e8, 2e8, 'JPY'], [3e8, 3e8, 'JPY']],
  ['三千億円', [3e11, 3e11, 'JPY']],
  ['二千百万円', [2.1e7, 2.1e7, 'JPY']],
  ['十数億円', [1.2e9, 1.9e9, 'JPY']],
  ['10億ドル超', [1e9, 1e9, 'USD', 'at-least']],
  ['3億〜5億ドル', [3e8, 5e8, 'USD']],
  ['3〜5億ドル', [3e8, 5e8, 'USD']],
  ['5億ドルから10億ドル', [5e8, 1e9, 'USD']],
  ['最大で1億ポンド', [1e8, 1e8, 'GBP', 'up-to']],
  ['1時間あたり7500万ドル', [7.5e7, 7.5e7, 'USD', 'per-hour']],
  ['百万ドル近く', [9e5, 1e6, 'USD']],
  ['100億ドルを超える損失', [1e10, 1e10, 'USD', 'at-least']],
];

const chinese: typeof english = [
  ['高達數百億至千億美元 / 至少達數十億美元', [2e10, 1e11, 'USD'], [2e9, 9e9, 'USD', 'at-least']],
  ['数千亿美元', [2e11, 9e11, 'USD']],
  ['三千亿美元', [3e11, 3e11, 'USD']],
  ['超过100亿美元', [1e10, 1e10, 'USD', 'at-least']],
  ['2.5万亿元', [2.5e12, 2.5e12, 'CNY']],
  ['5兆美元', [5e12, 5e12, 'USD']],
  ['上百亿美元', [1e10, 1e10, 'USD', 'at-least']],
  ['近千億美元', [9e10, 1e11, 'USD']],
  ['两百至三百亿元人民币', [2e10, 3e10, 'CNY']],
  ['每小时7500万美元', [7.5e7, 7.5e7, 'USD', 'per-hour']],
  ['三万五千欧元', [35_000, 35_000, 'EUR']],
  ['最多1亿英镑', [1e8, 1e8, 'GBP', 'up-to']],
  ['100多亿美元', [1e10, 1e10, 'USD', 'at-least']],
  ['三十余亿元', [3e9, 3e9, 'CNY', 'at-least']],
  ['30到50亿美元', [3e9, 5e9, 'USD']],
];

/** Texts with no amount of money in them. */
const nothing = [
  ...[
    '5 billionaires met',
    '$54Bxyz',
    '3rd',
    '365 services',
    '2,500 firms for 15 hours',
    'Office365 5 hours',
  ],
  ...[
    '25% of the upper bound',
    'five percent',
    '70 minutes',
    'version 1.2.3',
    '192.168.1.1',
    '+1 800 555 1234',
  ],
  ...[
    '20.10.2025',
    '2025-10-20',
    'us-east-1 was down 24/7',
    'Fortune 500',
    '11 million users',
    'millions of workers',
  ],
  ...['thousands of websites', 'hundreds of companies', '4K video', '$ figures unknown', 'the N 95 mask'],
  ...[
    'Millionen Nutzer',
    'Millionenstadt',
    'millions de personnes',
    'millones de usuarios',
    'ملايين الموظفين',
  ],
  ...[
    '2500万人のユーザー',
    '2亿用户',
    'करोड़ों लोग',
    'सऊदी अरब',
    '10月20日',
    '5 millones %',
    'no figure at all',
  ],
  ...[
    'R$ 500 milhões',
    '3 миллиарда долларов',
    '5억 달러',
    'x 77M',
    '5 million US users',
    '1.2.3 million',
    '…',
    '??',
  ],
];

describe.each([
  ['English', english],
  ['German', german],
  ['French', french],
  ['Spanish', spanish],
  ['Arabic', arabic],
  ['Hindi', hindi],
  ['Japanese', japanese],
  ['Chinese', chinese],
] as const)('%s', (_, phrases) => {
  it.each(phrases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(amountsOf(text)).toEqual(expected.map(inFull));
  });
});

describe('no amount of money', () => {
  it.each(nothing)('%s', (text) => {
    expect(readClaim(text)).toMatchObject({ amounts: [], alternatives: [] });
  });
});
