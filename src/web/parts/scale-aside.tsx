import type { EstimateResult } from '../../core/result.ts';
import { percentInWords } from '../../report/words.ts';
import { economyOf } from '../words/answer.ts';
import type { Speech } from '../words/speech.ts';
import { English } from './english.tsx';

/** What the economy makes in those hours: a bound that anyone can check. */
export function ScaleAside(props: {
  readonly result: EstimateResult;
  readonly speech: Speech;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { result, speech, names } = props;
  const { words } = speech;
  const { ceiling, lossFraction } = result;
  if (ceiling === null || !(ceiling.hours > 0) || !(ceiling.scopeUsd > 0)) return null;
  const rungs = result.headline ? (lossFraction?.nearest ?? []) : [];
  return (
    <aside class="scale" aria-labelledby="scale-title">
      <h2 id="scale-title">{words.scale.title}</h2>
      <p class="lead">
        {words.scale.produced(
          economyOf(result, speech, names),
          speech.hours(ceiling.hours),
          speech.amount(ceiling.scopeUsd),
        )}{' '}
        {result.headline && words.scale.share(speech.percent(ceiling.shareOfScope))}
      </p>
      {ceiling.dependentUsd !== null && (
        <p class="muted">{words.scale.dependent(speech.amount(ceiling.dependentUsd))}</p>
      )}
      {rungs.length > 0 && (
        <details>
          <summary>{words.scale.ladder(speech.percent(lossFraction?.p50 ?? 0))}</summary>
          <ul class="plain">
            {rungs.map((rung) => (
              <li key={rung.title}>
                <strong>{fractions(rung.lowFraction, rung.highFraction, speech)}</strong>{' '}
                <English speech={speech}>{rung.title}</English>
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

function fractions(low: number, high: number, speech: Speech): string {
  if (low === high) return speech.percent(low);
  if (speech.words.language === 'ar')
    return speech.words.why.fromTo(speech.percent(low), speech.percent(high));
  return `${percentInWords(low).replace(' percent', '')} to ${percentInWords(high)}`;
}
