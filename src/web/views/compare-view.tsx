import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComparisonResult, EstimateResult, LossSummary, NamedAmount } from '../../core/result.ts';
import { addingColumn, columnUnit } from '../../report/amount-column.ts';
import { roundForSentence } from '../../report/amounts.ts';
import { areTwoKinds } from '../../report/comparison-document.ts';
import type { ComparisonReply } from '../engine/messages.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { English } from '../parts/english.tsx';
import { FactsPanel } from '../parts/facts-panel.tsx';
import { useStore } from '../parts/store-context.ts';
import { Subject } from '../parts/subject.tsx';
import { sharedBins } from '../state/shared-bins.ts';
import { answerOf } from '../words/answer.ts';
import type { Speech } from '../words/speech.ts';

/** Two outages on the same draws: which is higher, by how much, and where the difference comes from. */
export function CompareView() {
  const store = useStore();
  const { page, index, comparison, problem, working, changeChoice, go, link } = store;
  const speech = store.speech.value;
  const { words } = speech;
  const { choice, other } = page.value;
  const reply = comparison.value;
  const sentences = useComputed(() =>
    comparison.value === null ? [] : ratioSentences(comparison.value.comparison, store.speech.value),
  ).value;

  useEffect(() => {
    if (sentences.length > 0) store.announcement.value = sentences.join(' ');
  }, [sentences]);

  return (
    <div class="compare">
      <section
        class="answer"
        id="answer"
        tabIndex={-1}
        aria-labelledby="answer-first"
        aria-busy={reply === null}
      >
        <h1 id="answer-first" class="first">
          {sentences[0] ?? words.status.working}
        </h1>
        <p class="second">{sentences.slice(1).join(' ')}</p>
        <div class="actions">
          <button type="button" class="quiet" onClick={() => go({ choice: other, other: choice })}>
            {words.compare.swap}
          </button>
          <CopyButton label={words.compare.link} text={link} />
          {working.value && <progress aria-label={words.status.working} />}
        </div>
        {problem.value !== null && (
          <div class="problem" role="alert">
            <strong>{words.status.problem}.</strong>{' '}
            <English speech={speech}>{`${problem.value.message}. ${problem.value.hint}`}</English>
          </div>
        )}
        {reply !== null && <TwoDots reply={reply} speech={speech} />}
        <p class="muted">{words.compare.sameDraws}</p>
      </section>
      <div class="sides">
        {(['choice', 'other'] as const).map((side, place) => (
          <section key={side} class={`side side-${place === 0 ? 'a' : 'b'}`} aria-labelledby={`side-${side}`}>
            <h2 id={`side-${side}`}>
              <span class="side-mark">{place === 0 ? words.compare.a : words.compare.b}</span>
              {reply !== null && (
                <span class="side-answer">{answerOf(sideOf(reply, place), speech).first}</span>
              )}
            </h2>
            <Subject
              choice={page.value[side]}
              index={index.value}
              problem={null}
              speech={speech}
              onChange={(next) => go({ [side]: next })}
            />
            {reply !== null && (
              <FactsPanel
                choice={page.value[side]}
                facts={reply.facts[place === 0 ? 0 : 1]}
                index={index.value}
                reach={null}
                ways={0}
                problem={null}
                speech={speech}
                onChange={(change, moving) => {
                  if (moving !== true) changeChoice(side, change);
                }}
              />
            )}
          </section>
        ))}
      </div>
      {reply !== null && <Changed comparison={reply.comparison} speech={speech} />}
      {reply !== null && <Differences comparison={reply.comparison} speech={speech} />}
    </div>
  );
}

function sideOf({ comparison }: ComparisonReply, place: number): EstimateResult {
  return place === 0 ? comparison.first : comparison.second;
}

/** Which costs more, always told from the dearer side; then its range, and in how many outcomes. */
function ratioSentences(comparison: ComparisonResult, speech: Speech): readonly string[] {
  const { words } = speech;
  const { ratio, secondHigherShare } = comparison;
  const { a, b } = words.compare;
  const outcomes = (share: number): string => speech.figure(String(Math.round(share * 20)));
  const kinds = areTwoKinds(comparison) ? [words.compare.twoKinds] : [];
  if (ratio === null)
    return [words.compare.noRatio, words.compare.higher(b, outcomes(secondHigherShare)), ...kinds];
  if (ratio.p5 === 1 && ratio.p95 === 1) return [words.compare.same, ...kinds];
  const secondDearer = ratio.p50 >= 1;
  const [low, middle, high] = secondDearer
    ? [ratio.p5, ratio.p50, ratio.p95]
    : [1 / ratio.p95, 1 / ratio.p50, 1 / ratio.p5];
  const [dear, cheap] = secondDearer ? [b, a] : [a, b];
  const higher = words.compare.higher(
    dear,
    outcomes(secondDearer ? secondHigherShare : 1 - secondHigherShare),
  );
  if (!Number.isFinite(middle)) return [words.compare.noRatio, higher, ...kinds];
  const times = (value: number): string => speech.figure(roundForSentence(value).toFixed());
  if ([low, middle, high].every((value) => roundForSentence(value).toFixed() === '1')) {
    return [words.compare.nearlySame, higher, ...kinds];
  }
  const range = !Number.isFinite(high)
    ? [words.compare.ratioAtLeast(times(low))]
    : times(low) === times(high)
      ? []
      : [words.compare.ratioRange(times(low), times(high))];
  return [words.compare.ratio(dear, times(middle), cheap), ...range, higher, ...kinds];
}

/** Twenty outcomes of each side in the same rows: round for A, square for B. */
function TwoDots({ reply, speech }: { readonly reply: ComparisonReply; readonly speech: Speech }) {
  const { words } = speech;
  const [first, second] = [reply.comparison.first.economicLoss, reply.comparison.second.economicLoss];
  if (first === null || second === null) return null;
  const converted = (loss: LossSummary): LossSummary => ({
    ...loss,
    quantiles: loss.quantiles.map(([p, usd]) => [p, speech.convert(usd)] as const),
  });
  const bins = sharedBins(converted(first), converted(second));
  const label = (from: number, to: number): string =>
    from === 0
      ? words.dots.under(speech.edge(to))
      : to === Infinity
        ? words.dots.over(speech.edge(from))
        : speech.between(from, to);
  const dots = (count: number, kind: 'a' | 'b') => (
    <td>
      <span class="dot-row" aria-hidden="true">
        {Array.from({ length: count }, (_, place) => (
          <i key={place} class={`dot dot-${kind}`} />
        ))}
      </span>
      <span class="dot-count">{speech.figure(String(count))}</span>
    </td>
  );
  return (
    <table class="dots two">
      <caption>{words.compare.dotsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{words.dots.amount}</span>
          </th>
          <th scope="col">{words.compare.a}</th>
          <th scope="col">{words.compare.b}</th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ from, to, first: ofA, second: ofB }) => (
          <tr key={from}>
            <th scope="row">{label(from, to)}</th>
            {dots(ofA, 'a')}
            {dots(ofB, 'b')}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MOST_CHANGES = 20;

function Changed({ comparison, speech }: { readonly comparison: ComparisonResult; readonly speech: Speech }) {
  const { words } = speech;
  const { changed, methodsFelt } = comparison;
  const felt = new Intl.ListFormat(words.language).format(
    methodsFelt.map((method) => words.methodNames[method]),
  );
  return (
    <section aria-labelledby="changed-title">
      <h2 id="changed-title">{words.compare.changed}</h2>
      {changed.length === 0 ? (
        <p>{words.compare.nothingChanged}</p>
      ) : (
        <>
          <p>{methodsFelt.length === 0 ? words.compare.feltNone : words.compare.felt(felt)}</p>
          <DataTable
            caption={words.compare.changed}
            columns={[words.compare.field, words.compare.a, words.compare.b]}
            text={[0, 1]}
            rows={changed.slice(0, MOST_CHANGES).map(({ path, first, second }) => ({
              key: path,
              head: (
                <bdi dir="ltr">
                  <code>{path}</code>
                </bdi>
              ),
              cells: [first, second].map((text) => (
                <bdi key={text} dir="ltr">
                  {shortened(text)}
                </bdi>
              )),
            }))}
          />
        </>
      )}
    </section>
  );
}

function shortened(text: string): string {
  const plain = text.replace(/^"(.*)"$/, '$1');
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}

const MOST_SECTORS = 6;

/** The same steps and sectors on both sides; each column adds up. */
function Differences({
  comparison,
  speech,
}: {
  readonly comparison: ComparisonResult;
  readonly speech: Speech;
}) {
  const { words } = speech;
  const { first, second } = comparison;
  if (!first.headline || !second.headline) return null;
  const ids = new Set([...first.bySector, ...second.bySector].map(({ id }) => id));
  const usd = (side: readonly NamedAmount[], id: string): number =>
    side.find((row) => row.id === id)?.usd ?? 0;
  const all = [...ids]
    .map((id) => ({ id, a: usd(first.bySector, id), b: usd(second.bySector, id) }))
    .sort((x, y) => Math.abs(y.b - y.a) - Math.abs(x.b - x.a));
  const rest = all.slice(MOST_SECTORS);
  const named = all.slice(0, MOST_SECTORS).map(({ id, a, b }) => ({
    key: id,
    head:
      words.sectorNames?.[id] ??
      [...first.bySector, ...second.bySector].find((row) => row.id === id)?.title ??
      id,
    a,
    b,
  }));
  const rows =
    rest.length === 0
      ? named
      : [
          ...named,
          {
            key: 'rest',
            head: words.why.otherSectors(rest.length),
            a: rest.reduce((sum, row) => sum + row.a, 0),
            b: rest.reduce((sum, row) => sum + row.b, 0),
          },
        ];
  if (rows.length < 2) return null;
  const total = (side: 'a' | 'b'): number => rows.reduce((sum, row) => sum + speech.convert(row[side]), 0);
  const unit = columnUnit([total('a'), total('b')]);
  const columns = (['a', 'b'] as const).map((side) =>
    addingColumn(
      rows.map((row) => speech.convert(row[side])),
      total(side),
      unit,
    ),
  );
  return (
    <section aria-labelledby="difference-title">
      <h2 id="difference-title">{words.compare.difference}</h2>
      <DataTable
        caption={words.compare.difference}
        columns={[
          words.why.sector,
          `${words.compare.a}, ${speech.columnHead(unit)}`,
          `${words.compare.b}, ${speech.columnHead(unit)}`,
        ]}
        rows={[
          ...rows.map(({ key, head }, place) => ({
            key,
            head,
            cells: columns.map(({ parts }) => speech.figure(parts[place] ?? '')),
          })),
          {
            key: 'total',
            head: words.stepNames['lost-for-good'],
            cells: columns.map((column) => speech.figure(column.total)),
            total: true,
          },
        ]}
      />
    </section>
  );
}
