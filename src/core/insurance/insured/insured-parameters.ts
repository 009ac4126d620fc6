import type { Catalog, Sector } from '../../catalog.ts';
import { weekOf } from '../../exposure/economy.ts';
import { valueAddedPerSale } from '../../exposure/sector-totals.ts';
import type { InputIndex, ParameterBook } from '../../impact/parameter-book.ts';
import type { RecaptureDecay } from '../../vulnerability/recapture.ts';
import type { SeverityCurve } from '../../vulnerability/severity.ts';

/** What the model says about the insureds of one sector. */
export interface SectorParameters {
  readonly id: string;
  /** Local activity week, [336]. */
  readonly week: Float64Array;
  /** Share of the work that needs the cloud. */
  readonly dependence: InputIndex;
  /** Share of the lost work that is made up later, after a short outage. */
  readonly recapture: InputIndex;
  readonly decay: RecaptureDecay;
  /** Value added ÷ revenue, 0–1: stands in for a gross margin that is not known. */
  readonly marginShare: number;
}

/** What the loss of an insured by the hour takes from the model, whatever the outage. */
export interface InsuredParameters {
  readonly sectors: ReadonlyMap<string, SectorParameters>;
  readonly curve: SeverityCurve;
  /** Loss after the end of the outage ÷ loss before it, in the middle of its range. */
  readonly tail: InputIndex;
  /** Idle share of a firm in recovery ÷ that of a stopped one. */
  readonly idleRatio: number;
}

/** Takes the parameters of some sectors from the book. */
export function compileInsuredParameters(
  sectors: readonly Sector[],
  catalog: Catalog,
  book: ParameterBook,
): InsuredParameters {
  book.useData('sectors');
  const decay = (clock: 'online' | 'physical'): RecaptureDecay => ({
    delayHours: book.number(`recapture-decay.${clock}DelayHours`),
    decayHours: book.number(`recapture-decay.${clock}DecayHours`),
  });
  const family = (name: 'dependence' | 'recapture') => {
    const stream = `sector-correlation.${name}`;
    return { stream, correlation: book.number(stream) };
  };
  return {
    sectors: new Map(
      sectors.map((sector) => [
        sector.id,
        {
          id: sector.id,
          week: weekOf(sector, catalog, book),
          dependence: book.draw(`dependence.${sector.id}`, family('dependence')),
          recapture: book.draw(`recapture.${sector.id}`, family('recapture')),
          decay: decay(sector.online ? 'online' : 'physical'),
          marginShare: valueAddedPerSale(sector, book),
        },
      ]),
    ),
    curve: {
      immediateShare: book.number('severity.immediateShare'),
      maximumShare: book.number('severity.maximumShare'),
      timeScaleHours: book.number('severity.timeScaleHours'),
      shape: book.number('severity.shape'),
    },
    tail: book.draw('footprint.tail'),
    idleRatio: book.number('restoration.idleRatio'),
  };
}
