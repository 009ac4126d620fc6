import { Command, Option } from 'commander';
import type { BacktestResult } from '../../core/backtest/backtest-result.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { ReportOptions } from '../../report/context.ts';
import { commandLine } from '../command-line.ts';
import { showsUnicode, type Io } from '../io.ts';
import { fileAfter, writeOutput } from '../output.ts';
import { readFolder } from '../read-folder.ts';
import { readWhole } from '../read-number.ts';

interface BacktestOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly format: 'text' | 'json' | 'markdown';
  readonly out?: string;
  readonly quiet?: boolean;
}

/** `lossrange backtest`: how estimates of past outages held against published figures. */
export function backtestCommand(io: Io): Command {
  return new Command('backtest')
    .description('score the ranges on past outages, against what was published about them')
    .argument('[folder]', 'a folder of event files; without it, the past outages in the box')
    .option('--draws <number>', 'simulated outcomes of each event (10000)', (text) =>
      readWhole(text, '--draws'),
    )
    .option('--seed <number>', 'the same seed gives the same result (1)', (text) => readWhole(text, '--seed'))
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .option('--out <file>', 'write the answer to a file', fileAfter('--out'))
    .option('--quiet', 'print the answer in one line')
    .action(async (folder: string | undefined, options: BacktestOptions) => {
      // Before anything is computed: a slip of the pen must not cost the answer.
      if (options.out?.trim() === '') throw noFileName();
      const { scoreBacktest } = await import('../../services/score-backtest.ts');
      const events = folder === undefined ? undefined : readFolder(folder);
      const { draws, seed } = options;
      const result = await whileWorking(io, () => scoreBacktest({ events, draws, seed }));
      await writeOutput(await printed(result, options, io), options.out, io.stdout);
    });
}

async function printed(
  result: BacktestResult,
  { format, quiet }: BacktestOptions,
  { args, env }: Io,
): Promise<string> {
  const report: ReportOptions = { unicode: showsUnicode(env), command: commandLine(args) };
  if (quiet === true) return (await import('../../report/backtest-text.ts')).backtestLine(result);
  switch (format) {
    case 'text':
      return (await import('../../report/backtest-text.ts')).backtestText(result, report);
    case 'json':
      return (await import('../../report/backtest-json.ts')).backtestJson(result);
    case 'markdown':
      return (await import('../../report/backtest-markdown.ts')).backtestMarkdown(result, report);
  }
}

function noFileName(): ImpactError {
  return new ImpactError('USAGE', {
    path: '--out',
    message: 'names no file',
    hint: 'write the name of a file after it',
  });
}

/** Says on a terminal that seconds of work go on, and clears the line after it. */
async function whileWorking<Result>({ stderr }: Io, work: () => Promise<Result>): Promise<Result> {
  if (!stderr.isTTY) return work();
  stderr.write('estimating past outages ...');
  try {
    return await work();
  } finally {
    stderr.write('\r\u001b[K');
  }
}
