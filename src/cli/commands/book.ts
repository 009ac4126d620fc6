import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { BookResult } from '../../core/insurance/portfolio/book-result.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { BookReportOptions } from '../../report/book/book-document.ts';
import type { BookRequest } from '../../services/book-losses.ts';
import type { BookYearsRequest } from '../../services/book-years.ts';
import { namesFolder, openAppendedFile, openAppendedFolder } from '../appended-file.ts';
import { commandLine } from '../command-line.ts';
import { showsUnicode, type Io } from '../io.ts';
import { fileAfter, writeOutput } from '../output.ts';
import { countedBytes, openProgressLine, sizeOf } from '../progress-line.ts';
import { readBytes } from '../read-bytes.ts';
import { readWhole } from '../read-number.ts';
import { readText } from '../read-text.ts';

/** More rows than any book of cyber policies has. */
const MOST_ROWS = 5_000_000;
/** Years need all rows at once; more than this would not fit the memory of a small machine. */
const MOST_ROWS_OF_YEARS = 1_000_000;
const DEFAULT_YEARS = 10_000;
const DEFAULT_WORLDS = 100;
const DEFAULT_SEED = 1;

interface BookOptions {
  readonly event?: string;
  readonly catalogue?: string;
  readonly years?: number;
  readonly worlds?: number;
  readonly reinsurance?: string;
  readonly template?: boolean;
  readonly explain?: string;
  readonly strict?: boolean;
  readonly rejects?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly format: 'text' | 'json';
  readonly out?: string;
  readonly quiet?: boolean;
}

/** `lossrange book`: losses of a portfolio of policies in one event, or in years of outages. */
export function bookCommand(io: Io): Command {
  return new Command('book')
    .description(
      'losses of a book of policies, before and after policy terms and reinsurance: in one event, or in years',
    )
    .argument('[file]', 'portfolio with OED columns, CSV in UTF-8')
    .option('--event <event or file>', 'id of a past outage (see `lossrange events`) or a scenario file')
    .option('--catalogue <id>', 'years of outages in place of one event: cloud')
    .option('--years <number>', 'simulated years, in all worlds together (10000)', (text) =>
      readWhole(text, '--years'),
    )
    .option('--worlds <number>', 'draws of everything uncertain (100)', (text) => readWhole(text, '--worlds'))
    .option(
      '--reinsurance <file>',
      'treaties with the columns of OED ReinsInfo, CSV: adds net losses',
      fileAfter('--reinsurance'),
    )
    .option('--template', 'print a small portfolio to start from')
    .option('--explain <PolNumber>', 'how the losses of one policy come about, term by term')
    .option('--strict', 'stop at the first row that is wrong')
    .option(
      '--rejects <file>',
      'where refused rows go (<portfolio>.rejects.csv in this folder)',
      fileAfter('--rejects'),
    )
    .option('--draws <number>', 'simulated outcomes (1000)', (text) => readWhole(text, '--draws'))
    .option('--seed <number>', 'the same seed gives the same result (1)', (text) => readWhole(text, '--seed'))
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option(
      '--out <file or folder>',
      'write the answer to a file; of years, tables for other programs to a folder',
      fileAfter('--out'),
    )
    .option('--quiet', 'print the answer in one line')
    .action(async (file: string | undefined, options: BookOptions) => {
      const answer = await answerOf(file, options, io);
      await writeOutput(answer, folderOf(options) === undefined ? options.out : undefined, io.stdout);
    });
}

async function answerOf(file: string | undefined, options: BookOptions, io: Io): Promise<string> {
  if (options.template === true) {
    return (await import('../../services/portfolio-template.ts')).portfolioTemplate();
  }
  if (file === undefined) {
    throw usage(
      'book',
      'no portfolio is named',
      'name a CSV file, or print one to start from with --template',
    );
  }
  for (const [option, name] of [
    ['--out', options.out],
    ['--rejects', options.rejects],
    ['--reinsurance', options.reinsurance],
  ] as const) {
    if (name?.trim() === '') throw usage(option, 'names no file', 'write the name of a file after it');
  }
  refuseMixed(options);
  if (options.catalogue === undefined && options.out !== undefined && namesFolder(options.out)) {
    throw usage(
      '--out',
      'names a folder',
      'one event has one answer: name a file; tables come with --catalogue',
    );
  }
  if (options.explain !== undefined && options.reinsurance !== undefined) {
    throw usage('--reinsurance', 'is of the whole book, not of one policy', 'leave out it or --explain');
  }
  const strict = options.strict === true;
  if (options.catalogue !== undefined) return lossesOfYears({ file, strict }, options.catalogue, options, io);
  if (options.event === undefined) {
    throw usage(
      '--event',
      'no event is named',
      'write --event aws-2025-10-20 (`lossrange events` lists them), or --catalogue cloud for years',
    );
  }
  const scenario = await scenarioOf(options.event, options);
  const { bundledCatalog } = await import('../../services/bundled-catalog.ts');
  const request = {
    ...{ file, strict, mostRows: MOST_ROWS, scenario },
    ...{ reinsurance: treatiesOf(options), catalog: await bundledCatalog() },
  };
  return options.explain === undefined ? losses(request, options, io) : explained(request, options.explain);
}

function treatiesOf({ reinsurance }: BookOptions): BookRequest['reinsurance'] {
  if (reinsurance === undefined) return undefined;
  const bytes = readBytes(reinsurance, 'data/samples/reinsurance.csv is a file to start from');
  return { file: reinsurance, bytes };
}

/** One event has draws, years have worlds: an option of the other would be passed over in silence. */
function refuseMixed({ catalogue, event, draws, explain, years, worlds }: BookOptions): void {
  const given = (options: Readonly<Record<string, unknown>>): string | undefined =>
    Object.keys(options).find((name) => options[name] !== undefined);
  const stray =
    catalogue === undefined
      ? given({ '--years': years, '--worlds': worlds })
      : given({ '--event': event, '--draws': draws, '--explain': explain });
  if (stray === undefined) return;
  const where = catalogue === undefined ? 'belongs to years' : 'belongs to one event';
  throw usage(stray, where, 'use either --event, or --catalogue with --years and --worlds');
}

async function scenarioOf(event: string, { draws, seed }: BookOptions): Promise<Scenario> {
  const { checkScenario, openScenario, scenarioJson } = await import('../../services/open-scenario.ts');
  const { BOOK_DRAWS } = await import('../../services/book-losses.ts');
  const opened = await openScenario(event, readText);
  const simulation = { draws: draws ?? BOOK_DRAWS, seed: seed ?? opened.simulation.seed };
  // Through the schema again: a typed value is trusted no more than a file.
  return checkScenario(await scenarioJson({ ...opened, simulation }), 'command line');
}

async function losses(request: BookRequest, options: BookOptions, io: Io): Promise<string> {
  const { bookLosses } = await import('../../services/book-losses.ts');
  const { result, report } = await withRejects(request.file, options, io, (bytes, watch) =>
    bookLosses(bytes, { ...request, ...watch }),
  );
  return printed(result, options, report);
}

async function lossesOfYears(
  { file, strict }: { readonly file: string; readonly strict: boolean },
  catalogue: string,
  options: BookOptions,
  io: Io,
): Promise<string> {
  const { bookYears, checkYears } = await import('../../services/book-years.ts');
  const simulation = await checkYears({
    worlds: options.worlds ?? DEFAULT_WORLDS,
    years: options.years ?? DEFAULT_YEARS,
    seed: options.seed ?? DEFAULT_SEED,
  });
  const request = {
    ...{ file, strict, catalogue, simulation, reinsurance: treatiesOf(options) },
    ...{ mostRows: MOST_ROWS_OF_YEARS, threads: availableParallelism() },
  };
  const path = folderOf(options);
  const folder = path === undefined ? undefined : openAppendedFolder(path, '--out');
  try {
    const { result, report } = await withRejects(file, options, io, (bytes, watch) =>
      bookYears(bytes, {
        ...{ ...request, ...watch, onOrdText: folder?.append },
        onProgress: (done, of) => watch.onProgress(done, of, simulation.worlds),
      }),
    );
    const { yearsJson, yearsLine, yearsText } = await import('../../report/book/years-text.ts');
    const text = yearsText(result, report);
    if (folder !== undefined) {
      const { drawCurvesSvg } = await import('../../services/draw-chart.ts');
      folder.append('report.txt', text);
      folder.append('summary.json', yearsJson(result));
      const curves = await drawCurvesSvg(result);
      if (curves !== null) folder.append('curves.svg', curves);
      folder.finish();
      io.stderr.write(`note: ${folder.count()} files are in ${path}\n`);
    }
    if (options.quiet === true) return yearsLine(result);
    return options.format === 'text' ? text : yearsJson(result);
  } catch (error) {
    folder?.discard();
    throw error;
  }
}

/** The folder that `--out` names, for years only: one event has one answer. */
function folderOf({ catalogue, out }: BookOptions): string | undefined {
  return catalogue !== undefined && out !== undefined && namesFolder(out) ? out : undefined;
}

/** What a run tells while it goes on. */
interface Watch {
  readonly onFailures: NonNullable<BookYearsRequest['onFailures']>;
  readonly onProgress: (done: number, of?: 'rows' | 'worlds', worlds?: number) => void;
}

/** Runs with a file for refused rows, which appears only when the run succeeds, and with a line of progress. */
async function withRejects<Result>(
  file: string,
  options: BookOptions,
  io: Io,
  run: (bytes: AsyncIterable<Uint8Array>, watch: Watch) => Promise<Result>,
): Promise<{ readonly result: Result; readonly report: BookReportOptions }> {
  const { rejectsCsv, rejectsHeader } = await import('../../report/book/rejects-csv.ts');
  const path = options.rejects ?? `${basename(file).replace(/\.csv$/i, '')}.rejects.csv`;
  const rejects = openAppendedFile(path, '--rejects');
  const line = openProgressLine(io);
  const size = sizeOf(file);
  let bytesRead = 0;
  let refused = 0;
  const bytes = countedBytes(readBytes(file), (total) => (bytesRead = total));
  const onProgress: Watch['onProgress'] = (done, of = 'rows', worlds = 0) => {
    const ofBytes = size === null ? null : bytesRead / size;
    line.show({ done, of, share: of === 'rows' ? ofBytes : done / worlds });
  };
  const onFailures: Watch['onFailures'] = (failures, header) => {
    if (refused === 0) rejects.append(rejectsHeader(header.names));
    refused += failures.length;
    rejects.append(rejectsCsv(failures));
  };
  try {
    const result = await run(bytes, { onFailures, onProgress });
    const written = rejects.finish();
    line.clear();
    // The text report says it itself.
    if (written && (options.quiet === true || options.format === 'json')) {
      io.stderr.write(
        `note: ${refused} of the rows ${refused === 1 ? 'is' : 'are'} refused, with reasons in ${path}\n`,
      );
    }
    const report = {
      unicode: showsUnicode(io.env),
      command: commandLine(io.args),
      subject: file,
      rejects: written ? path : undefined,
    };
    return { result, report };
  } catch (error) {
    rejects.discard();
    throw error;
  } finally {
    line.clear();
  }
}

async function printed(
  result: BookResult,
  { format, quiet }: BookOptions,
  report: BookReportOptions,
): Promise<string> {
  const { bookLine, bookText } = await import('../../report/book/book-text.ts');
  if (quiet === true) return bookLine(result);
  return format === 'text'
    ? bookText(result, report)
    : (await import('../../report/book/book-json.ts')).bookJson(result);
}

async function explained(request: BookRequest, polNumber: string): Promise<string> {
  const { explainPolicyOfBook } = await import('../../services/book-losses.ts');
  const { explainedPolicyText } = await import('../../report/book/explained-policy-text.ts');
  const bytes = readBytes(request.file);
  const layers = await explainPolicyOfBook(bytes, polNumber, request);
  const { title, id } = request.scenario;
  return explainedPolicyText(title ?? id ?? 'this outage', layers);
}

function usage(path: string, message: string, hint: string): ImpactError {
  return new ImpactError('USAGE', { path, message, hint });
}
