import type { ClaimLanguage, ClaimMeasure, ClaimUnit } from '../../claim.ts';
import type { CurrencyName } from '../currencies.ts';
import type { Script } from '../tokens.ts';
import type { Separators } from '../written-number.ts';

/**
 * Words and phrases with ` | ` between them. Case and accents do not matter, but a phrase with a capital letter in it is
 * found only in that case. A space also stands for a hyphen or an apostrophe.
 */
export type Words = string;

/** What an amount is per, as a word can say it. An amount per second is given per minute; one per year is not one outage. */
export type Rate = Exclude<ClaimUnit, 'total' | 'per-firm-hour'> | 'per-second';

/** Everything that the reader knows of one language: words only, no rules. */
export interface Language {
  readonly tag: ClaimLanguage;
  /** In English, for messages. */
  readonly name: string;
  /** Words of different scripts cannot be mistaken for each other, so they are understood in any text. */
  readonly script: Script;
  readonly separators: Exclude<Separators, 'decimals'>;
  /** Words for one number, and their values; `0.5` for "half a". */
  readonly numerals: Readonly<Record<Words, number>>;
  /** "and a half": adds this share of the unit before it, or of the number's own unit. */
  readonly fractionsAfter: Readonly<Record<Words, number>>;
  /** Words of unknown number: "several" is 2 to 9, "tens of" 10 to 99. */
  readonly vague: Readonly<Record<Words, readonly [number, number]>>;
  readonly scales: {
    /** "billion": 1 when no number stands before it. */
    readonly singular: Readonly<Record<Words, number>>;
    /** "billions": 1 to 10 when no number stands before it. */
    readonly plural: Readonly<Record<Words, number>>;
    /** A form that means two of them. */
    readonly dual?: Readonly<Record<Words, number>>;
    /** Only after a number: "bn". */
    readonly abbreviated: Readonly<Record<Words, number>>;
    /** Words of the above that some use for another power. */
    readonly disputed?: Readonly<Record<Words, { readonly factor: number; readonly because: string }>>;
  };
  /** Ends of words that begin with a plural scale: `schaden` in German `Milliardenschaden`. */
  readonly compoundEnds?: Words;
  /** Particles written together with the next word: those that mean "and", and all others. */
  readonly clitics?: { readonly and: readonly string[]; readonly other: readonly string[] };
  /** Between the parts of an amount: "of" in "hundreds of billions of dollars". */
  readonly links: Words;
  /** Between two ends of a range: "to". */
  readonly ranges: Words;
  /** Announces a range with `and`: "between". */
  readonly between: Words;
  readonly and: Words;
  readonly or: Words;
  /** Whether `and` adds a smaller amount: مليار و500 مليون. */
  readonly andAdds?: boolean;
  readonly bounds: {
    readonly atLeast: Words;
    readonly atLeastAfter: Words;
    /** Some words before the amount: "will easily reach into". */
    readonly easily: Words;
    readonly upTo: Words;
    readonly upToAfter: Words;
    /** A little less: 0.9 to 1 of the figure. */
    readonly nearly: Words;
    readonly nearlyAfter: Words;
  };
  readonly rates: {
    /** Before or after the amount. */
    readonly anywhere: Partial<Readonly<Record<Rate, Words>>>;
    /** Only right after it: "an hour". */
    readonly after: Partial<Readonly<Record<Rate, Words>>>;
  };
  readonly measures: Partial<Readonly<Record<ClaimMeasure, Words>>>;
  /** After a number above one: "years". */
  readonly years: Words;
  readonly world: Words;
  /** ISO 3166-1 alpha-2 to the country's name and adjective. */
  readonly countries: Readonly<Record<string, Words>>;
  /** Those who speak of a loss: the country beside them is theirs, not the loss's. */
  readonly speakers: Words;
  /** Groups that are a part of an economy. */
  readonly parts: Words;
  /** Marks the words before it as a part: "alone". */
  readonly alone: Words;
  readonly currencies: Partial<Readonly<Record<CurrencyName, Words>>>;
  readonly percent: Words;
  readonly minus: Words;
  /**
   * Words that say nothing of the amount: they tell the language, and may follow an amount that has no currency. Any other
   * word there is taken for what is counted ("11 million users").
   */
  readonly common: Words;
  /** Words of the above that do not tell this language. */
  readonly borrowed?: Words;
  /** Names with a word of the above in them, which it must not be taken for. */
  readonly names?: Words;
}
