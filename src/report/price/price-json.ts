import { Decimal } from 'decimal.js';
import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import { jsonText } from '../json-text.ts';

/** Money of a contract: exact, as a decimal text with its currency. */
export interface Money {
  readonly amount: string;
  readonly currency: 'USD';
}

/** A price as JSON. Money of the contract is text; simulated amounts are numbers. */
export function priceJson(result: PriceResult): string {
  const { risk, ...rest } = result;
  const { retentionUsd, attachmentUsd, limitUsd, annualLimitUsd, ...terms } = risk.policy;
  const policy = {
    ...terms,
    retention: money(retentionUsd),
    attachment: money(attachmentUsd),
    limit: money(limitUsd),
    annualLimit: annualLimitUsd === null ? null : money(annualLimitUsd),
  };
  const { schema, id, versions, seed, worlds, yearsPerWorld, ...figures } = rest;
  return jsonText({
    schema,
    id,
    versions,
    seed,
    worlds,
    yearsPerWorld,
    risk: { ...risk, policy },
    ...figures,
  });
}

function money(amount: number): Money {
  return { amount: new Decimal(amount).toFixed(), currency: 'USD' };
}
