import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { BookResult } from '../../core/insurance/portfolio/book-result.ts';
import type { Scenario } from '../../core/scenario.ts';
import type { BookReportOptions } from '../../report/book/book-document.ts';
import type { BookRequest } from '../../services/book-losses.ts';
import { commandLine } from '../command-line.ts';
import { showsUnicode, type Io } from '../io.ts';
import { writeOutput } from '../output.ts';
import { readBytes } from '../read-bytes.ts';
import { readWhole } from '../read-number.ts';
import { readText } from '../read-text.ts';
import { openRejects } from '../rejects-file.ts';

/** More rows than any book of cyber policies has. */
const MOST_ROWS = 5_000_000;

interface BookOptions {
  readonly event?: string;
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

/** `lossrange book`: losses of a portfolio of policies in one event. */
export function bookCommand(io: Io): Command {
  return new Command('book')
    .description('losses of a book of policies in one event, before and after policy terms')
    .argument('[file]', 'portfolio with OED columns, CSV in UTF-8')
    .option('--event <event or file>', 'id of a past outage (see `lossrange events`) or a scenario file')
    .option('--template', 'print a small portfolio to start from')
    .option('--explain <PolNumber>', 'how the losses of one policy come about, term by term')
    .option('--strict', 'stop at the first row that is wrong')
    .option('--rejects <file>', 'where refused rows go (<portfolio>.rejects.csv in this folder)')
    .option('--draws <number>', 'simulated outcomes (1000)', (text) => readWhole(text, '--draws'))
    .option('--seed <number>', 'the same seed gives the same result (1)', (text) => readWhole(text, '--seed'))
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--out <file>', 'write the answer to a file')
    .option('--quiet', 'print the answer in one line')
    .action(async (file: string | undefined, options: BookOptions) => {
      const answer = await answerOf(file, options, io);
      await writeOutput(answer, options.out, io.stdout);
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
  if (options.event === undefined) {
    throw usage(
      '--event',
      'no event is named',
      'write --event aws-2025-10-20; `lossrange events` lists them',
    );
  }
  for (const [option, name] of [
    ['--out', options.out],
    ['--rejects', options.rejects],
  ] as const) {
    if (name?.trim() === '') throw usage(option, 'names no file', 'write the name of a file after it');
  }
  const request = {
    file,
    mostRows: MOST_ROWS,
    strict: options.strict === true,
    scenario: await scenarioOf(options.event, options),
  };
  return options.explain === undefined ? losses(request, options, io) : explained(request, options.explain);
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
  const { rejectsCsv, rejectsHeader } = await import('../../report/book/rejects-csv.ts');
  const path = options.rejects ?? `${basename(request.file).replace(/\.csv$/i, '')}.rejects.csv`;
  const rejects = openRejects(path);
  const progress = progressLine(io);
  let isFirst = true;
  try {
    const result = await bookLosses(readBytes(request.file), {
      ...request,
      onFailures: (failures, header) => {
        if (isFirst) rejects.append(rejectsHeader(header.names));
        isFirst = false;
        rejects.append(rejectsCsv(failures));
      },
      onProgress: progress.show,
    });
    const written = rejects.finish();
    return await printed(result, options, {
      unicode: showsUnicode(io.env),
      command: commandLine(io.args),
      subject: request.file,
      rejects: written ? path : undefined,
    });
  } catch (error) {
    rejects.discard();
    throw error;
  } finally {
    progress.clear();
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

/** How far a long file is read, on a terminal; cleared at the end. */
function progressLine({ stderr }: Io): { show: (rows: number) => void; clear: () => void } {
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (rows) => void stderr.write(`\r${rows.toLocaleString('en-US')} rows read ...`),
    clear: () => void stderr.write('\r\u001b[K'),
  };
}

function usage(path: string, message: string, hint: string): ImpactError {
  return new ImpactError('USAGE', { path, message, hint });
}
