import { normalQuantile } from '../core/distribution/normal.ts';
import { fillUniforms } from '../core/random/stream.ts';

/** Rows of `data/samples/portfolio.csv`, invented: no insured, policy or account exists. */
const ROWS = 1000;
const SEED = 2025;
const CHANCES = 16;

/** Revenue, US dollars: a book of middle-sized firms with some large ones. */
const REVENUE = { median: 15e6, gsd: 9 };
/** Half of the policies have no retention in money beside their waiting period. */
const HAS_DEDUCTIBLE = 0.5;
const LARGE_USD = 250e6;
const NAMES_NO_REGION = 0.43;
const QUALIFYING = 0.4;

/** Words with weights that sum to 1. */
type Mix = readonly (readonly [string, number])[];

const industries: Mix = [
  ...([
    ['541512', 0.08],
    ['541110', 0.07],
    ['541611', 0.06],
    ['621111', 0.09],
    ['622110', 0.03],
  ] as const),
  ...([
    ['445110', 0.04],
    ['454110', 0.06],
    ['448140', 0.04],
    ['332710', 0.06],
    ['325412', 0.03],
  ] as const),
  ...([
    ['522110', 0.05],
    ['524210', 0.05],
    ['511210', 0.04],
    ['518210', 0.03],
    ['236220', 0.07],
  ] as const),
  ...([
    ['423430', 0.05],
    ['484121', 0.03],
    ['722511', 0.04],
    ['611310', 0.02],
    ['561320', 0.02],
  ] as const),
  ...([
    ['531210', 0.02],
    ['813110', 0.01],
    ['713940', 0.01],
  ] as const),
];
const countries: Mix = [
  ['US', 0.76],
  ['GB', 0.08],
  ['CA', 0.05],
  ['DE', 0.05],
  ['FR', 0.03],
  ['AU', 0.03],
];
const currencies: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CA: 'CAD',
  DE: 'EUR',
  FR: 'EUR',
  AU: 'AUD',
};
/** Shares of spending on cloud infrastructure, third quarter of 2025, of the three alone (Synergy: 29, 20, 13 %). */
const vendors: Mix = [
  ['1', 0.47],
  ['2', 0.32],
  ['3', 0.21],
];
const regions: Readonly<Record<string, Mix>> = {
  1: [
    ['us-east-1', 0.45],
    ['us-east-1:0.7;us-west-2:0.3', 0.1],
    ['us-west-2', 0.2],
    ['eu-west-1', 0.15],
    ['us-east-2', 0.1],
  ],
  2: [
    ['eastus', 0.5],
    ['westeurope', 0.3],
    ['eastus:0.6;westus2:0.4', 0.2],
  ],
  3: [
    ['us-central1', 0.6],
    ['europe-west1', 0.4],
  ],
};
const services: Mix = [
  ['', 0.55],
  ['dynamodb', 0.1],
  ['ec2-launches', 0.1],
  ['nlb', 0.1],
  ['dynamodb;ec2-launches;nlb', 0.15],
];
const failover: Mix = [
  ['', 0.8],
  ['4', 0.1],
  ['12', 0.1],
];
/** Hours of waiting periods: our judgement of the market, small and large insureds. */
const smallWaits: Mix = [
  ['8', 0.6],
  ['10', 0.1],
  ['12', 0.3],
];
const largeWaits: Mix = [
  ['8', 0.2],
  ['12', 0.6],
  ['24', 0.2],
];
const sublimits: Mix = [
  ['0', 0.5],
  ['0.5', 0.3],
  ['0.1', 0.2],
];

function pick(mix: Mix, u: number): string {
  let below = 0;
  return (mix.find(([, weight]) => u < (below += weight)) ?? mix.at(-1)!)[0];
}

/** The sample book as CSV: 1,000 rows, of which two are wrong on purpose. */
export function sampleBook(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => rowOf(index));
  // As people export them: thousands with commas, a share in percent.
  rows[313]!['AnnualRevenue'] = '"1,250,000"';
  rows[726]!['LayerParticipation'] = '45';
  const columns = Object.keys(rows[0]!);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]!))];
  return lines.map((cells) => `${cells.join(',')}\n`).join('');
}

function rowOf(index: number): Record<string, string> {
  const u = new Float64Array(CHANCES);
  fillUniforms(u, SEED, `sample-book/${index}`, 0);
  const revenue = round(REVENUE.median * REVENUE.gsd ** normalQuantile(u[0]!), 3);
  const isLarge = revenue >= LARGE_USD;
  const country = pick(countries, u[1]!);
  const limit = isLarge ? 20e6 : revenue >= 50e6 ? 10e6 : revenue >= 10e6 ? 3e6 : 1e6;
  const known = u[2]! >= NAMES_NO_REGION;
  const vendor = known || u[3]! < 0.3 ? pick(vendors, u[4]!) : '0';
  const sublimit = Number(pick(sublimits, u[5]!));
  const month = Math.floor(u[6]! * 12);
  return {
    PortNumber: '1',
    AccNumber: `A${10_001 + index}`,
    PolNumber: `P${10_001 + index}`,
    LayerNumber: '1',
    AccCurrency: currencies[country]!,
    AnnualRevenue: String(revenue),
    IndustryScheme1: 'NAICS',
    IndustryCode1: pick(industries, u[7]!),
    CountryCode: country,
    PolInceptionDate: firstOfMonth(2024, 10 + month),
    PolExpiryDate: firstOfMonth(2025, 10 + month),
    PolPerilsCovered: 'CC1',
    LayerAttachment: '0',
    LayerLimit: String(limit),
    LayerParticipation: isLarge ? '0.25' : '1',
    PolDed: u[14]! < HAS_DEDUCTIBLE ? String(limit / 200) : '0',
    PolLimitCBI: String(sublimit * limit),
    FlexiPolBIWaitingHours: pick(isLarge ? largeWaits : smallWaits, u[8]!),
    FlexiPolBIWaitingMode: u[9]! < QUALIFYING ? 'qualifying' : 'timeDeductible',
    CloudVendor: vendor,
    FlexiAccCloudRegion: known ? pick(regions[vendor]!, u[10]!) : '',
    FlexiAccCloudServices: known && vendor === '1' ? pick(services, u[11]!) : '',
    FlexiAccFailover: pick(failover, u[12]!),
    PolGrossPremium: String(round(0.004 * limit * (1 + u[13]!), 2)),
  };
}

/** Months from 0; later ones roll over into the next year. */
function firstOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

const round = (value: number, digits: number): number => Number(value.toPrecision(digits));
