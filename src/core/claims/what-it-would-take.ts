import { columnOfMeasure } from '../impact/measures.ts';
import { wholeMethods } from '../impact/pool.ts';
import type { EstimateResult, MeasureId } from '../result.ts';
import type { JointChange, WouldHaveToBeTrue } from './claim-assessment.ts';
import { jointChange } from './joint-change.ts';
import { neededValues } from './needed-values.ts';
import type { OpenEvent } from './open-event.ts';
import { STRUCTURAL } from './point-model.ts';

/** What each firm, the whole economy, or the strongest inputs would have to be for the claim to be the middle estimate. */
export function whatItWouldTake(
  usd: number,
  compared: MeasureId,
  event: OpenEvent,
): { wouldHaveToBeTrue: readonly WouldHaveToBeTrue[]; jointChange: JointChange | null } {
  const { compilation, points, estimate } = event;
  const { model } = compilation;
  const column = compared === event.headline ? 'lost' : columnOfMeasure(compared);
  const methods = wholeMethods(model).map((index) => model.methods[index]!);
  const unitOf = (input: string): string =>
    input === STRUCTURAL
      ? 'factor'
      : (estimate.provenance.find((row) => row.parameter === input)?.unit ?? '');
  const byInputs =
    column === null || model.timing.nothingStopped
      ? []
      : methods.flatMap((method) => {
          const middle = points.at(method, column, [new Float64Array(points.doubts.length)])[0]!;
          return middle > 0 ? neededValues(model, points, method, column, usd, middle, unitOf) : [];
        });
  const ways =
    column === null || model.timing.nothingStopped
      ? []
      : methods.flatMap((method) => jointChange(points, method, column, usd, unitOf) ?? []);
  return {
    wouldHaveToBeTrue: [...perFirm(usd, event), ...shareOfOutput(usd, estimate), ...byInputs],
    jointChange: ways.sort((a, b) => b.chance - a.chance)[0] ?? null,
  };
}

function perFirm(usd: number, { namedFirms, measures }: OpenEvent): readonly WouldHaveToBeTrue[] {
  const counts = [
    { count: namedFirms, words: 'loss of each firm named in reports' },
    { count: measures.firms === namedFirms ? null : measures.firms, words: 'loss of each organisation hit' },
  ];
  return counts.flatMap(({ count, words }) =>
    count === null || !(count > 0)
      ? []
      : [
          {
            input: 'usd-per-firm',
            words: `${words} (${count.toLocaleString('en-US')} of them)`,
            unit: 'USD per firm',
            within: null,
            needed: usd / count,
            range: null,
            withinRange: false,
          },
        ],
  );
}

function shareOfOutput(usd: number, { ceiling }: EstimateResult): readonly WouldHaveToBeTrue[] {
  if (ceiling === null || !(ceiling.scopeUsd > 0)) return [];
  return [
    {
      input: 'share-of-output',
      words: 'share of everything produced in those hours, none of it made up later',
      unit: 'share',
      within: null,
      needed: usd / ceiling.scopeUsd,
      range: null,
      withinRange: false,
    },
  ];
}
