import { Decimal } from 'decimal.js';
import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import type { CurrencyRate } from '../currency.ts';
import { jsonText } from '../json-text.ts';

/** Money of a contract: exact, as a decimal text with its currency. */
export interface Money {
  readonly amount: string;
  readonly currency: 'USD';
}

/**
 * A price as JSON, US dollars. Money of the contract is text; simulated amounts are numbers.
 *
 * @param currency  in which the risk was stated, beside the figures; absent: US dollars
 */
export function priceJson(result: PriceResult, currency?: CurrencyRate): string {
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
    ...(currency === undefined ? {} : { statedIn: currency }),
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
