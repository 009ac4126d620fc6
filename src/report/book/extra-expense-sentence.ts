import { grouped } from '../amounts.ts';

/** What a book's losses hold of extra expense, which is never assumed. */
export function extraExpenseSentence({
  extraExpensePolicies: stating,
  policyCount,
}: {
  readonly extraExpensePolicies: number;
  readonly policyCount: number;
}): string {
  if (stating === 0) return 'Extra expense: none is stated.';
  return `Extra expense: stated by ${grouped(stating)} of ${grouped(policyCount)} policies.`;
}
