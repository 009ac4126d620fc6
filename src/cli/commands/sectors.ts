import { Command } from 'commander';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';

/** `lossrange sectors`: the sectors of the economy, and how far each depends on online services. */
export function sectorsCommand(io: Io): Command {
  return new Command('sectors')
    .description('list the sectors and how far they depend on online services')
    .action(async () => {
      const { bundledCatalog } = await import('../../services/bundled-catalog.ts');
      const { listSectors } = await import('../../services/describe-model.ts');
      const { sectorsText } = await import('../../report/sectors-text.ts');
      await writeOutput(sectorsText(listSectors(await bundledCatalog())), undefined, io.stdout);
    });
}
