/**
 * How a lone separator before exactly three digits is read. `point`: 1.500 is one and a half, 1,500 is fifteen hundred;
 * `comma`: the reverse; `groups`: both are fifteen hundred; `decimals`: both are one and a half.
 */
export type Separators = 'point' | 'comma' | 'groups' | 'decimals';

/** A number in digits: its groups and the separators between them, as `1.234,5` is [1, 234, 5] and [., ,]. */
export interface WrittenNumber {
  readonly groups: readonly string[];
  readonly separators: readonly string[];
  /** Power of ten after an `e`, 0 when there is none. */
  readonly exponent: number;
}

/** The Arabic decimal and thousands separators, which mean one thing only. */
const ARABIC_DECIMAL = '٫';
const ARABIC_GROUP = '٬';

const SEPARATORS = new Set(['.', ',', "'", ' ', '،', ARABIC_DECIMAL, ARABIC_GROUP]);

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** The number that starts at `start`, where a digit stands, and the index after it. One pass, no going back. */
export function scanNumber(
  characters: readonly string[],
  start: number,
): { readonly number: WrittenNumber; readonly end: number } {
  let end = digitsEnd(characters, start);
  const groups = [characters.slice(start, end).join('')];
  const separators: string[] = [];
  while (SEPARATORS.has(characters[end] ?? '') && isDigit(characters[end + 1])) {
    const separator = characters[end]!;
    const next = digitsEnd(characters, end + 1);
    const group = characters.slice(end + 1, next).join('');
    // A space joins only groups of thousands: `5 000`, not `2025 500`.
    if (separator === ' ' && (group.length !== 3 || groups.at(-1)!.length > 3)) break;
    if (separator === ' ' && separators.some((other) => other !== ' ')) break;
    separators.push(separator);
    groups.push(group);
    end = next;
  }
  const { exponent, end: after } = scanExponent(characters, end);
  return { number: { groups, separators, exponent }, end: after };
}

function digitsEnd(characters: readonly string[], start: number): number {
  let end = start;
  while (isDigit(characters[end])) end++;
  return end;
}

function scanExponent(characters: readonly string[], start: number): { exponent: number; end: number } {
  const sign = characters[start + 1] === '-' || characters[start + 1] === '+' ? 1 : 0;
  const first = start + 1 + sign;
  if (characters[start]?.toLowerCase() !== 'e' || !isDigit(characters[first]))
    return { exponent: 0, end: start };
  const end = digitsEnd(characters, first);
  return { exponent: Number(characters.slice(start + 1, end).join('')), end };
}

/** Value of the number; null when it is none, as a date (20.10.2025), a version or an address. */
export function numberValue(
  { groups, separators, exponent }: WrittenNumber,
  mode: Separators,
): number | null {
  const last = separators.at(-1);
  const decimal = last !== undefined && isDecimal(groups, separators, mode);
  const grouping = decimal ? separators.slice(0, -1) : separators;
  const whole = decimal ? groups.slice(0, -1) : groups;
  if (grouping.some((separator) => separator !== grouping[0] || separator === ARABIC_DECIMAL)) return null;
  if (decimal && grouping.includes(last)) return null;
  if (!areThousands(whole)) return null;
  return Number(`${whole.join('')}.${decimal ? groups.at(-1)! : '0'}e${exponent}`);
}

/** Whether the last separator is a decimal one in the given way of reading. */
function isDecimal(groups: readonly string[], separators: readonly string[], mode: Separators): boolean {
  const last = separators.at(-1)!;
  if (last === ARABIC_DECIMAL) return true;
  if (last !== '.' && last !== ',' && last !== '،') return false;
  if (separators.length > 1) return last !== separators.at(-2);
  if (!isAmbiguous({ groups, separators, exponent: 0 })) return true;
  return mode === 'decimals' || (mode === 'point' && last === '.') || (mode === 'comma' && last !== '.');
}

/** Whether the number is both a count of thousands and a decimal fraction, by the separators alone: `1.500`. */
export function isAmbiguous({ groups, separators }: WrittenNumber): boolean {
  const [first = '', second = ''] = groups;
  return (
    separators.length === 1 &&
    ['.', ',', '،'].includes(separators[0]!) &&
    second.length === 3 &&
    first.length <= 3 &&
    !first.startsWith('0')
  );
}

/** Groups of three digits, or of two before the last three as in India (1,00,000). */
function areThousands(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return true;
  const middle = rest.slice(0, -1);
  return (
    first.length <= 3 &&
    rest.at(-1)!.length === 3 &&
    (middle.every(({ length }) => length === 3) ||
      (first.length <= 2 && middle.every(({ length }) => length === 2)))
  );
}
