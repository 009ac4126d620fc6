import type { PolicyKey } from '../portfolio/insured-policy.ts';

/**
 * Names an insured for its random stream: portfolio and account. All policies and layers of an account are struck
 * together, and rows may come in any order.
 */
export function insuredKey({ portNumber, accNumber }: Pick<PolicyKey, 'portNumber' | 'accNumber'>): string {
  return `${portNumber.length}:${portNumber}/${accNumber}`;
}
