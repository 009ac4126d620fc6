import { isSharedName, type CurrencyName } from './currencies.ts';
import { is, markOf, senseOf, type Item } from './items.ts';
import { readQuantity, type Quantity, type QuantityRules } from './quantity.ts';

/** A quantity with the name of its currency, when one stands beside it. */
export interface Money {
  readonly quantity: Quantity;
  readonly currency: CurrencyName | null;
  readonly isNegative: boolean;
  /** First item, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A quantity and the currency before or after it; null when no quantity begins at item `start`. */
export function readMoney(items: readonly Item[], start: number, rules: QuantityRules): Money | null {
  const sign = isMinus(items, start) ? 1 : 0;
  const prefix = readPrefix(items, start + sign);
  // `$-5 million`
  const innerSign = prefix !== null && isMinus(items, prefix.to) ? 1 : 0;
  const first = (prefix?.to ?? start + sign) + innerSign;
  const quantity = readQuantity(items, first, rules);
  if (quantity === null) return null;
  const suffix = readSuffix(items, quantity);
  const isOwn = suffix !== null && (prefix === null || refines(suffix.name, prefix.name));
  return {
    quantity,
    currency: isOwn && (prefix === null || isSharedName(prefix.name)) ? suffix.name : (prefix?.name ?? null),
    isNegative: sign + innerSign > 0,
    from: start,
    to: isOwn ? suffix.to : quantity.to,
  };
}

interface FoundCurrency {
  readonly name: CurrencyName;
  readonly to: number;
}

/** A minus sign written to the amount, or a word for it. A hyphen after a word or a number is none. */
function isMinus(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (is(item, 'minus')) return true;
  if (markOf(item) !== '-' || items[i + 1]?.token.glued !== true) return false;
  const before = items[i - 1];
  return before === undefined || !item!.token.glued || markOf(before) === '(' || is(before, 'currency');
}

function readPrefix(items: readonly Item[], i: number): FoundCurrency | null {
  const item = items[i];
  const sense = senseOf(item, 'currency');
  if (sense === undefined || item === undefined) return null;
  const next = items[i + 1];
  // `N546.5 billion`, but not the word N before a number.
  const isLetter =
    item.token.kind === 'letters' && item.end - item.start === 1 && item.token.script !== 'Han';
  return isLetter && next?.token.glued !== true ? null : { name: sense.name, to: i + 1 };
}

function readSuffix(items: readonly Item[], quantity: Quantity): FoundCurrency | null {
  let i = quantity.to;
  // "millions, if not billions, of dollars"
  if (markOf(items[i]) === ',' && is(items[i + 1], 'link') && is(items[i + 2], 'currency')) i++;
  // "hundreds of billions of dollars", "billion-dollar"; but "500 of dollars" is nothing.
  if (!quantity.digitsOnly) {
    while (i < quantity.to + 4 && (is(items[i], 'link') || markOf(items[i]) === "'")) i++;
  }
  if (markOf(items[i]) === '-' && items[i]!.token.glued && items[i + 1]?.token.glued === true) i++;
  const sense = senseOf(items[i], 'currency');
  if (sense === undefined) return null;
  // `£5bn-£6bn`, `Fortune 500 USD 3.4bn`: the sign or code belongs to the number after it.
  const next = items[i + 1];
  const isPrefixOfNext =
    is(next, 'number') && (next?.token.glued === true || (quantity.digitsOnly && items[i + 2] !== undefined));
  return isPrefixOfNext ? null : { name: sense.name, to: i + 1 };
}

/** Whether the name after the amount says the same as, or more than, the sign before it: `$5 million CAD`. */
function refines(after: CurrencyName, before: CurrencyName): boolean {
  const kin: Readonly<Record<string, readonly CurrencyName[]>> = {
    dollar: ['dollar', 'USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN'],
    USD: ['dollar'],
    pound: ['pound', 'GBP', 'EGP'],
    yenSign: ['JPY', 'CNY'],
    rupee: ['INR', 'PKR', 'LKR'],
    crown: ['NOK', 'SEK', 'DKK'],
  };
  return after === before || (kin[before] ?? []).includes(after);
}
