import { ImpactError } from '../errors/impact-error.ts';

/** Incidents that cost money in ways that no hours without service explain, with the reason. */
const outside: Readonly<Record<string, string>> = {
  'trading-loss': 'a trading error loses money by the orders it sends, not by the time a service was down',
  'data-breach':
    'a data breach without an outage stops no work: its cost lies in records, fines and lawsuits, which this model does not know',
};

/** @throws ImpactError OUT_OF_MODEL when an incident of this kind is no loss of availability */
export function refuseOutside(kind: string): void {
  const reason = Object.hasOwn(outside, kind) ? outside[kind] : undefined;
  if (reason === undefined) return;
  throw new ImpactError('OUT_OF_MODEL', {
    path: 'outage.kind',
    message: reason,
    hint: 'if services were down as well, describe that outage by its own kind',
  });
}
