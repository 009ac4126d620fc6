import type { CloudDependence } from '../../core/insurance/insured/insured.ts';
import { refuse, textOf } from '../csv/row.ts';
import type { PortfolioRow } from './header.ts';

/** CloudVendor of OED; ids of `models/providers/` where there is one. */
export const cloudVendors: readonly (string | null)[] = [
  null,
  ...['aws', 'azure', 'google-cloud', 'ibm-cloud', 'oracle-cloud', 'alibaba-cloud'],
];

const region = /^([a-z][a-z0-9-]{1,39})(?::(\d(?:\.\d{1,6})?))?$/;

/** Room for shares such as a third, three times. */
const ROUNDING = 1e-5;

/**
 * What the insured depends on: `CloudVendor`, and its regions as `us-east-1:0.7;eu-west-1:0.3`. One region without a
 * share has all of it.
 *
 * @returns null when the provider is unknown
 */
export function dependenceOf(row: PortfolioRow): readonly CloudDependence[] | null {
  const vendor = textOf(row, 'CloudVendor');
  const regions = textOf(row, 'FlexiAccCloudRegion');
  const provider = vendor === '' ? null : cloudVendors[/^\d$/.test(vendor) ? Number(vendor) : NaN];
  if (provider === undefined) {
    refuse(
      row,
      'CloudVendor',
      'is no code of OED: 0 unknown, 1 AWS, 2 Azure, 3 Google, 4 IBM, 5 Oracle, 6 Alibaba',
    );
    return null;
  }
  if (provider === null) {
    if (regions !== '') refuse(row, 'FlexiAccCloudRegion', 'names a region of no provider; fill CloudVendor');
    return null;
  }
  return regions === '' ? [{ provider, region: null, share: 1 }] : regionsOf(row, provider, regions);
}

function regionsOf(row: PortfolioRow, provider: string, text: string): readonly CloudDependence[] | null {
  const parts = text.split(';').map((part) => region.exec(part.trim()));
  const shares = parts.map((part) => (parts.length === 1 ? Number(part?.[2] ?? 1) : Number(part?.[2])));
  const names = new Set(parts.map((part) => part?.[1]));
  const sum = shares.reduce((total, share) => total + share, 0);
  if (names.has(undefined) || names.size !== parts.length || !(sum > 0 && sum <= 1 + ROUNDING)) {
    const wanted = 'regions with shares that sum to at most 1, such as us-east-1:0.7;eu-west-1:0.3';
    refuse(row, 'FlexiAccCloudRegion', `is no list of ${wanted}`);
    return null;
  }
  return parts.map((part, place) => ({
    provider,
    region: part![1]!,
    share: shares[place]! / Math.max(sum, 1),
  }));
}
