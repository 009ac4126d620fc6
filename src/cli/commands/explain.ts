import { Command } from 'commander';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';
import { readText } from '../read-text.ts';

/** `lossrange explain`: every input of an estimate, one model parameter, or one word. */
export function explainCommand(io: Io): Command {
  return new Command('explain')
    .description('show every input of an estimate, one model parameter, or a word of the glossary')
    .argument('<name...>', 'event id, scenario file, path of a parameter, or a term')
    .action(async (words: readonly string[]) => {
      await writeOutput(await explanation(words.join(' ')), undefined, io.stdout);
    });
}

async function explanation(name: string): Promise<string> {
  const { bundledCatalog } = await import('../../services/bundled-catalog.ts');
  const { describe, isEvent } = await import('../../services/describe-model.ts');
  const { isPath, openScenario } = await import('../../services/open-scenario.ts');
  const text = await import('../../report/explain-text.ts');
  const catalog = await bundledCatalog();
  if (isPath(name) || (await isEvent(name))) {
    const { estimateImpact } = await import('../../services/estimate-impact.ts');
    return text.explainEstimateText(await estimateImpact(await openScenario(name, readText), { catalog }));
  }
  const found = await describe(name, catalog);
  if (found.what === 'term') return text.explainTermText(found.term, found.definition);
  const { path, value, unit, evidence, reference, note, words, file } = found.parameter;
  return text.explainParameterText({
    parameter: path,
    value,
    unit,
    evidence,
    source: reference,
    note,
    words,
    file,
  });
}
