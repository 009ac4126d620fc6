/**
 * A small portfolio to start from: one policy that names its regions and services, one that names its provider, one
 * whose cloud is not known. Invented.
 */
const policies: readonly Readonly<Record<string, string>>[] = [
  {
    PortNumber: '1',
    AccNumber: 'A1',
    PolNumber: 'P1',
    LayerNumber: '1',
    InsuredName: 'Example Shops',
    AccCurrency: 'USD',
    AnnualRevenue: '250000000',
    IndustryScheme1: 'NAICS',
    IndustryCode1: '445110',
    CountryCode: 'US',
    PolInceptionDate: '2025-01-01',
    PolExpiryDate: '2026-01-01',
    PolPerilsCovered: 'CC1',
    LayerLimit: '5000000',
    LayerParticipation: '1',
    PolDed: '25000',
    PolLimitCBI: '2500000',
    BIWaitingPeriod: '0.333333',
    FlexiPolBIWaitingMode: 'timeDeductible',
    CloudVendor: '1',
    FlexiAccCloudRegion: 'us-east-1:0.7;us-west-2:0.3',
    FlexiAccCloudServices: 'dynamodb;ec2-launches;nlb',
    FlexiPolRecaptureDeducted: 'Y',
    FlexiAccExtraExpense: '20000',
  },
  {
    PortNumber: '1',
    AccNumber: 'A2',
    PolNumber: 'P2',
    LayerNumber: '1',
    InsuredName: 'Example Clinic',
    AccCurrency: 'GBP',
    AnnualRevenue: '12000000',
    IndustryScheme1: 'NAICS',
    IndustryCode1: '62',
    CountryCode: 'GB',
    PolInceptionDate: '2025-04-01',
    PolExpiryDate: '2026-04-01',
    PolPerilsCovered: 'CC1',
    LayerLimit: '1000000',
    LayerParticipation: '0.5',
    PolDed: '10000',
    PolLimitCBI: '0',
    BIWaitingPeriod: '0.5',
    FlexiPolBIWaitingMode: 'qualifying',
    CloudVendor: '1',
  },
  {
    PortNumber: '1',
    AccNumber: 'A3',
    PolNumber: 'P3',
    LayerNumber: '1',
    InsuredName: 'Example Builders',
    AccCurrency: 'USD',
    AnnualRevenue: '4000000',
    IndustryScheme1: 'NAICS',
    IndustryCode1: '23',
    CountryCode: 'US',
    PolInceptionDate: '2025-07-01',
    PolExpiryDate: '2026-07-01',
    PolPerilsCovered: 'CC1',
    LayerLimit: '1000000',
    LayerParticipation: '1',
    PolDed: '5000',
    PolLimitCBI: '250000',
    BIWaitingPeriod: '0.333333',
    FlexiPolBIWaitingMode: 'timeDeductible',
    CloudVendor: '0',
  },
];

/** What `lossrange book --template` prints. */
export function portfolioTemplate(): string {
  const columns = Object.keys(policies[0]!);
  const rows = policies.map((policy) => columns.map((column) => policy[column] ?? ''));
  return [columns, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
