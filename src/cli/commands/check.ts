import { Command, Option } from 'commander';
import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { ClaimReportOptions } from '../../report/claim/claim-document.ts';
import { reportLanguages, type ReportLanguage } from '../../report/language.ts';
import type { OpenedScenario } from '../../services/open-scenario.ts';
import { commandLine } from '../command-line.ts';
import { showsUnicode, type Io } from '../io.ts';
import { fileAfter, writeOutput } from '../output.ts';
import { readAmount, readWhole } from '../read-number.ts';
import { readText } from '../read-text.ts';
import { refusePictureOnTerminal } from '../refuse-picture.ts';

const formats = ['text', 'json', 'markdown', 'html', 'svg', 'png'] as const;
type Format = (typeof formats)[number];

interface CheckOptions {
  readonly event?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly measure?: string;
  readonly claimLang?: string;
  readonly lang: ReportLanguage;
  readonly draws?: number;
  readonly seed?: number;
  readonly format: Format;
  readonly out?: string;
  readonly quiet?: boolean;
}

/** `lossrange check`: whether a published figure can be. */
export function checkCommand(io: Io): Command {
  return new Command('check')
    .description('say whether a published figure can be, and what would have to be true')
    .argument('[claim]', 'the claim in its own words, in single quotes')
    .option('--event <event or file>', 'the outage that it is about (see `lossrange events`)')
    .optionsGroup('The claim:')
    .option(
      '--amount <figure>',
      'an amount instead of words, such as 5.4bn; US dollars unless --currency',
      (text) => readAmount(text, '--amount'),
    )
    .option('--currency <code>', 'currency of a figure that names none, such as EUR', (text) =>
      text.trim().toUpperCase(),
    )
    .option('--measure <id>', 'kind of loss that is claimed, such as insured-industry')
    .option('--claim-lang <code>', 'language of the claim; found from its words otherwise')
    .optionsGroup('Computing and output:')
    .addOption(new Option('--lang <code>', 'language of the answer').choices(reportLanguages).default('en'))
    .option('--draws <number>', 'simulated outcomes (20000)', (text) => readWhole(text, '--draws'))
    .option('--seed <number>', 'the same seed gives the same result (1)', (text) => readWhole(text, '--seed'))
    .addOption(new Option('--format <format>', 'how to print it').choices(formats).default('text'))
    .option('--out <file>', 'write the answer to a file', fileAfter('--out'))
    .option('--quiet', 'print the verdict in one line')
    .action(async (claim: string | undefined, options: CheckOptions) => check(claim, options, io));
}

async function check(text: string | undefined, options: CheckOptions, io: Io): Promise<void> {
  if (options.out?.trim() === '') {
    throw usage('--out', 'names no file', 'write the name of a file after it');
  }
  refusePictureOnTerminal(options, io.stdout);
  const { assessClaim, checkClaimRequest } = await import('../../services/assess-claim.ts');
  if (text !== undefined && lostItsDollar(text)) {
    io.stderr.write(
      'note: between double quotes a shell takes $5 for a variable; put the claim in single quotes\n',
    );
  }
  const { amount, currency, measure, claimLang: claimLanguage } = options;
  const given = Object.entries({ text, amount, currency, measure, claimLanguage });
  const request = await checkClaimRequest(
    Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    'claim',
  );
  const subject = await subjectOf(text, options);
  const { bundledCatalog } = await import('../../services/bundled-catalog.ts');
  const catalog = await bundledCatalog();
  const assessment = await assessClaim(request, subject, { catalog, language: options.lang });
  const report: ClaimReportOptions = {
    language: options.lang,
    unicode: showsUnicode(io.env),
    command: commandLine(io.args),
    countryNames: new Map(catalog.countries.map(({ iso2, name }) => [iso2, name])),
  };
  await writeOutput(await printed(assessment, subject.scenario, options, report), options.out, io.stdout);
}

/** What `"$5.4 billion"` and `"$600 million"` become in a shell: `.4 billion`, `00 million`. */
function lostItsDollar(text: string): boolean {
  return /(?:^|[\s(])(?:\.\d|0\d)/.test(text);
}

async function subjectOf(text: string | undefined, options: CheckOptions): Promise<OpenedScenario> {
  const { checkScenario, openWithFamily, scenarioJson } = await import('../../services/open-scenario.ts');
  if (options.event === undefined) throw await noEvent(text);
  const opened = await openWithFamily(options.event, readText);
  const simulation = {
    draws: options.draws ?? opened.scenario.simulation.draws,
    seed: options.seed ?? opened.scenario.simulation.seed,
  };
  const json = await scenarioJson({ ...opened.scenario, simulation });
  return { ...opened, scenario: await checkScenario(json, 'command line') };
}

async function printed(
  assessment: ClaimAssessment,
  scenario: Scenario,
  { format, quiet }: CheckOptions,
  report: ClaimReportOptions,
): Promise<string | Uint8Array> {
  const text = await import('../../report/claim/claim-text.ts');
  if (quiet === true) return text.claimLine(assessment, report);
  switch (format) {
    case 'text':
      return text.claimText(assessment, report);
    case 'json':
      return (await import('../../report/claim/claim-json.ts')).claimJson(assessment);
    case 'markdown':
      return (await import('../../report/claim/claim-markdown.ts')).claimMarkdown(assessment, report);
    case 'html':
    case 'svg':
    case 'png':
      return pictured(assessment, scenario, format, report);
  }
}

/** The forms with a drawing of the estimate and the claim on one axis. */
async function pictured(
  assessment: ClaimAssessment,
  scenario: Scenario,
  format: 'html' | 'svg' | 'png',
  report: ClaimReportOptions,
): Promise<string | Uint8Array> {
  const { estimateImpact } = await import('../../services/estimate-impact.ts');
  const draw = await import('../../services/draw-chart.ts');
  const result = await estimateImpact(scenario);
  if (format === 'html') {
    const { claimHtml } = await import('../../report/claim/claim-html.ts');
    return claimHtml(assessment, { ...report, ...(await draw.drawClaimCharts(result, assessment, report)) });
  }
  const svg = await draw.drawClaimSvg(result, assessment, report);
  return format === 'svg' ? svg : draw.drawPng(svg);
}

/** Names the events that the words of the claim point to. */
async function noEvent(text: string | undefined): Promise<ImpactError> {
  const { eventsNamedIn } = await import('../../services/describe-model.ts');
  const near = await eventsNamedIn(text ?? '');
  const which =
    near.length === 0
      ? 'add --event <id>; `lossrange events` lists them, a scenario file does too'
      : `add --event ${near.join(' or --event ')}`;
  return usage('--event', 'the outage that the claim is about is not named', which);
}

function usage(path: string, message: string, hint: string): ImpactError {
  return new ImpactError('USAGE', { path, message, hint });
}
