import type { EventCatalogue, Parameter } from '../../catalog.ts';
import { compileQuantity } from '../../distribution/marginal.ts';
import type { Marginal } from '../../distribution/marginal.ts';
import { invariant } from '../../errors/invariant.ts';
import type { EventCount } from './rate-belief.ts';

/** An uncertain input: its name is its random stream. */
export interface WorldInput {
  readonly name: string;
  readonly marginal: Marginal;
}

export type CompiledDuration =
  | {
      readonly kind: 'generalised-pareto';
      readonly thresholdHours: number;
      readonly scaleHours: WorldInput;
      readonly shape: WorldInput;
    }
  | { readonly kind: 'lognormal'; readonly medianHours: WorldInput; readonly gsd: WorldInput };

/** A catalogue with nothing left to look up; names are replaced by places in the lists. */
export interface CompiledCatalogue {
  readonly id: string;
  readonly frequencies: readonly {
    readonly name: string;
    readonly count: EventCount;
    readonly overHours: number;
  }[];
  readonly durations: readonly CompiledDuration[];
  readonly serviceClasses: readonly {
    readonly id: string;
    readonly share: number;
    readonly reachedShare: WorldInput;
    readonly duration: number;
  }[];
  readonly providers: readonly {
    readonly id: string;
    readonly commonShockShare: WorldInput;
    readonly contagion: WorldInput;
    readonly regions: readonly { readonly id: string; readonly frequency: number }[];
  }[];
}

/**
 * Resolves a catalogue against the model's parameters.
 *
 * @param parameters  by path, overrides already in them
 * @throws ImpactError QUANTITY_INVALID or PARAMETER_OUT_OF_RANGE for a value that cannot be
 */
export function compileCatalogue(
  catalogue: EventCatalogue,
  parameters: Pick<ReadonlyMap<string, Parameter>, 'get'>,
): CompiledCatalogue {
  const found = (path: string): Parameter => {
    const parameter = parameters.get(`catalogue.${catalogue.id}.${path}`);
    invariant(parameter !== undefined, `catalogue ${catalogue.id} has no ${path}`);
    return parameter;
  };
  const input = (path: string): WorldInput => {
    const parameter = found(path);
    return {
      name: parameter.path,
      marginal: compileQuantity(parameter.value, parameter, parameter.path).marginal,
    };
  };
  const number = (path: string): number => {
    const { value } = found(path);
    invariant(typeof value === 'number', `${path} is no number`);
    return value;
  };
  const durationIds = catalogue.durations.map(({ id }) => id);

  return {
    id: catalogue.id,
    frequencies: catalogue.frequencies.map((id) => ({
      name: `catalogue.${catalogue.id}.frequency.${id}.rate`,
      count: { events: number(`frequency.${id}.events`), years: number(`frequency.${id}.years`) },
      overHours: number(`frequency.${id}.overHours`),
    })),
    durations: catalogue.durations.map(({ id, kind }) =>
      kind === 'lognormal'
        ? { kind, medianHours: input(`duration.${id}.medianHours`), gsd: input(`duration.${id}.gsd`) }
        : {
            kind,
            thresholdHours: number(`duration.${id}.thresholdHours`),
            scaleHours: input(`duration.${id}.scaleHours`),
            shape: input(`duration.${id}.shape`),
          },
    ),
    serviceClasses: catalogue.serviceClasses.map(({ id, duration }) => ({
      id,
      share: number(`class.${id}.share`),
      reachedShare: input(`class.${id}.reachedShare`),
      duration: durationIds.indexOf(duration),
    })),
    providers: catalogue.providers.map(({ id, regions }) => ({
      id,
      commonShockShare: input(`provider.${id}.commonShockShare`),
      contagion: input(`provider.${id}.contagion`),
      regions: regions.map((region) => ({
        id: region.id,
        frequency: catalogue.frequencies.indexOf(region.frequency),
      })),
    })),
  };
}
