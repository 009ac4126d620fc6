import type { LossSummary } from '../../core/result.ts';
import { dotBins } from '../../report/twenty-dots.ts';
import type { Speech } from '../words/speech.ts';

interface DotsRow {
  readonly label: string;
  readonly count: number;
  readonly chance?: string;
}

/** Twenty outcomes as rows of dots: a table that reads aloud, mirrors in Arabic and needs no axis. */
export function DotsTable({ loss, speech }: { readonly loss: LossSummary; readonly speech: Speech }) {
  const { words } = speech;
  return (
    <table class="dots">
      <caption>{words.dots.title}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{words.dots.amount}</th>
          <th scope="col">{words.dots.outcomes}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(loss, speech).map(({ label, count, chance }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span class="dot-row" aria-hidden="true">
                {Array.from({ length: count }, (_, place) => (
                  <i key={place} class="dot" />
                ))}
              </span>
              <span class="dot-count">{chance ?? speech.figure(String(count))}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(loss: LossSummary, speech: Speech): readonly DotsRow[] {
  const { words } = speech;
  const quantiles = loss.quantiles.map(([p, usd]) => [p, speech.convert(usd)] as const);
  const { zeros, bins, tail } = dotBins({ ...loss, quantiles });
  return [
    ...(zeros > 0 ? [{ label: words.dots.nothing, count: zeros }] : []),
    ...bins.map((bin, place) => ({
      label:
        place === 0
          ? words.dots.under(speech.edge(bin.to))
          : bin.open
            ? words.dots.over(speech.edge(bin.from))
            : speech.between(bin.from, bin.to),
      count: bin.count,
    })),
    ...(tail === null
      ? []
      : [{ label: words.dots.over(speech.edge(tail.from)), count: 0, chance: speech.chance(tail.chance) }]),
  ];
}
