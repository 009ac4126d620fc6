import type { BacktestInput } from '../core/backtest/backtest-input.ts';
import type { BacktestResult } from '../core/backtest/backtest-result.ts';
import { scoreEvents } from '../core/backtest/score.ts';
import type { Catalog } from '../core/catalog.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import type { Scenario } from '../core/scenario.ts';
import { bundledCatalog } from './bundled-catalog.ts';

/** Of each estimate: the score moves by less than 1 % from seed to seed, and a run takes seconds. */
const DEFAULT_DRAWS = 10_000;
const DEFAULT_SEED = 1;

/** An event file as it was read, with the name that errors call it by. */
export interface EventText {
  readonly file: string;
  readonly text: string;
}

/**
 * Scores the engine on past outages; see `scoreEvents`.
 *
 * @param options.events  event files; the bundled ones when absent, which in any case teach the structural errors
 * @param options.catalog  parameters and tables; the bundled ones when absent
 * @throws ImpactError for the first file that is not an event, an id that stands in two files, or when nothing can be
 * scored
 */
export async function scoreBacktest(
  options: {
    readonly events?: readonly EventText[] | undefined;
    readonly catalog?: Catalog | undefined;
    readonly draws?: number | undefined;
    readonly seed?: number | undefined;
  } = {},
): Promise<BacktestResult> {
  const { zoneOffsetHours } = await import('../catalog/zone-offset.ts');
  const simulation = await checkSimulation(options.draws ?? DEFAULT_DRAWS, options.seed ?? DEFAULT_SEED);
  const background = await readEvents(await bundledEvents());
  const events = options.events === undefined ? background : await readEvents(options.events);
  const catalog = options.catalog ?? (await bundledCatalog());
  return scoreEvents(events, catalog, zoneOffsetHours, { ...simulation, background });
}

async function checkSimulation(draws: number, seed: number): Promise<Scenario['simulation']> {
  const { parseWith } = await import('../schema/scenario.ts');
  const { simulationSchema } = await import('../schema/simulation.ts');
  return parseWith(simulationSchema, { draws, seed }, 'back-test');
}

async function bundledEvents(): Promise<readonly EventText[]> {
  const { listEventIds, readEventText } = await import('../catalog/event-files.ts');
  return listEventIds().map((id) => readEventText(id));
}

async function readEvents(texts: readonly EventText[]): Promise<readonly BacktestInput[]> {
  const { parseEventFile } = await import('../schema/event-file.ts');
  const { parseJsonText } = await import('../schema/json-text.ts');
  const files = new Map<string, string>();
  return texts.map(({ file, text }) => {
    const { family, exposure, fit, published, scenario } = parseEventFile(parseJsonText(text, file), file);
    // The schema demands both of an event.
    const { id = file, title = file } = scenario;
    const before = files.get(id);
    if (before !== undefined) throw twice(id, before, file);
    files.set(id, file);
    return { id, title, family, exposure, fit, published, scenario };
  });
}

function twice(id: string, before: string, file: string): ImpactError {
  return new ImpactError('SCENARIO_INVALID', {
    path: `${file}: id`,
    message: `"${id}" is the id of ${before} too, and one outage must not count twice`,
    hint: 'give one of them another id, or remove it',
  });
}
