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

/** Rows of one account should state the same facts; a sentence to go on with, empty when they do. */
export function unlikeFirstRowSentence({
  unlikeFirstRow: rows,
}: {
  readonly unlikeFirstRow: number;
}): string {
  if (rows === 0) return '';
  const subject = rows === 1 ? '1 row differs' : `${grouped(rows)} rows differ`;
  return ` ${subject} from the first of the account in what is lost before terms: ground-up counts the first.`;
}
