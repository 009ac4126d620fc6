import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Catalog } from '../../core/catalog.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { CurrencyRate } from '../../report/currency.ts';
import type { ReportOptions } from '../../report/context.ts';
import type { WhatIf } from '../../services/what-if.ts';
import { commandLine } from '../command-line.ts';
import { rateOfOption } from '../currency-option.ts';
import { refusePictureOnTerminal } from '../refuse-picture.ts';
import { showsUnicode, type Io } from '../io.ts';
import { fileAfter, writeFile, writeOutput } from '../output.ts';
import { readCount, readHours, readWhole } from '../read-number.ts';
import { readText } from '../read-text.ts';

const formats = ['text', 'json', 'csv', 'markdown', 'html', 'svg', 'png'] as const;
type Format = (typeof formats)[number];

/** Forms that have no place for remarks. */
const BARE: readonly Format[] = ['json', 'csv', 'svg', 'png'];

interface EstimateOptions {
  readonly hours?: number;
  readonly on?: string;
  readonly firms?: number;
  readonly reports?: number;
  readonly asOf?: string;
  readonly set?: readonly string[];
  readonly compare?: string;
  readonly provider?: string;
  readonly region?: string;
  readonly kind?: string;
  readonly start?: string;
  readonly country?: readonly string[];
  readonly draws?: number;
  readonly seed?: number;
  readonly currency?: string;
  readonly format: Format;
  readonly out?: string;
  readonly save?: string;
  readonly quiet?: boolean;
}

/** Above this many draws a run takes long enough to say that it goes on. */
const MANY_DRAWS = 500_000;

/** `lossrange estimate`: the loss of one outage, or of two compared. */
export function estimateCommand(io: Io): Command {
  const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];
  return new Command('estimate')
    .description('estimate the loss of an outage: an event, a file, or a few facts')
    .argument('[event or file]', 'id of a past outage (see `lossrange events`) or a scenario file')
    .optionsGroup('What if:')
    .option('--hours <hours>', 'another length; every window and phase is stretched', (text) =>
      readHours(text, '--hours'),
    )
    .option('--on <weekday>', 'another day of the week, at the same hour')
    .option('--firms <count>', 'another number of firms hit', (text) => readCount(text, '--firms'))
    .option('--reports <count>', 'another number of user reports, such as 2m', (text) =>
      readCount(text, '--reports'),
    )
    .option('--as-of <date>', 'only what was known on a date')
    .option('--set <path=value>', 'another value of a model parameter; may be repeated', collect)
    .option('--compare <event or file>', 'compare with another outage, on the same draws')
    .optionsGroup('Without a file:')
    .option('--provider <id>', 'provider that failed, such as aws', lowerCase)
    .option('--region <id>', 'its region, such as us-east-1', lowerCase)
    .option('--kind <id>', 'kind of outage; cloud when a provider is given', lowerCase)
    .option('--start <instant>', 'when it began, such as 2025-10-20T06:48:00Z')
    .option('--country <codes>', 'countries cut off, or whose loss is asked for: US or ES,PT', (text) =>
      text.split(',').map((code) => code.trim().toUpperCase()),
    )
    .optionsGroup('Computing and output:')
    .option('--draws <number>', 'simulated outcomes (20000)', (text) => readWhole(text, '--draws'))
    .option('--seed <number>', 'the same seed gives the same result (1)', (text) => readWhole(text, '--seed'))
    .option('--currency <code>', 'show amounts in another currency, such as EUR')
    .addOption(new Option('--format <format>', 'how to print it').choices(formats).default('text'))
    .option('--out <file>', 'write the answer to a file', fileAfter('--out'))
    .option('--save <file>', 'write the scenario to a file', fileAfter('--save'))
    .option('--quiet', 'print the answer in one line')
    .action(async (subject: string | undefined, options: EstimateOptions) => estimate(subject, options, io));
}

async function estimate(subject: string | undefined, options: EstimateOptions, io: Io): Promise<void> {
  refuseFileNames(options);
  refusePictureOnTerminal(options, io.stdout);
  const { scenario, said } = await scenarioOf(subject, options);
  const { bundledCatalog } = await import('../../services/bundled-catalog.ts');
  const catalog = await bundledCatalog();
  const report: ReportOptions = {
    unicode: showsUnicode(io.env),
    currency: await rateOf(scenario, options.currency, catalog),
    said,
    command: commandLine(io.args),
    subject: subject ?? options.save,
    validation: catalog.validation ?? undefined,
    countryNames: new Map(catalog.countries.map(({ iso2, name }) => [iso2, name])),
  };
  const answer = await withProgress(scenario.simulation.draws, io, () =>
    options.compare === undefined
      ? estimateOne(scenario, options, report, catalog)
      : compareTwo(scenario, options.compare, options, report, catalog),
  );
  // Only now: a scenario that cannot be estimated is not worth a file.
  if (options.save !== undefined) await save(scenario, options.save);
  if (BARE.includes(options.format) && options.quiet !== true) {
    said.forEach((change) => io.stderr.write(`note: ${change}\n`));
  }
  await writeOutput(answer, options.out, io.stdout);
}

async function estimateOne(
  scenario: Scenario,
  { format, quiet }: EstimateOptions,
  report: ReportOptions,
  catalog: Catalog,
): Promise<string | Uint8Array> {
  const { estimateImpact } = await import('../../services/estimate-impact.ts');
  const { factsToAsk } = await import('../../services/describe-model.ts');
  const result = await estimateImpact(scenario, { catalog });
  const options = { ...report, ask: factsToAsk(scenario, catalog) };
  if (quiet === true) return (await import('../../report/estimate-text.ts')).estimateLine(result, options);
  switch (format) {
    case 'text':
      return (await import('../../report/estimate-text.ts')).estimateText(result, options);
    case 'json':
      return (await import('../../report/estimate-json.ts')).estimateJson(result, options.currency);
    case 'csv':
      return (await import('../../report/estimate-csv.ts')).estimateCsv(result, options.currency);
    case 'markdown':
      return (await import('../../report/estimate-markdown.ts')).estimateMarkdown(result, options);
    case 'html': {
      const { drawEstimateCharts } = await import('../../services/draw-chart.ts');
      const { estimateHtml } = await import('../../report/estimate-html.ts');
      const { scenarioJson } = await import('../../services/open-scenario.ts');
      const drawn = await drawEstimateCharts(result, options);
      return estimateHtml(result, { ...options, ...drawn, scenario: await scenarioJson(scenario) });
    }
    case 'svg':
    case 'png': {
      const { drawEstimateSvg } = await import('../../services/draw-chart.ts');
      return inPixels(await drawEstimateSvg(result, options), format);
    }
  }
}

async function compareTwo(
  first: Scenario,
  other: string,
  { format, quiet }: EstimateOptions,
  options: ReportOptions,
  catalog: Catalog,
): Promise<string | Uint8Array> {
  if (format === 'csv') {
    throw usage('--format', 'a comparison has no CSV form', 'use text, json, markdown, html, svg or png');
  }
  const { compareEstimates } = await import('../../services/compare-estimates.ts');
  const { openScenario } = await import('../../services/open-scenario.ts');
  // The same draws, so the same simulation, whatever the other file asks for.
  const second = { ...(await openScenario(other, readText)), simulation: first.simulation };
  const comparison = await compareEstimates(first, second, { catalog });
  if (quiet === true) return (await import('../../report/comparison-text.ts')).comparisonLine(comparison);
  switch (format) {
    case 'text':
      return (await import('../../report/comparison-text.ts')).comparisonText(comparison, options);
    case 'json':
      return (await import('../../report/comparison-json.ts')).comparisonJson(comparison, options.currency);
    case 'markdown':
      return (await import('../../report/comparison-markdown.ts')).comparisonMarkdown(comparison, options);
    case 'html': {
      const { drawComparisonCharts } = await import('../../services/draw-chart.ts');
      const { comparisonHtml } = await import('../../report/comparison-html.ts');
      return comparisonHtml(comparison, { ...options, ...(await drawComparisonCharts(comparison, options)) });
    }
    case 'svg':
    case 'png': {
      const { drawComparisonSvg } = await import('../../services/draw-chart.ts');
      return inPixels(await drawComparisonSvg(comparison, options), format);
    }
  }
}

async function inPixels(svg: string, format: 'svg' | 'png'): Promise<string | Uint8Array> {
  return format === 'svg' ? svg : (await import('../../services/draw-chart.ts')).drawPng(svg);
}

async function scenarioOf(subject: string | undefined, options: EstimateOptions): Promise<WhatIf> {
  const { checkScenario, openScenario, scenarioJson } = await import('../../services/open-scenario.ts');
  const opened = subject === undefined ? await fromFacts(options) : await openScenario(subject, readText);
  if (subject !== undefined) refuseFacts(options);
  const changed = await withChanges(opened, options, subject !== undefined);
  const simulation = {
    draws: options.draws ?? changed.scenario.simulation.draws,
    seed: options.seed ?? changed.scenario.simulation.seed,
  };
  // Once more through the schema: a typed value is trusted no more than a file.
  const json = await scenarioJson({ ...changed.scenario, simulation });
  return { ...changed, scenario: await checkScenario(json, 'command line') };
}

async function fromFacts(options: EstimateOptions): Promise<Scenario> {
  const { checkScenario, scenarioOfFacts } = await import('../../services/open-scenario.ts');
  const { bundledCatalog } = await import('../../services/bundled-catalog.ts');
  const { provider, start, hours, firms, reports, country: countries } = options;
  if (options.kind === undefined && provider === undefined) {
    throw usage(
      'estimate',
      'no outage is named',
      'give an event (`lossrange events` lists them), a file, or facts such as --provider aws --region us-east-1 --hours 6',
    );
  }
  const catalog = await bundledCatalog();
  const known = [...catalog.providers.values()].filter((row) => row.provider === provider);
  // An unknown provider is refused later, with the names that are known.
  const kind = options.kind ?? known[0]?.kind ?? 'cloud';
  // Of a provider with one part there is nothing to choose.
  const region = options.region ?? (known.length === 1 ? known[0]?.region : undefined);
  return checkScenario(
    scenarioOfFacts({ kind, provider, region, start, hours, firms, reports, countries }, catalog),
    'command line',
  );
}

/** Facts of an outage of one's own contradict those of a named one. */
function refuseFacts(options: EstimateOptions): void {
  for (const name of ['provider', 'region', 'kind', 'start', 'country'] as const) {
    if (options[name] === undefined) continue;
    const hint =
      name === 'start'
        ? 'leave it out, or use --on for another day'
        : 'leave it out, or save the event with `lossrange new --like` and edit the file';
    throw usage(`--${name}`, 'does not go with an event or file, which says this itself', hint);
  }
}

async function withChanges(opened: Scenario, options: EstimateOptions, named: boolean): Promise<WhatIf> {
  const change = await import('../../services/what-if.ts');
  const { readOverride } = await import('../../services/open-scenario.ts');
  const { hours, firms, reports, on, asOf } = options;
  const steps: ((scenario: Scenario) => WhatIf)[] = [];
  // First the date: it decides which count the others replace.
  if (asOf !== undefined) steps.push((scenario) => change.asOfDate(scenario, asOf));
  // Without a file these are the facts themselves, not changes.
  if (named && hours !== undefined) steps.push((scenario) => change.withHours(scenario, hours));
  if (named && firms !== undefined) steps.push((scenario) => change.withFirms(scenario, firms));
  if (named && reports !== undefined) steps.push((scenario) => change.withReports(scenario, reports));
  if (on !== undefined) steps.push((scenario) => change.onWeekday(scenario, on));
  for (const text of options.set ?? []) {
    const { path, value } = readOverride(text);
    steps.push((scenario) => change.withOverride(scenario, path, value));
  }
  return steps.reduce<WhatIf>(
    (before, step) => {
      const after = step(before.scenario);
      return { scenario: after.scenario, said: [...before.said, ...after.said] };
    },
    { scenario: opened, said: [] },
  );
}

/** Before anything is computed: a slip of the pen must not cost the answer. */
function refuseFileNames({ out, save: scenarioFile }: EstimateOptions): void {
  for (const [option, file] of [
    ['--out', out],
    ['--save', scenarioFile],
  ] as const) {
    if (file?.trim() === '') throw usage(option, 'names no file', 'write the name of a file after it');
  }
  if (out !== undefined && scenarioFile !== undefined && resolve(out) === resolve(scenarioFile)) {
    throw usage('--save', 'names the same file as --out', 'give the scenario a file of its own');
  }
}

function lowerCase(text: string): string {
  return text.trim().toLowerCase();
}

async function save(scenario: Scenario, file: string): Promise<void> {
  const { scenarioJson } = await import('../../services/open-scenario.ts');
  const { jsonText } = await import('../../report/json-text.ts');
  writeFile(file, jsonText(await scenarioJson(scenario)));
}

/** Rate of the year of the outage. */
async function rateOf(
  scenario: Scenario,
  code: string | undefined,
  catalog: Catalog,
): Promise<CurrencyRate | undefined> {
  const { phases, start, windows } = scenario.outage;
  const date = phases[0]?.start ?? start ?? windows[0]?.start ?? scenario.asOf;
  return rateOfOption(code, catalog.exchangeRates, date === undefined ? Infinity : Number(date.slice(0, 4)));
}

async function withProgress<Result>(
  draws: number,
  { stderr }: Io,
  work: () => Promise<Result>,
): Promise<Result> {
  if (draws <= MANY_DRAWS || !stderr.isTTY) return work();
  stderr.write(`simulating ${draws.toLocaleString('en-US')} outcomes ...`);
  try {
    return await work();
  } finally {
    stderr.write('\r\u001b[K');
  }
}

function usage(path: string, message: string, hint: string): ImpactError {
  return new ImpactError('USAGE', { path, message, hint });
}
