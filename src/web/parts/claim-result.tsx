import type {
  ClaimAssessment,
  PastClaim,
  Verdict,
  WouldHaveToBeTrue,
} from '../../core/claims/claim-assessment.ts';
import type { Speech } from '../words/speech.ts';
import { CopyButton } from './copy-button.tsx';
import { DataTable } from './data-table.tsx';
import { English } from './english.tsx';

/** A verdict has a word and a sign, so that no hue carries it alone. */
const signs: Readonly<Record<Verdict, string>> = {
  'exceeds-ceiling': '⤒',
  'implausible-high': '▲',
  'high-but-possible': '△',
  plausible: '●',
  'low-but-possible': '▽',
  'implausible-low': '▼',
  'not-comparable': '≠',
  'needs-review': '?',
};

interface Props {
  readonly assessment: ClaimAssessment;
  readonly speech: Speech;
}

/** How a published figure stands against our range: the verdict first, then why, then what to quote. */
export function ClaimResult(props: Props) {
  const { assessment, speech } = props;
  const { words } = speech;
  const { verdict, rule } = assessment;
  return (
    <>
      <section class={`verdict verdict-${verdict}`} aria-labelledby="answer-first">
        <p class="verdict-sign" aria-hidden="true">
          {signs[verdict]}
        </p>
        <div>
          <h1 id="answer-first" class="first">
            {words.claim.verdicts[verdict]}
          </h1>
          <p class="second">
            <English speech={speech}>{rule.words}</English>
          </p>
          <p class="muted">{words.claim.rule(speech.figure(String(rule.number)))}</p>
        </div>
      </section>
      <ClaimScale {...props} />
      <Needed {...props} />
      <Slips {...props} />
      <PastClaims {...props} />
      <Quotes {...props} />
    </>
  );
}

/** Decades from the lowest to the highest of our range, the claim and the bound; places on it as shares. */
function ClaimScale({ assessment, speech }: Props) {
  const { words } = speech;
  const { claim, estimate, ceiling } = assessment;
  if (estimate === null) return null;
  const { lowUsd, highUsd } = claim;
  const known = [estimate.p5, estimate.p95, lowUsd, highUsd, ceiling?.scopeUsd ?? null].filter(
    (usd): usd is number => usd !== null && usd > 0,
  );
  if (known.length === 0) return null;
  const least = Math.floor(Math.log10(Math.min(...known)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...known))));
  const place = (usd: number): number =>
    usd <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log10(usd) - least) / (most - least)));
  const rows = [
    { key: 'ours', name: words.claim.ours, low: estimate.p5, high: estimate.p95 },
    { key: 'theirs', name: words.claim.theirs, low: lowUsd, high: highUsd },
    ...(ceiling === null
      ? []
      : [{ key: 'world', name: words.claim.world, low: ceiling.scopeUsd, high: ceiling.scopeUsd }]),
  ].filter(({ low, high }) => low !== null || high !== null);
  return (
    <section class="claim-scale" aria-labelledby="claim-scale-title">
      <h2 id="claim-scale-title">{words.claim.scale}</h2>
      <dl>
        {rows.map(({ key, name, low, high }) => (
          <div key={key} class={`scale-row scale-${key}`}>
            <dt>{name}</dt>
            <dd>
              <span class="scale-words">{amounts(low, high, speech)}</span>
              <span class="scale-track" dir="ltr" aria-hidden="true">
                <span
                  class="scale-bar"
                  style={{
                    left: `${100 * place(low ?? 0)}%`,
                    width: `${100 * Math.max(0.012, place(high ?? 10 ** most) - place(low ?? 0))}%`,
                  }}
                />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="muted">{words.axisNote}</p>
    </section>
  );
}

function amounts(low: number | null, high: number | null, speech: Speech): string {
  if (low === null || high === null) return speech.amount(low ?? high ?? 0);
  return low === high ? speech.amount(low) : speech.range(low, high);
}

function Needed({ assessment, speech }: Props) {
  const { words } = speech;
  const { wouldHaveToBeTrue, jointChange, shareOfOutcomesAtOrAboveLow: share } = assessment;
  if (wouldHaveToBeTrue.length === 0 && jointChange === null) return null;
  return (
    <section aria-labelledby="needed-title">
      <h2 id="needed-title">{words.claim.wouldNeed}</h2>
      {share !== null && <p>{words.claim.chance(speech.percent(share))}</p>}
      <DataTable
        caption={words.claim.wouldNeed}
        columns={[words.why.input, words.claim.needed, words.claim.ourRange, '']}
        text={[2]}
        rows={wouldHaveToBeTrue.map((row) => ({
          key: row.input,
          head: <English speech={speech}>{row.words}</English>,
          cells: [
            row.needed === null ? words.claim.noValue : figureWithUnit(row.needed, row, speech),
            row.range === null
              ? ''
              : words.why.fromTo(plainFigure(row.range.low, speech), plainFigure(row.range.high, speech)),
            row.range === null ? '' : row.withinRange ? words.claim.inRange : words.claim.outOfRange,
          ],
        }))}
      />
      {jointChange !== null && <p class="muted">{words.claim.joint(speech.chance(jointChange.chance))}</p>}
    </section>
  );
}

function figureWithUnit(value: number, { unit }: WouldHaveToBeTrue, speech: Speech): string {
  if (unit.startsWith('USD')) return speech.amount(value);
  return unit === 'share' ? speech.percent(value) : plainFigure(value, speech);
}

function plainFigure(value: number, speech: Speech): string {
  return Math.abs(value) >= 1e6
    ? speech.count(value)
    : speech.figure(value.toLocaleString('en-US', { maximumSignificantDigits: 3 }));
}

function Slips({ assessment: { likelyMistakes }, speech }: Props) {
  const { words } = speech;
  return (
    <section aria-labelledby="slips-title">
      <h2 id="slips-title">{words.claim.slips}</h2>
      {likelyMistakes.length === 0 ? (
        <p>{words.claim.noSlips}</p>
      ) : (
        <ul class="plain">
          {likelyMistakes.map(({ id, words: text, correctedLowUsd, correctedHighUsd }) => (
            <li key={id}>
              <English speech={speech}>{text}</English> ({amounts(correctedLowUsd, correctedHighUsd, speech)})
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PastClaims({ assessment: { pastClaims }, speech }: Props) {
  const { words } = speech;
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title">{words.claim.past}</h2>
      {pastClaims.length === 0 ? (
        <p>{words.claim.noPast}</p>
      ) : (
        <DataTable
          caption={words.claim.past}
          columns={[words.claim.said, words.claim.who, words.why.date, words.claim.fate]}
          text={[0, 1, 2]}
          rows={pastClaims.map((claim) => ({
            key: claim.id,
            head: <English speech={speech}>{claim.text}</English>,
            cells: [
              <Claimant key="who" claim={claim} />,
              speech.date(claim.date),
              <English key="fate" speech={speech}>
                {claim.why}
              </English>,
            ],
          }))}
        />
      )}
    </section>
  );
}

function Claimant({ claim: { claimant, url } }: { readonly claim: PastClaim }) {
  const isWeb = url !== null && /^https?:\/\//.test(url);
  return (
    <bdi lang="en" dir="ltr">
      {isWeb ? (
        <a href={url} rel="noreferrer">
          {claimant}
        </a>
      ) : (
        claimant
      )}
    </bdi>
  );
}

function Quotes({ assessment: { quote, citation }, speech }: Props) {
  const { words } = speech;
  const lines = [
    { name: words.claim.quote, text: quote },
    { name: words.claim.citation, text: citation.full },
    { name: 'BibTeX', text: citation.bibtex },
  ];
  return (
    <section class="run" aria-label={words.claim.quote}>
      <dl>
        {lines.map(({ name, text }) => (
          <div key={name} class="line">
            <dt>{name}</dt>
            <dd>
              {name === 'BibTeX' ? (
                <pre dir="ltr" tabIndex={0}>
                  <code>{text}</code>
                </pre>
              ) : (
                <p dir="auto">{text}</p>
              )}
              <CopyButton label={words.run.copy} name={`${words.run.copy}: ${name}`} text={() => text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
