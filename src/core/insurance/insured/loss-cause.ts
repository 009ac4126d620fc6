import type { Kind } from '../../catalog.ts';
import type { LossCause } from '../insured-outage.ts';

/** Causes that policies exclude by name; every other kind is a failure of systems. */
const namedCauses: readonly string[] = ['power', 'telecom'];

/** A kind of outage as the terms of policies distinguish it: at a direct supplier, or in the insured's own systems. */
export function lossCause({ id, stops, exposure }: Kind): LossCause {
  return {
    coverage: stops === 'supplier' ? 'dependent' : 'own',
    cause: namedCauses.includes(id) ? id : 'system-failure',
    malicious: id === 'ransomware',
    tier: 1,
    widespread: exposure === 'systemic' || exposure === 'national-shutdown',
  };
}
