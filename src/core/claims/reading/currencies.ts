/** ISO 4217 codes that are read as such, in capitals. */
export const currencyCodes = [
  ...[
    'AED',
    'ARS',
    'AUD',
    'BDT',
    'BHD',
    'BRL',
    'CAD',
    'CHF',
    'CLP',
    'CNY',
    'COP',
    'CZK',
    'DKK',
    'DZD',
    'EGP',
  ],
  ...[
    'EUR',
    'GBP',
    'HKD',
    'HUF',
    'IDR',
    'ILS',
    'INR',
    'IQD',
    'IRR',
    'JOD',
    'JPY',
    'KES',
    'KRW',
    'KWD',
    'LBP',
  ],
  ...[
    'LKR',
    'MAD',
    'MXN',
    'MYR',
    'NGN',
    'NOK',
    'NZD',
    'OMR',
    'PEN',
    'PHP',
    'PKR',
    'PLN',
    'QAR',
    'RON',
    'RUB',
  ],
  ...['SAR', 'SEK', 'SGD', 'THB', 'TND', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'ZAR'],
] as const;

export type CurrencyCode = (typeof currencyCodes)[number];

/** A name that several currencies share. */
export interface SharedName {
  /** Read as this one … */
  readonly usual: CurrencyCode;
  /** … but as this one in a text of that language. */
  readonly inLanguage?: Readonly<Record<string, CurrencyCode>>;
  /** As likely, wherever no country settles it. */
  readonly others: readonly CurrencyCode[];
  /** By country: only when the text names that country. */
  readonly byCountry: Readonly<Record<string, CurrencyCode>>;
  /** Characters that make another currency possible. */
  readonly byCharacters?: { readonly characters: string; readonly code: CurrencyCode };
  /** What a country in sight does: it settles the matter, or it makes the other currency possible. */
  readonly country: 'settles' | 'adds';
}

export const sharedNames = {
  dollar: {
    usual: 'USD',
    others: [],
    byCountry: { CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD' },
    country: 'adds',
  },
  pound: { usual: 'GBP', others: [], byCountry: { EG: 'EGP' }, country: 'adds' },
  guinea: { usual: 'EGP', others: ['GBP'], byCountry: { EG: 'EGP', GB: 'GBP' }, country: 'settles' },
  crown: {
    usual: 'NOK',
    others: ['SEK', 'DKK'],
    byCountry: { NO: 'NOK', SE: 'SEK', DK: 'DKK' },
    country: 'settles',
  },
  peso: {
    usual: 'MXN',
    others: ['ARS', 'CLP', 'COP', 'PHP'],
    byCountry: { MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP', PH: 'PHP' },
    country: 'settles',
  },
  rupee: { usual: 'INR', others: [], byCountry: { PK: 'PKR', LK: 'LKR' }, country: 'adds' },
  riyal: {
    usual: 'SAR',
    others: ['QAR', 'IRR'],
    byCountry: { SA: 'SAR', QA: 'QAR', IR: 'IRR' },
    country: 'settles',
  },
  dirham: { usual: 'AED', others: ['MAD'], byCountry: { AE: 'AED', MA: 'MAD' }, country: 'settles' },
  yenSign: {
    usual: 'JPY',
    inLanguage: { ja: 'JPY', zh: 'CNY' },
    others: ['JPY', 'CNY'],
    byCountry: { JP: 'JPY', CN: 'CNY' },
    country: 'settles',
  },
  yuan: {
    usual: 'CNY',
    others: [],
    byCountry: { TW: 'TWD' },
    byCharacters: { characters: '億萬數損達業幾兩', code: 'TWD' },
    country: 'adds',
  },
} as const satisfies Readonly<Record<string, SharedName>>;

export type CurrencyName = CurrencyCode | keyof typeof sharedNames;

export function isSharedName(name: CurrencyName): name is keyof typeof sharedNames {
  return name in sharedNames;
}

/** Signs and short forms that are alike in all languages; those with a capital letter are found only in that case. */
export const currencySigns: Partial<Readonly<Record<CurrencyName, string>>> = {
  dollar: '$',
  USD: 'us$ | US $ | $us | $ US | u.s.$ | us dollar | us dollars | usd | U$S',
  CAD: 'c$ | ca$ | can$ | cad$ | $ca | cdn$',
  AUD: 'a$ | au$ | aud$',
  NZD: 'nz$',
  SGD: 'S$ | sg$',
  HKD: 'hk$',
  TWD: 'nt$',
  MXN: 'mx$',
  BRL: 'r$',
  pound: '£',
  GBP: 'gbp | gb£ | uk£',
  EGP: 'e£',
  EUR: '€ | eur',
  yenSign: '¥',
  JPY: 'jp¥ | jpy',
  CNY: 'cn¥ | rmb | cny',
  rupee: 'rs | rs.',
  INR: '₹ | inr',
  NGN: '₦ | N | ngn',
  KRW: '₩',
  RUB: '₽ | rub',
  TRY: '₺',
  ILS: '₪',
  THB: '฿',
  VND: '₫',
  UAH: '₴',
  PLN: 'zł',
  CHF: 'chf | sfr',
  ZAR: 'R',
  MYR: 'RM',
  IDR: 'Rp',
  crown: 'kr | kr.',
  PHP: '₱',
};
