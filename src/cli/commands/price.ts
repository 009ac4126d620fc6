import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import { recaptureWordings } from '../../core/insurance/price/risk.ts';
import { Command, Option } from 'commander';
import { ImpactError } from '../../core/errors/impact-error.ts';
import { waitingClocks, waitingModes } from '../../core/insurance/policy.ts';
import type { CurrencyRate } from '../../report/currency.ts';
import { rateOfOption } from '../currency-option.ts';
import type { Io } from '../io.ts';
import { commandLine } from '../command-line.ts';
import { fileAfter, writeOutput } from '../output.ts';
import { readAmount, readAmountOrNone, readHours, readShare, readWhole } from '../read-number.ts';

interface PriceOptions {
  readonly quiet?: boolean;
  readonly revenue: number;
  readonly sector: string;
  readonly provider?: string;
  readonly region?: string;
  readonly country?: string;
  readonly margin?: number;
  readonly dependence?: number;
  readonly failoverHours?: number;
  readonly extraExpense?: number;
  readonly waitingHours: number;
  readonly waitingMode?: string;
  readonly waitingClock?: string;
  readonly recapture?: string;
  readonly indemnityDays?: number;
  readonly retention?: number;
  readonly coinsurance?: number;
  readonly attachment?: number;
  readonly limit: number;
  readonly annualLimit?: number;
  readonly load?: string;
  readonly expenseShare?: number;
  readonly set: readonly string[];
  readonly currency?: string;
  readonly worlds?: number;
  readonly years?: number;
  readonly seed?: number;
  readonly format: 'text' | 'json';
  readonly out?: string;
}

const collect = (text: string, before: readonly string[]): readonly string[] => [...before, text];
const lowerCase = (text: string): string => text.trim().toLowerCase();

/** `lossrange price`: what covering one risk against cloud outages should cost. */
export function priceCommand(io: Io): Command {
  const amount = (flag: string) => (text: string) => readAmount(text, flag);
  const amountOrNone = (flag: string) => (text: string) => readAmountOrNone(text, flag);
  const share = (flag: string) => (text: string) => readShare(text, flag);
  const hours = (flag: string) => (text: string) => readHours(text, flag);
  const whole = (flag: string) => (text: string) => readWhole(text, flag);
  return new Command('price')
    .description('price one risk: business interruption from outages of a cloud provider')
    .optionsGroup('The insured (US dollars, or --currency):')
    .requiredOption('--revenue <amount>', 'revenue of a year, such as 250m', amount('--revenue'))
    .requiredOption('--sector <id>', 'its sector (see `lossrange sectors`)', lowerCase)
    .option(
      '--provider <id>',
      'the cloud it rests on: aws, azure, google-cloud; not known when absent',
      lowerCase,
    )
    .option('--region <id>', 'region of the provider, such as us-east-1', lowerCase)
    .option(
      '--country <code>',
      'where its business hours are, such as US; average hours when absent',
      (text) => text.trim().toUpperCase(),
    )
    .option('--margin <share>', 'net profit and continuing expenses of revenue', share('--margin'))
    .option('--dependence <share>', 'share of its work that needs the cloud', share('--dependence'))
    .option('--failover-hours <hours>', 'hours until it runs elsewhere', hours('--failover-hours'))
    .option(
      '--extra-expense <amount>',
      'spent in each outage to keep the loss down, paid past the waiting period (none)',
      amountOrNone('--extra-expense'),
    )
    .optionsGroup('The policy (US dollars, or --currency):')
    .requiredOption('--waiting-hours <hours>', 'waiting period, 4 or more', hours('--waiting-hours'))
    .requiredOption('--limit <amount>', 'limit of the layer, such as 5m', amount('--limit'))
    .addOption(new Option('--waiting-mode <mode>', 'how it works (timeDeductible)').choices(waitingModes))
    .addOption(
      new Option('--waiting-clock <clock>', 'whose clock runs (provider-outage)').choices(waitingClocks),
    )
    .addOption(
      new Option('--recapture <how>', 'sales made up later are (deducted)').choices(recaptureWordings),
    )
    .option('--indemnity-days <days>', 'period of indemnity (120)', whole('--indemnity-days'))
    .option('--retention <amount>', 'retention of each loss (none)', amountOrNone('--retention'))
    .option('--coinsurance <share>', 'share that the insured keeps (0)', share('--coinsurance'))
    .option('--attachment <amount>', 'attachment of the layer (none)', amountOrNone('--attachment'))
    .option('--annual-limit <amount>', 'most paid in a year (no limit)', amount('--annual-limit'))
    .optionsGroup('The premium:')
    .addOption(
      new Option('--load <kind>', 'load for risk (standard-deviation)').choices([
        'standard-deviation',
        'cost-of-capital',
      ]),
    )
    .option('--expense-share <share>', 'running the insurer, of the premium (0.15)', share('--expense-share'))
    .option('--set <path=value>', 'another value of a model parameter; may be repeated', collect, [])
    .optionsGroup('Computing and output:')
    .option(
      '--currency <code>',
      'of the amounts given and shown, such as EUR, at the latest rate (USD); JSON: US dollars',
    )
    .option('--worlds <number>', 'draws of everything uncertain (500)', whole('--worlds'))
    .option('--years <number>', 'simulated years, in all worlds together (200000)', whole('--years'))
    .option('--seed <number>', 'the same seed gives the same result (1)', whole('--seed'))
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--out <file>', 'write the answer to a file', fileAfter('--out'))
    .option('--quiet', 'print the answer in one line')
    .action(async (options: PriceOptions) => price(options, io));
}

async function price(options: PriceOptions, io: Io): Promise<void> {
  const { checkRisk, pricePolicy } = await import('../../services/price-policy.ts');
  const { bundledCatalog } = await import('../../services/bundled-catalog.ts');
  const catalog = await bundledCatalog();
  const currency = await rateOfOption(options.currency, catalog.exchangeRates, Infinity);
  const { insured, policy, ...rest } = await riskJson(options);
  const { toUsd } = await import('../../report/currency.ts');
  const converted = (fields: Fields): Fields => moneyOf(fields, (amount) => toUsd(amount, currency));
  const risk = await checkRisk({ insured: converted(insured), policy: converted(policy), ...rest }).catch(
    (error: unknown) => {
      throw currency === undefined ? error : saidInDollars(error, currency);
    },
  );
  const result = await pricePolicy(risk, { catalog });
  await writeOutput(await printed(result, currency, options, io), options.out, io.stdout);
}

/** A refusal of a risk names amounts in US dollars, which nobody typed. */
function saidInDollars(error: unknown, { code, perUsd }: CurrencyRate): unknown {
  if (!(error instanceof ImpactError) || !error.path.endsWith('Usd')) return error;
  const { path, message } = error;
  const hint = `amounts in ${code} are read as US dollars, ${perUsd} ${code} for one`;
  return new ImpactError(error.code, { path, message, hint, cause: error });
}

type Fields = Readonly<Record<string, unknown>>;

/** Every amount of money by the unit that its name ends with: what is typed in another currency becomes US dollars here. */
function moneyOf(fields: Fields, convert: (amount: number) => number): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name.endsWith('Usd') && typeof value === 'number' ? convert(value) : value,
    ]),
  );
}

async function printed(
  result: PriceResult,
  currency: CurrencyRate | undefined,
  { format, quiet }: PriceOptions,
  io: Io,
): Promise<string> {
  const { priceLine, priceText } = await import('../../report/price/price-text.ts');
  if (quiet === true) return priceLine(result, currency);
  return format === 'json'
    ? (await import('../../report/price/price-json.ts')).priceJson(result, currency)
    : priceText(result, commandLine(io.args), currency);
}

/** The options as a risk; what is absent has the defaults of the schema. */
async function riskJson(options: PriceOptions) {
  const { readOverride } = await import('../../services/read-override.ts');
  const overrides = options.set.map(readOverride).map(({ path, value }) => [path, value] as const);
  const expense =
    options.expenseShare === undefined
      ? []
      : [['pricing.variableExpenseShare', options.expenseShare] as const];
  return {
    insured: given({
      annualRevenueUsd: options.revenue,
      sector: options.sector,
      country: options.country,
      grossMarginShare: options.margin,
      dependenceShare: options.dependence,
      provider: options.provider,
      region: options.region,
      failoverHours: options.failoverHours,
      extraExpenseUsd: options.extraExpense,
    }),
    policy: given({
      waitingHours: options.waitingHours,
      waitingMode: options.waitingMode,
      waitingClock: options.waitingClock,
      recapture: options.recapture,
      indemnityDays: options.indemnityDays,
      retentionUsd: options.retention,
      coinsuranceShare: options.coinsurance,
      attachmentUsd: options.attachment,
      limitUsd: options.limit,
      annualLimitUsd: options.annualLimit,
    }),
    ...given({ load: options.load }),
    assumptions: Object.fromEntries([...expense, ...overrides]),
    simulation: given({ worlds: options.worlds, years: options.years, seed: options.seed }),
  };
}

function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
