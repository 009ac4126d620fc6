import type { InsuredPolicy } from '../portfolio/insured-policy.ts';

/** Premium of a book, US dollars, with the number of policies that state one; layers of one policy count once. */
export function statedPremium(rows: readonly InsuredPolicy[]): {
  readonly usd: number;
  readonly policies: number;
  /** Every policy states one. */
  readonly complete: boolean;
} {
  const known = new Map<string, number | null>();
  for (const { key, grossPremiumUsd } of rows) {
    const name = [key.portNumber, key.accNumber, key.polNumber].join('\u001f');
    known.set(name, known.get(name) ?? grossPremiumUsd);
  }
  let usd = 0;
  let policies = 0;
  for (const premium of known.values()) {
    if (premium === null) continue;
    usd += premium;
    policies += 1;
  }
  return { usd, policies, complete: usd > 0 && policies === known.size };
}
