import { Command } from 'commander';
import type { Io } from '../io.ts';
import { fileAfter, writeFile, writeOutput } from '../output.ts';
import { readText } from '../read-text.ts';

/** `lossrange new`: a scenario file to start from. */
export function newCommand(io: Io): Command {
  return new Command('new')
    .description('write a scenario file to start from; on a terminal, five questions fill it in')
    .option('--like <event>', 'start from the facts of an event or file')
    .option('--out <file>', 'write it there instead of printing it', fileAfter('--out'))
    .action(async (options: { readonly like?: string; readonly out?: string }) => {
      const { jsonText } = await import('../../report/json-text.ts');
      const text = jsonText(await newScenario(options.like, io));
      if (options.out === undefined) await writeOutput(text, undefined, io.stdout);
      else {
        writeFile(options.out, text);
        await writeOutput(`Written. Try: lossrange estimate ${options.out}\n`, undefined, io.stderr);
      }
    });
}

async function newScenario(like: string | undefined, io: Io): Promise<unknown> {
  if (like !== undefined) {
    const { openScenario, scenarioJson } = await import('../../services/open-scenario.ts');
    const scenario = await openScenario(like, readText);
    return scenarioJson({
      ...scenario,
      id: undefined,
      title: `Like ${scenario.title ?? like}: say here what differs`,
    });
  }
  if (!io.stdin.isTTY || !io.stderr.isTTY) return template();
  const { askForFacts } = await import('../ask-for-facts.ts');
  return askForFacts(io);
}

/** Valid as it stands; every value is there to be replaced. */
function template(): unknown {
  return {
    title: 'Say what failed, where and when',
    outage: {
      kind: 'cloud',
      provider: 'aws',
      region: 'us-east-1',
      start: '2025-10-20T06:48:00Z',
      durationHours: { p5: 4, p95: 12 },
      impairmentShare: { pert: [0.2, 0.5, 0.9] },
    },
    affected: {
      businesses: [{ count: 800, counted: 'named', source: 'press' }],
      userReports: [{ count: 2000000, source: 'press' }],
    },
    scope: 'world',
    sources: { press: { title: 'Say who counted, and where it stands' } },
  };
}
