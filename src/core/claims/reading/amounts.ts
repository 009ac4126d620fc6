import type { ClaimBound, ClaimUnit } from '../claim.ts';
import { findBound, isNearly } from './bounds.ts';
import type { CurrencyName } from './currencies.ts';
import { is, markOf, senseOf, type Item } from './items.ts';
import { readMoney, type Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import { findRate } from './rates.ts';

/** An amount of money as it stands in the text, before its currency is settled. */
export interface FoundAmount {
  readonly low: number;
  readonly high: number;
  readonly currency: CurrencyName | null;
  readonly unit: ClaimUnit;
  readonly bound: ClaimBound;
  readonly isNegative: boolean;
  readonly disputed: Quantity['disputed'];
  /** Items of the amount itself. */
  readonly from: number;
  readonly to: number;
  /** Index after all that belongs to it: a restatement in brackets, the words of its rate. */
  readonly end: number;
}

/** One amount, or two as a range, in numbers only. */
interface Span {
  readonly low: number;
  readonly high: number;
  readonly money: Money;
  readonly currency: CurrencyName | null;
  readonly isNegative: boolean;
  readonly largest: number;
  readonly isOpenAbove: boolean;
  readonly isWeak: boolean;
  readonly from: number;
  readonly to: number;
}

/** Smallest scale word that makes an amount of money without a currency: 万, lakh, million. */
const LARGE = 1e4;

/** More in 2,000 characters are no sentence. */
const MOST_AMOUNTS = 100;

/** The amounts of money among the items, in their order; at most 100. */
export function findAmounts(items: readonly Item[], andAdds: boolean): FoundAmount[] {
  const spans: Span[] = [];
  for (let i = 0; i < items.length && spans.length < MOST_AMOUNTS;) {
    const span = readSpan(items, i, andAdds);
    if (span !== null && isMoney(items, span)) spans.push(span);
    i = span?.to ?? i + 1;
  }
  const hasCurrency = spans.some(({ currency }) => currency !== null);
  const kept = spans.filter(({ isWeak }) => !isWeak || hasCurrency || spans.length === 1);
  const amounts: FoundAmount[] = [];
  for (const [k, span] of kept.entries()) {
    amounts.push(complete(items, span, amounts.at(-1)?.end ?? 0, kept[k + 1]?.from ?? items.length));
  }
  return amounts;
}

function readSpan(items: readonly Item[], start: number, andAdds: boolean): Span | null {
  const isBetween = followsBetween(items, start);
  const left = readMoney(items, start, { andParts: isBetween, andAdds });
  if (left === null) return null;
  return (
    readRange(items, left, isBetween, andAdds) ?? readBracketedRange(items, left, andAdds) ?? spanOf(left)
  );
}

function spanOf(money: Money): Span {
  const { low, high, largest, isOpenAbove } = money.quantity;
  const { currency, isNegative, from, to } = money;
  return {
    low,
    high,
    largest,
    isOpenAbove,
    isWeak: isWeak(money.quantity),
    money,
    currency,
    isNegative,
    from,
    to,
  };
}

/** Without a currency, `300k` and `80m` are money only beside an amount that has one. */
const isWeak = ({ byLowerLetter, largest }: Quantity): boolean => byLowerLetter || largest < LARGE;

/** How far "between" or a bound may stand before an amount, in items. */
const REACH = 4;

function followsBetween(items: readonly Item[], start: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - REACH); i--) {
    if (is(items[i], 'between')) return true;
    if (!is(items[i], 'common', 'link', 'bound')) return false;
  }
  return false;
}

/** "$500m to $650m", "300-350 million", "between A and B", "dizaines voire centaines de millions". */
function readRange(items: readonly Item[], left: Money, isBetween: boolean, andAdds: boolean): Span | null {
  let i = left.to;
  while (i < left.to + 2 && is(items[i], 'rate')) i++;
  const connector = items[i];
  const kind = connectorKind(items, i);
  if (kind === null) return null;
  let at = kind === 'joined' ? i : i + 1;
  let isOpenAbove = false;
  for (
    ;
    at < i + REACH && (is(items[at], 'common', 'link', 'bound') || /^[-–~]$/.test(markOf(items[at])));
    at++
  ) {
    if (is(items[at], 'numeral', 'vague', 'scale')) break;
    isOpenAbove ||= senseOf(items[at], 'bound')?.bound === 'at-least';
  }
  const right = readMoney(items, at, { andParts: false, andAdds });
  if (right === null || connector === undefined || is(items[right.to], 'percent')) return null;
  if (kind === 'and' && !isBetween && !is(items[right.to], 'between')) return null;
  if (kind === 'joined' && !isBetween) return null;
  if (kind === 'or' && left.quantity.last > 1) return null;
  if (left.currency !== null && right.currency !== null && !areKin(left.currency, right.currency))
    return null;
  if (right.quantity.last === 1 && right.currency === null && left.quantity.last > 1) return null;
  if (right.currency === null && left.currency !== null && isCounted(items, right.to)) return null;
  const low = carried(left.quantity, right.quantity);
  if (low > right.quantity.high) return null;
  return {
    ...spanOf(right),
    low,
    largest: Math.max(left.quantity.largest, right.quantity.largest),
    isOpenAbove: isOpenAbove || right.quantity.isOpenAbove,
    currency: right.currency ?? left.currency,
    isNegative: left.isNegative,
    from: left.from,
  };
}

type Connector = 'range' | 'or' | 'and' | 'joined';

function connectorKind(items: readonly Item[], i: number): Connector | null {
  const item = items[i];
  if (item === undefined) return null;
  if (is(item, 'range') || ['-', '–', '~'].includes(markOf(item))) return 'range';
  const bound = senseOf(item, 'bound');
  if (bound?.bound === 'up-to' && bound.place === 'before' && item.token.kind === 'letters') return 'range';
  if (is(item, 'or')) return 'or';
  if (is(item, 'and')) return 'and';
  return item.conjoined ? 'joined' : null;
}

/** Names that may stand on the two ends of one range: "$1 billion to 3 billion US dollars". */
function areKin(a: CurrencyName, b: CurrencyName): boolean {
  const family = (name: CurrencyName): string =>
    name === 'USD' ? 'dollar' : name === 'GBP' ? 'pound' : name;
  return family(a) === family(b);
}

/** Low end of a range, with the scale word of the high end where it was said only once. */
function carried(left: Quantity, right: Quantity): number {
  if (left.last === 1 && right.mantissa !== null && left.low * right.factor <= right.high) {
    return left.low * right.factor;
  }
  const isSmall = left.largest <= 1000 && right.last > left.largest;
  return isSmall && left.last > 1 && left.low * right.last <= right.low ? left.low * right.last : left.low;
}

/** "£1.9bn (1.6-2.1)": the range in brackets has the scale and currency of the figure that it encloses. */
function readBracketedRange(items: readonly Item[], middle: Money, andAdds: boolean): Span | null {
  const { mantissa, factor } = middle.quantity;
  if (markOf(items[middle.to]) !== '(' || mantissa === null || factor === 1) return null;
  const low = readMoney(items, middle.to + 1, { andParts: true, andAdds });
  if (low === null || low.currency !== null || connectorKind(items, low.to) === null) return null;
  const high = readMoney(items, low.to + 1, { andParts: true, andAdds });
  if (high === null || high.currency !== null || markOf(items[high.to]) !== ')') return null;
  if (!low.quantity.digitsOnly || !high.quantity.digitsOnly) return null;
  if (low.quantity.low > mantissa[0] || high.quantity.high < mantissa[1]) return null;
  return {
    ...spanOf(middle),
    low: low.quantity.low * factor,
    high: high.quantity.high * factor,
    to: high.to + 1,
  };
}

/** Whether the number is one of money at all. */
function isMoney(items: readonly Item[], { currency, largest, isWeak, from, to, money }: Span): boolean {
  if (is(items[to], 'percent') || is(items[money.quantity.to], 'unread-scale')) return false;
  const isWhole = from === 0 && items.slice(to).every((item) => ['.', '!'].includes(markOf(item)));
  if (currency !== null) return !isYear(items, money) || isWhole;
  if (isWhole) return true;
  // `1.2.3 million`
  const before = items[from - 1];
  if (before?.token.kind === 'number' && before.senses.length === 0) return false;
  if (['x', '×', '*'].includes(items[from - 1]?.token.text ?? '')) return false;
  const isThousands = /^[kmb]$/i.test(items[to - 1]!.token.text) && items[to - 1]!.token.glued;
  return (largest >= LARGE || isThousands) && (!isWeak || isThousands) && !isCounted(items, to);
}

/** "in 2025 dollars" */
function isYear(items: readonly Item[], { quantity, from, to }: Money): boolean {
  const token = items[from]!.token;
  return quantity.digitsOnly && to > quantity.to && /^(?:19|20)\d\d$/.test(token.text);
}

/** Whether the words from item `i` on name what is counted: "11 million users", "millions of US firms". */
function isCounted(items: readonly Item[], i: number): boolean {
  let at = i;
  while (at < i + REACH && is(items[at], 'link', 'country', 'world') && !is(items[at], 'common')) at++;
  const item = items[at];
  if (item === undefined) return false;
  const isUnknownWord = item.senses.length === 0 && item.token.kind === 'letters';
  return isUnknownWord || is(item, 'part', 'years');
}

function complete(items: readonly Item[], span: Span, previousEnd: number, nextStart: number): FoundAmount {
  const { from, to } = span;
  const isRange = span.low < span.high && span.money.quantity.low !== span.low;
  const bound = span.isOpenAbove ? 'at-least' : findBound(items, from, to, isRange);
  const rate = findRate(items, { from, to, previousEnd, nextStart });
  const low = isNearly(items, from, to) ? 0.9 * span.low : span.low;
  // From zero to a figure: only the figure says something.
  const isFromZero = low === 0 && span.high > 0;
  return {
    low: (isFromZero ? span.high : low) * rate.times,
    high: span.high * rate.times,
    currency: span.currency,
    unit: rate.unit,
    bound: isFromZero ? 'up-to' : bound,
    isNegative: span.isNegative,
    disputed: span.money.quantity.disputed,
    from,
    to,
    end: rate.end,
  };
}
