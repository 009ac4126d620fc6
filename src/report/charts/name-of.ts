import type { EstimateResult } from '../../core/result.ts';
import { printable } from '../printable.ts';

/** What an outage is called; the words of a file, so nothing in them may turn the order of letters. */
export function nameOf({ scenario }: EstimateResult): string {
  return printable(scenario.title ?? scenario.id ?? 'This outage');
}
