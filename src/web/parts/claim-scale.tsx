import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import type { Speech } from '../words/speech.ts';

interface Row {
  readonly key: 'ours' | 'theirs' | 'world';
  readonly name: string;
  /** Null where it is open on that side. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Our range, the claim and everything produced in that time, one below the other on one scale of tens. */
export function ClaimScale({
  assessment,
  speech,
}: {
  readonly assessment: ClaimAssessment;
  readonly speech: Speech;
}) {
  const { words } = speech;
  const { claim, estimate, ceiling } = assessment;
  if (claim.lowUsd === null && claim.highUsd === null) return null;
  const all: readonly Row[] = [
    { key: 'ours', name: words.claim.ours, low: estimate.p5, high: estimate.p95 },
    { key: 'theirs', name: words.claim.theirs, low: claim.lowUsd, high: claim.highUsd },
    ...(ceiling === null
      ? []
      : [{ key: 'world', name: words.claim.world, low: ceiling.scopeUsd, high: ceiling.scopeUsd } as const]),
  ];
  const amounts = all
    .flatMap(({ low, high }) => [low, high])
    .filter((usd): usd is number => usd !== null && usd > 0);
  const least = Math.floor(Math.log10(Math.min(...amounts)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...amounts))));
  const place = (usd: number): number =>
    usd <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log10(usd) - least) / (most - least)));
  return (
    <section class="claim-scale" aria-label={words.claim.scale}>
      <dl>
        {all.map(({ key, name, low, high }) => {
          const [from, to] = [low === null ? 0 : place(low), high === null ? 1 : place(high)];
          return (
            <div key={key} class={`scale-row scale-${key}`}>
              <dt>{name}</dt>
              <dd>
                <span class="scale-words">
                  {key === 'theirs'
                    ? statedInWords(low, high, speech)
                    : oursInWords(low ?? 0, high ?? 0, speech)}
                </span>
                <span class="scale-track" dir="ltr" aria-hidden="true">
                  <span
                    class="scale-bar"
                    style={{ left: `${100 * from}%`, width: `${100 * Math.max(0.008, to - from)}%` }}
                  />
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <p class="muted">{words.axisNote}</p>
    </section>
  );
}

function oursInWords(low: number, high: number, speech: Speech): string {
  return low === high ? speech.amount(low) : speech.range(low, high);
}

function statedInWords(low: number | null, high: number | null, speech: Speech): string {
  const { bounds } = speech.words.claim;
  const open = low === null ? bounds['up-to'] : high === null ? bounds['at-least'] : null;
  return `${speech.stated(low, high)}${open === null ? '' : ` (${open})`}`;
}
