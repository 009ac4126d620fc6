import { Command } from 'commander';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';

/** `lossrange events`: the past outages that ship with the tool. */
export function eventsCommand(io: Io): Command {
  return new Command('events').description('list the past outages that can be named').action(async () => {
    const { listEvents } = await import('../../services/describe-model.ts');
    const { eventsText } = await import('../../report/events-text.ts');
    await writeOutput(eventsText(await listEvents()), undefined, io.stdout);
  });
}
