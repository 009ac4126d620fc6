import type { ClaimLanguage } from '../claim.ts';
import { isSharedName, sharedNames, type CurrencyName, type SharedName } from './currencies.ts';

/** A country that the text names, and the words by which it does. */
export interface NamedCountry {
  readonly code: string;
  readonly words: string;
}

export interface SettledCurrency {
  readonly code: string;
  readonly others: readonly { readonly code: string; readonly because: string }[];
}

/** The currency that a name means in a text of that language which names those countries, and what else it can mean. */
export function settleCurrency(
  name: CurrencyName,
  language: ClaimLanguage | null,
  countries: readonly NamedCountry[],
  text: string,
): SettledCurrency {
  if (!isSharedName(name)) return { code: name, others: [] };
  const shared: SharedName = sharedNames[name];
  const seen = countries.flatMap(({ code, words }) => {
    const currency = shared.byCountry[code];
    return currency === undefined ? [] : [{ code: currency, words }];
  });
  const own = language === null ? undefined : shared.inLanguage?.[language];
  if (own !== undefined) return { code: own, others: [] };
  const [first] = seen;
  if (shared.country === 'settles' && first !== undefined) return { code: first.code, others: [] };
  const bySight = seen.map(({ code, words }) => ({ code, because: `the text names "${words}"` }));
  const byName = shared.others
    .filter((code) => code !== shared.usual)
    .map((code) => ({ code, because: `the name of the currency is also used for ${code}` }));
  const traditional = shared.byCharacters;
  const byCharacters =
    traditional !== undefined &&
    Array.from(traditional.characters).some((character) => text.includes(character))
      ? [{ code: traditional.code, because: 'the text is in traditional characters' }]
      : [];
  return { code: shared.usual, others: [...bySight, ...byName, ...(bySight.length > 0 ? [] : byCharacters)] };
}
