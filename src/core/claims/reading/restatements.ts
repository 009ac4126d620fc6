import type { FoundAmount } from './amounts.ts';
import { is, markOf, type Item } from './items.ts';

/** The amounts that say something new: without those that repeat an earlier one, also in another currency. */
export function dropRestatements(items: readonly Item[], amounts: readonly FoundAmount[]): FoundAmount[] {
  const kept: FoundAmount[] = [];
  for (const amount of amounts) {
    const last = kept.at(-1);
    const same = kept.findIndex((earlier) => saysTheSame(earlier, amount));
    if (same >= 0) kept[same] = merged(kept[same]!, amount);
    else if (last !== undefined && isTranslation(items, last, amount)) {
      kept[kept.length - 1] = { ...last, end: amount.end + (markOf(items[amount.end]) === ')' ? 1 : 0) };
    } else kept.push(amount);
  }
  return kept;
}

function saysTheSame(a: FoundAmount, b: FoundAmount): boolean {
  const sameCurrency = a.currency === b.currency || a.currency === null || b.currency === null;
  return sameCurrency && a.low === b.low && a.high === b.high && a.unit === b.unit;
}

function merged(a: FoundAmount, b: FoundAmount): FoundAmount {
  const bound = a.bound === 'none' ? b.bound : a.bound;
  return a.currency === null && b.currency !== null ? { ...b, bound } : { ...a, bound };
}

/** "€105 million ($122m)", "数千億ドル(数十兆円)", "$122m or €105m". */
function isTranslation(items: readonly Item[], a: FoundAmount, b: FoundAmount): boolean {
  if (a.currency === null || b.currency === null || a.currency === b.currency || a.unit !== b.unit)
    return false;
  const between = items.slice(a.end, b.from);
  if (!between.every((item) => is(item, 'common', 'or', 'bound') || /^[(/=≈~,;]$/.test(markOf(item)))) {
    return false;
  }
  // "£1.9 billion (€2.2 billion; $2.5 billion)", but not "$5bn (€2bn insured)"
  if (items.slice(a.to, b.from).some((item) => markOf(item) === '(')) {
    return /^[);,/]$/.test(markOf(items[b.end]));
  }
  return between.some((item) => is(item, 'or') || /^[/=≈]$/.test(markOf(item)));
}
