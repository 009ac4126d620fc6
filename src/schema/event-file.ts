import { z } from 'zod';
import type { ExposureKind, Scenario } from '../core/scenario.ts';
import type { MeasureId } from '../core/result.ts';
import { nearestName } from '../core/units/nearest-name.ts';
import { explain, plain, quoted } from './issue.ts';
import { listOf } from './list.ts';
import { exposureSchema, parseWith, scenarioShape, withoutUndefined } from './scenario.ts';
import { scopeSchema } from './scope.ts';
import { strictObject } from './strict-object.ts';
import { idOf, lineOfText } from './text.ts';
import { publicationDate } from './time.ts';

/** More than any figure ever published about an outage, in US dollars. */
const MOST_USD = 1e15;
const LONGEST_NOTE = 2_000;

/** A loss that somebody published, to score and compare with; never an input of an estimate. */
export interface PublishedFigure {
  readonly measure: MeasureId;
  /** Whose loss, as published; compared with the scope of an estimate word by word. */
  readonly scope: string;
  readonly lowUsd: number | null;
  readonly centralUsd: number | null;
  readonly highUsd: number | null;
  readonly estimator: string;
  /** `2025`, `2025-10` or `2025-10-22`. */
  readonly date: string;
  /** Short name in the scenario's `sources`. */
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note?: string | undefined;
}

/** An outage of the past: its facts, and apart from them what was published about its cost. */
export interface EventFile {
  /** Events of one family are one piece of evidence, and are left out together. */
  readonly family: string;
  readonly exposure: ExposureKind;
  /** The scope as printed; `scenario.scope` holds the rest. */
  readonly scopeLabel: string;
  /** Whether constants may be fitted to it. */
  readonly fit: boolean;
  readonly published: readonly PublishedFigure[];
  /** What a reader must know to judge the facts. */
  readonly note?: string | undefined;
  readonly scenario: Scenario;
}

const measures = [
  'economic-loss',
  'interrupted-output',
  'corporate-interruption',
  'revenue',
  'cost',
  'profit',
  'insured-industry',
  'household-time',
] as const satisfies readonly MeasureId[];

const usd = z
  .number(explain('must be US dollars, or null when not known', 'plain dollars: 5400000000'))
  .min(0, explain('must be 0 or more US dollars', 'a loss is a positive number'))
  .max(
    MOST_USD,
    explain(`must be at most ${plain(MOST_USD)} US dollars`, 'write plain US dollars, not cents'),
  )
  .nullish()
  .transform((value) => value ?? null);

/** A remark of a few sentences. */
const remark = z
  .string(explain('must be text', 'write it in quotes'))
  .max(LONGEST_NOTE, explain(`must be text of at most ${plain(LONGEST_NOTE)} characters`, 'shorten it'))
  .optional();

const published = strictObject(
  {
    measure: z.enum(measures, explain('must be a measure of loss', `write one of ${measures.join(', ')}`)),
    scope: lineOfText('whose loss it is'),
    lowUsd: usd,
    centralUsd: usd,
    highUsd: usd,
    estimator: lineOfText('who made the figure'),
    date: publicationDate,
    source: idOf('the name of a source', 'reuters'),
    confidence: z.enum(
      ['high', 'medium', 'low'],
      explain('must say how sure the figure is', 'write high, medium or low'),
    ),
    note: remark,
  },
  'a published figure',
).superRefine(requireOrderedFigure);

const eventSchema = strictObject(
  {
    ...scenarioShape,
    id: idOf('the id of the event', 'aws-2025-10-20'),
    title: lineOfText('the title'),
    scope: scopeSchema,
    exposure: exposureSchema,
    family: idOf('the family of the event', 'crowdstrike-2024'),
    fit: z.boolean(explain('must be true or false', 'true when constants may be fitted to this event')),
    published: listOf(published, 'published figures', 100),
    note: remark,
  },
  'an event',
).superRefine((event, context) => {
  event.published.forEach(({ source }, index) => {
    if (Object.hasOwn(event.sources, source)) return;
    const near = nearestName(source, Object.keys(event.sources));
    const hint = near === null ? 'add it to sources' : `did you mean ${quoted(near)}?`;
    const message = explain('must be the short name of one of the sources', hint);
    context.addIssue({ code: 'custom', path: ['published', index, 'source'], message });
  });
});

/**
 * Outside JSON of `data/events/<id>.json` to an event: a scenario plus `family`, `fit`, `published` and `note`, with `id`, `title`,
 * `scope` and `exposure` required. The published figures are kept apart from the scenario, so no estimate can see them.
 * @param label file, for the path of an error
 * @throws ImpactError for the first problem found
 */
export function parseEventFile(json: unknown, label?: string): EventFile {
  const { family, fit, published: figures, note, ...scenario } = parseWith(eventSchema, json, label);
  const { exposure, scope } = scenario;
  return withoutUndefined({
    family,
    exposure,
    scopeLabel: scope.label,
    fit,
    published: figures,
    note,
    scenario,
  });
}

function requireOrderedFigure(figure: PublishedFigure, context: z.core.$RefinementCtx): void {
  const given = [figure.lowUsd, figure.centralUsd, figure.highUsd].filter((value) => value !== null);
  if (given.length === 0) {
    const message = explain('has no figure', 'give lowUsd, centralUsd or highUsd');
    context.addIssue({ code: 'custom', message, params: { found: false } });
  }
  if (given.every((value, index) => index === 0 || value >= (given[index - 1] ?? 0))) return;
  const message = explain(
    `must rise from lowUsd over centralUsd to highUsd; found ${given.map(plain).join(', ')}`,
    'put the figures in order',
  );
  context.addIssue({ code: 'custom', message, params: { found: false } });
}
