import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { ImpactError } from '../core/errors/impact-error.ts';
import { backtestCommand } from './commands/backtest.ts';
import { bookCommand } from './commands/book.ts';
import { checkCommand } from './commands/check.ts';
import { estimateCommand } from './commands/estimate.ts';
import { eventsCommand } from './commands/events.ts';
import { explainCommand } from './commands/explain.ts';
import { newCommand } from './commands/new.ts';
import { priceCommand } from './commands/price.ts';
import { sectorsCommand } from './commands/sectors.ts';
import { serveCommand } from './commands/serve.ts';
import type { Io } from './io.ts';
import { writeOutput } from './output.ts';
import { errorLine, exitCodeOf } from './print-error.ts';

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 a complete answer, 1 bad input or a failed run, 2 wrong usage
 */
export async function run(io: Io): Promise<number> {
  const help: string[] = [];
  try {
    await program(io, (text) => void help.push(text)).parseAsync(io.args, { from: 'user' });
    return 0;
  } catch (error) {
    const failure =
      error instanceof CommanderError ? (usageError(error, io) ?? (await printed(help, io))) : error;
    if (failure === null) return 0;
    io.stderr.write(errorLine(failure));
    if (io.args.includes('--debug')) io.stderr.write(`${stackOf(failure)}\n`);
    return exitCodeOf(failure);
  }
}

/** Prints the help or version that was asked for; returns what went wrong. */
async function printed(help: readonly string[], io: Io): Promise<unknown> {
  try {
    await writeOutput(help.join(''), undefined, io.stdout);
    return null;
  } catch (error) {
    return error;
  }
}

function program(io: Io, writeHelp: (text: string) => void): Command {
  const root = new Command('lossrange')
    .description('What an internet or cloud outage cost: a range one can trust, and why.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: writeHelp,
      // Errors become one line of our own form.
      writeErr: () => undefined,
      getOutHelpWidth: () => 80,
      getOutHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExamples:\n  lossrange estimate aws-2025-10-20\n  lossrange estimate aws-2025-10-20 --hours 24\n  lossrange estimate --provider aws --region us-east-1 --hours 6\n  lossrange check "hundreds of billions of dollars" --event aws-2025-10-20',
    );
  for (const command of [
    estimateCommand,
    checkCommand,
    priceCommand,
    bookCommand,
    backtestCommand,
    newCommand,
    eventsCommand,
    sectorsCommand,
    explainCommand,
    serveCommand,
  ]) {
    const added = command(io).helpOption('-h, --help', 'print this help').copyInheritedSettings(root);
    added.option('--debug', 'print the stack of an error');
    root.addCommand(added);
  }
  return root;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What commander found wrong, in our words; null when it only printed help or the version. */
function usageError(error: CommanderError, io: Io): ImpactError | null {
  if (error.exitCode === 0) return null;
  const command = io.args.find((arg) => !arg.startsWith('-'));
  const help = command === undefined ? 'lossrange --help' : `lossrange ${command} --help`;
  if (error.code === 'commander.help') {
    return new ImpactError('USAGE', {
      path: 'lossrange',
      message: 'no command is given',
      hint: 'try `lossrange estimate aws-2025-10-20` or `lossrange --help`',
      cause: error,
    });
  }
  const [problem = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
  const near = /Did you mean (.+)\?/.exec(suggestion)?.[1];
  if (/unknown option '-[^a-z-]/i.test(problem)) {
    return new ImpactError('USAGE', {
      path: command ?? 'lossrange',
      message: problem,
      hint: 'text that begins with a minus needs -- before it; a loss is a positive number',
      cause: error,
    });
  }
  return new ImpactError('USAGE', {
    path: /'(--?[\w-]+)[^']*'/.exec(problem)?.[1] ?? command ?? 'lossrange',
    message: problem,
    hint:
      near === undefined
        ? `see \`${error.code === 'commander.unknownCommand' ? 'lossrange --help' : help}\``
        : `did you mean ${near}?`,
    cause: error,
  });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
