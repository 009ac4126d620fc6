import type { Scope } from '../scenario.ts';
import type { ClaimScope } from './claim.ts';

/** `narrower`: the claim is about a part of what the estimate is about. */
export type ScopeRelation = 'same' | 'narrower' | 'wider' | 'other';

/**
 * How the scope that a claim names relates to that of an estimate. A claim that names none is taken to be about the
 * same; so is any claim held against a company's own view, whose sentences name countries and markets all the time.
 */
export function scopeRelation(claim: ClaimScope | null, estimate: Scope): ScopeRelation {
  if (claim === null || estimate.kind === 'company') return 'same';
  if (names(estimate.label, claim.words)) return 'same';
  const whole = estimate.countries === undefined;
  const isPart = estimate.valueAddedShare !== undefined;
  switch (claim.kind) {
    case 'world':
      return whole && !isPart ? 'same' : 'wider';
    case 'part':
      return 'narrower';
    case 'countries': {
      if (whole) return 'narrower';
      const held = new Set(estimate.countries);
      const inside = claim.countries.filter((iso2) => held.has(iso2)).length;
      if (inside === 0) return 'other';
      if (inside < claim.countries.length) return 'wider';
      if (isPart) return 'wider';
      return inside === held.size ? 'same' : 'narrower';
    }
  }
}

/** `S&P 500` is named by the label `S&P 500 companies`. */
function names(label: string, words: string): boolean {
  return words.length >= 4 && label.toLowerCase().includes(words.toLowerCase());
}
