import type { MeasureId } from '../result.ts';
import type { AlternativeReading, ClaimAmount, ClaimReading } from './claim.ts';
import { possibleCurrencies } from './missing-currency.ts';
import { hasRate, type OpenEvent } from './open-event.ts';

/** A claim as it was read, with what a person settled about it. */
export interface Claim {
  readonly reading: ClaimReading;
  /** ISO 4217; for amounts whose words name none. */
  readonly currency?: string | undefined;
  /** Replaces the kind of loss that was read. */
  readonly measure?: MeasureId | undefined;
}

/** One way to read the amount, with why it might be meant. */
export interface Reading extends AlternativeReading {
  /** A different answer under this reading leaves the claim unclear. */
  readonly decides: boolean;
}

/** The first is the one that the words suggest most. */
export function readingsOf(claim: Claim, event: OpenEvent): readonly Reading[] {
  const { amounts, alternatives, language } = claim.reading;
  const local = localCurrencies(event);
  const inCurrency = (amount: ClaimAmount, because: string): Reading[] => {
    const code = amount.currency ?? claim.currency ?? null;
    if (code !== null) return [{ amount: { ...amount, currency: code }, because, decides: true }];
    const possible = possibleCurrencies(language, local).filter((currency) => hasRate(currency, event));
    return possible.map((currency) => ({
      amount: { ...amount, currency },
      because: because === '' ? `no currency is named; this is in ${currency}` : `${because}, in ${currency}`,
      decides: true,
    }));
  };
  const [first] = amounts;
  return [
    ...amounts.flatMap((amount, i) => inCurrency(amount, i === 0 ? '' : 'another amount in the same text')),
    ...alternatives.flatMap(({ amount, because }) => inCurrency(amount, because)),
    ...(first === undefined ? [] : byFullHours(first, claim, event)),
  ];
}

/** A rate per hour may have been meant for hours of full outage, which are fewer; shown, and left to the reader. */
function byFullHours(
  amount: ClaimAmount,
  claim: Claim,
  { fullHours, measures }: OpenEvent,
): readonly Reading[] {
  const currency = amount.currency ?? claim.currency ?? null;
  if (amount.unit !== 'per-hour' || currency === null || !(measures.hours > 0)) return [];
  const share = fullHours / measures.hours;
  return [
    {
      amount: { ...amount, currency, low: amount.low * share, high: amount.high * share },
      because: 'counting only as many hours as a full outage would need to weigh as much',
      decides: false,
    },
  ];
}

/** Money of the countries that the event is about, when they are few. */
export function localCurrencies({ compilation, scenario, catalog }: OpenEvent): readonly string[] {
  const codes = [
    ...(compilation.model.scope.countries ?? []),
    ...scenario.affected.companies.flatMap(({ country }) => (country === undefined ? [] : [country])),
  ];
  if (codes.length > 5) return [];
  return codes.flatMap((iso2) => catalog.countries.find((row) => row.iso2 === iso2)?.currency ?? []);
}
