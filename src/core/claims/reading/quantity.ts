import { isOpenMark } from './bounds.ts';
import { is, markOf, senseOf, type Item } from './items.ts';

/** A number, or a vague one, with its scale words: "hundreds of billions", `3 mil millones`, `1億5000万`. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** What was said before any scale word; null when there was none, or more than one. */
  readonly mantissa: readonly [number, number] | null;
  /** Product of the scale words after the one mantissa. */
  readonly factor: number;
  /** Largest scale word, and the last one; 1 when there was none. */
  readonly largest: number;
  readonly last: number;
  /** Only a single letter of lower case gave the scale, as in `5 m`. */
  readonly byLowerLetter: boolean;
  /** `$5+ billion` */
  readonly isOpenAbove: boolean;
  /** A plain number in digits. */
  readonly digitsOnly: boolean;
  /** What the reading changes into when a scale word is taken for its other power; null when none is disputed. */
  readonly disputed: { readonly ratio: number; readonly because: string } | null;
  /** Index after its last item. */
  readonly to: number;
}

interface Term {
  readonly low: number;
  readonly high: number;
  readonly unit: number;
}

/** What the items so far amount to: finished terms, and a number that waits for its scale word. */
interface State {
  terms: Term[];
  pending: readonly [number, number] | null;
  /** The pending number is words, and may be followed by a smaller one: "twenty five". */
  open: 'no' | 'tens' | 'fraction';
  mantissas: (readonly [number, number])[];
  factor: number;
  last: number;
  scaleItems: Item[];
  digits: number;
  isOpenAbove: boolean;
  disputed: Quantity['disputed'];
}

/** How a quantity is read where it stands. */
export interface QuantityRules {
  /** After "between", a word for "and" parts two amounts. */
  readonly andParts: boolean;
  /** See `Language.andAdds`. */
  readonly andAdds: boolean;
}

/** The quantity that begins at item `start`; null when none does. */
export function readQuantity(items: readonly Item[], start: number, rules: QuantityRules): Quantity | null {
  const state: State = {
    terms: [],
    pending: null,
    open: 'no',
    mantissas: [],
    factor: 1,
    last: 1,
    scaleItems: [],
    digits: 0,
    isOpenAbove: false,
    disputed: null,
  };
  let to = start;
  for (let i = start; i < items.length;) {
    const next = i === start ? i : stepOver(items, i, state, rules);
    if (next === null || !take(items, next, state)) break;
    i = next + 1;
    to = i;
  }
  return to === start ? null : finish(state, to);
}

/** Index of the next item that can belong to the quantity, past "of", "and" or a hyphen; null when it ends here. */
function stepOver(items: readonly Item[], i: number, state: State, rules: QuantityRules): number | null {
  const item = items[i]!;
  const next = items[i + 1];
  if (item.conjoined && !is(item, 'fraction') && (rules.andParts || !mayAdd(items, i, state, rules)))
    return null;
  const scaleAt = openScale(items, i);
  if (scaleAt !== null && (state.pending !== null || state.terms.length > 0)) {
    state.isOpenAbove = true;
    return scaleAt;
  }
  const isHyphen = markOf(item) === '-' && item.token.glued && next?.token.glued === true;
  if (isHyphen && is(next, 'scale') && !is(next, 'number')) return i + 1;
  if (isHyphen && is(next, 'numeral') && state.open === 'tens') return i + 1;
  if (is(item, 'link') && is(next, 'scale', 'vague') && !isDigits(items[i - 1])) return i + 1;
  if (is(item, 'and') && !is(item, 'numeral', 'scale') && !rules.andParts) {
    return mayAdd(items, i + 1, state, rules) ? i + 1 : null;
  }
  return i;
}

/** Index of the scale word after a mark for "or more": `$5+ billion`, `$5-plus billion`, 100多亿. */
function openScale(items: readonly Item[], i: number): number | null {
  const at = markOf(items[i]) === '-' ? i + 1 : i;
  return isOpenMark(items[at]) && is(items[at + 1], 'scale') ? at + 1 : null;
}

const isDigits = (item: Item | undefined): boolean => is(item, 'number');

/** Whether the item after "and" continues the number: "two hundred and fifty", مليار و500 مليون. */
function mayAdd(
  items: readonly Item[],
  i: number,
  { terms, last, digits }: State,
  rules: QuantityRules,
): boolean {
  const item = items[i];
  if (terms.length === 0) return is(item, 'numeral') && digits === 0 && rules.andAdds;
  const numeral = senseOf(item, 'numeral');
  if (numeral !== undefined && last <= 1000 && digits === 0) return numeral.value < last;
  const scale = senseOf(items[i + 1], 'scale') ?? senseOf(item, 'scale');
  return rules.andAdds && scale !== undefined && scale.factor < last;
}

/** Adds the item to the state; false when it does not belong to the quantity. */
function take(items: readonly Item[], i: number, state: State): boolean {
  const item = items[i]!;
  const number = senseOf(item, 'number');
  if (number !== undefined) return takeNumber(items, i, number.value, state);
  const fraction = senseOf(item, 'fraction');
  if (fraction !== undefined && takeFraction(fraction.value, state)) return true;
  const scale = senseOf(item, 'scale');
  // Also a word for one number and a scale: German `hundert`, Spanish `cien`.
  if (scale !== undefined) return takeScale(item, items[i - 1], scale, state);
  const vague = senseOf(item, 'vague');
  if (vague !== undefined) return mayFollow(items, i, state) && takeVague(vague.low, vague.high, state);
  const numeral = senseOf(item, 'numeral');
  return (
    numeral !== undefined && mayFollow(items, i, state) && takeNumeral(numeral.value, item.conjoined, state)
  );
}

/** A word for a number goes on after a scale word, unless another such word makes it a number of its own. */
function mayFollow(items: readonly Item[], i: number, { terms, last }: State): boolean {
  const factor = senseOf(items[i + 1], 'scale')?.factor ?? 1;
  return terms.length === 0 || factor < last || (last <= 1000 && factor > last);
}

function takeNumber(items: readonly Item[], i: number, value: number, state: State): boolean {
  const item = items[i]!;
  if (state.pending !== null) return false;
  if (state.terms.length > 0) {
    // `1億5000万`, "1 billion 500 million"; a plain number after a scale belongs to it only in `1億5000円`.
    const scale = senseOf(items[i + 1], 'scale');
    const continues = scale !== undefined && scale.factor < state.last && value * scale.factor < state.last;
    const isGlued =
      scale === undefined && item.token.glued && items[i - 1]!.token.script === 'Han' && value < state.last;
    if (!continues && !isGlued) return false;
  }
  state.pending = [value, value];
  state.open = 'no';
  state.mantissas.push([value, value]);
  state.digits++;
  return true;
}

function takeNumeral(value: number, isJoined: boolean, state: State): boolean {
  if (state.pending !== null) {
    const [low, high] = state.pending;
    const fits = state.open === 'fraction' ? value >= 1 : state.open === 'tens' && value < 10;
    // خمسة وعشرون: five and twenty
    const isTens = isJoined && low < 10 && value >= 20 && value < 100;
    if (!fits && !isTens) return false;
    state.pending = [low + value, high + value];
    state.mantissas.splice(-1, 1, state.pending);
    state.open = 'no';
    return true;
  }
  if (state.terms.length > 0 && (value < 1 || value >= state.last)) return false;
  state.pending = [value, value];
  state.mantissas.push(state.pending);
  state.open = value >= 10 && value % 10 === 0 ? 'tens' : 'no';
  return true;
}

/** "several hundreds" is not several times 100 to 999, but 200 to 999. */
function takeVague(low: number, high: number, state: State): boolean {
  if (state.pending !== null) {
    const lowest = state.pending[0] * low;
    if (state.digits > 0 || state.pending[0] === state.pending[1] || lowest > high) return false;
    state.pending = [lowest, high];
    state.mantissas.splice(-1, 1, state.pending);
    return true;
  }
  state.pending = [low, high];
  state.mantissas.push(state.pending);
  state.open = 'no';
  return true;
}

/** A half more: of the number that waits, else of the last scale; with neither it begins a number (साढ़े तीन). */
function takeFraction(value: number, state: State): boolean {
  if (state.pending !== null) {
    const [low, high] = state.pending;
    state.pending = [low + value, high + value];
    state.mantissas.splice(-1, 1, state.pending);
    state.open = 'no';
    return true;
  }
  const term = state.terms.at(-1);
  if (term !== undefined) {
    const more = value * term.unit;
    state.terms.splice(-1, 1, { ...term, low: term.low + more, high: term.high + more });
    // A second mantissa: no one factor leads from it to the amount.
    state.mantissas.push([value, value]);
    return true;
  }
  state.pending = [value, value];
  state.mantissas.push(state.pending);
  state.open = 'fraction';
  return true;
}

function takeScale(
  item: Item,
  before: Item | undefined,
  scale: NonNullable<ReturnType<typeof senseOf<'scale'>>>,
  state: State,
): boolean {
  if (scale.abbreviated && state.pending === null && state.terms.length === 0) return false;
  if (scale.abbreviated && before !== undefined && !is(before, 'number', 'scale', 'fraction')) return false;
  const { factor } = scale;
  // مليار ونصف المليار: the half was of this scale already.
  if (is(before, 'fraction') && state.pending === null && state.last === factor) return true;
  const smaller = state.terms.filter(({ unit }) => unit < factor);
  const rest = state.terms.slice(0, state.terms.length - smaller.length);
  if (smaller.length === 0 && state.pending === null && state.terms.length > 0) {
    // 二千百 is 2,100; elsewhere a scale word does not follow a larger one, and nowhere the same one.
    if (item.token.script !== 'Han' || factor >= state.last) return false;
  }
  const alone = smaller.length === 0 && state.pending === null ? scale.alone : ([0, 0] as const);
  const [low, high] = state.pending ?? alone;
  const sum = smaller.reduce((total, term) => ({ low: total.low + term.low, high: total.high + term.high }), {
    low,
    high,
  });
  state.terms = [...rest, { low: sum.low * factor, high: sum.high * factor, unit: factor }];
  state.pending = null;
  state.open = 'no';
  state.factor *= factor;
  state.last = factor;
  state.scaleItems.push(item);
  if (scale.disputed !== null) {
    state.disputed = { ratio: scale.disputed.factor / factor, because: scale.disputed.because };
  }
  return true;
}

function finish(state: State, to: number): Quantity {
  const [low, high] = state.pending ?? [0, 0];
  const total = state.terms.reduce((sum, term) => ({ low: sum.low + term.low, high: sum.high + term.high }), {
    low,
    high,
  });
  const [mantissa, ...more] = state.mantissas;
  const scales = state.scaleItems.map((item) => item.token.exact);
  const isOne = mantissa !== undefined && more.length === 0;
  return {
    low: total.low,
    high: total.high,
    mantissa: isOne ? mantissa : null,
    factor: state.factor,
    largest: Math.max(
      ...state.terms.map(({ unit }) => unit),
      isOne && state.digits === 0 ? mantissa[0] : 1,
      1,
    ),
    last: state.last,
    byLowerLetter: scales.length === 1 && /^[a-zL]$/.test(scales[0]!),
    isOpenAbove: state.isOpenAbove,
    digitsOnly: state.scaleItems.length === 0 && state.digits === 1 && isOne,
    disputed: state.disputed,
    to,
  };
}
