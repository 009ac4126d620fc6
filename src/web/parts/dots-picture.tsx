import { useSignal } from '@preact/signals';
import type { EstimateResult, LossSummary } from '../../core/result.ts';
import type { Speech } from '../words/speech.ts';
import { Chart } from './chart.tsx';
import { DotsTable } from './dots-table.tsx';

/** Twenty outcomes as rows, or on an axis of money beside everything produced in that time. */
export function DotsPicture(props: {
  readonly result: EstimateResult;
  readonly loss: LossSummary;
  readonly speech: Speech;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { result, loss, speech, names } = props;
  const { words } = speech;
  const onAxis = useSignal(false);
  return (
    <div class="dots-picture">
      <div class="switch" role="group" aria-label={words.dots.title}>
        <button type="button" aria-pressed={!onAxis.value} onClick={() => (onAxis.value = false)}>
          {words.dots.asRows}
        </button>
        <button type="button" aria-pressed={onAxis.value} onClick={() => (onAxis.value = true)}>
          {words.dots.onAxis}
        </button>
      </div>
      {onAxis.value ? (
        <Chart
          of={result}
          names={names}
          draw={({ outcomesChart }, options) => outcomesChart({ result }, options)}
        />
      ) : (
        <DotsTable loss={loss} speech={speech} />
      )}
    </div>
  );
}
