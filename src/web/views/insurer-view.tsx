import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { waitingModes } from '../../core/insurance/policy.ts';
import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import { recaptureWordings } from '../../core/insurance/price/risk.ts';
import { grouped, roundToDigits } from '../../report/amounts.ts';
import { priceJson } from '../../report/price/price-json.ts';
import { rateInPercent } from '../../report/price/price-words.ts';
import type { CatalogIndex, PriceReply, Problem } from '../engine/messages.ts';
import { priceCommand } from '../exports/price-command.ts';
import { SpanInWords } from '../parts/assumptions.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { English, Sentence } from '../parts/english.tsx';
import { AnswerActions, InsurerRun } from '../parts/insurer-run.tsx';
import { useStore } from '../parts/store-context.ts';
import { WaitingTable } from '../parts/waiting-table.tsx';
import { SourceLink } from '../parts/why-sections.tsx';
import { insurerParts } from '../state/page-state.ts';
import { riskFieldOf, UNKNOWN_CLOUD, type RiskChoice } from '../state/risk-choice.ts';
import { insurerWords, type InsurerWords } from '../words/insurer-words.ts';
import type { Speech } from '../words/speech.ts';

/** Two halves: what one risk should cost, and what a book of policies would have lost. */
export function InsurerView() {
  const { page, speech, go } = useStore();
  const words = insurerWords(speech.value.words.language);
  const { part } = page.value;
  return (
    <div class="insurer">
      <div class="parts" role="group" aria-label={speech.value.words.views.insurer}>
        {insurerParts.map((name) => (
          <button key={name} type="button" aria-pressed={part === name} onClick={() => go({ part: name })}>
            {words.parts[name]}
          </button>
        ))}
      </div>
      {part === 'book' ? <LaterBook /> : <RiskPart />}
    </div>
  );
}

/** Loaded when it is opened: most readers price one risk. */
function LaterBook() {
  const loaded = useSignal<ComponentType | null>(null);
  useEffect(() => {
    void import('./book-part.tsx').then(({ BookPart }) => (loaded.value = () => <BookPart />));
  }, []);
  const Part = loaded.value;
  return Part === null ? null : <Part />;
}

/** What covering one risk should cost. */
function RiskPart() {
  const store = useStore();
  const { page, index, price, problem, working, go } = store;
  const speech = store.speech.value;
  const words = insurerWords(speech.words.language);
  const reply = price.value;
  useEffect(() => {
    if (reply !== null) store.announcement.value = premiumIn(reply.result, words, speech);
  }, [reply, words]);
  return (
    <div class={working.value || problem.value !== null ? 'is-stale' : undefined}>
      <p class="muted">{words.intro}</p>
      <RiskForm
        risk={page.value.risk}
        index={index.value}
        problem={problem.value}
        working={working.value}
        words={words}
        speech={speech}
        onPrice={(risk) => go({ risk })}
      />
      {reply === null ? (
        <section class="answer is-waiting" id="answer" tabIndex={-1} aria-busy="true">
          <h1 class="first">{working.value ? speech.words.status.working : '\u00a0'}</h1>
        </section>
      ) : (
        <PricePart reply={reply} risk={page.value.risk} words={words} speech={speech} link={store.link} />
      )}
    </div>
  );
}

function RiskForm(props: {
  readonly risk: RiskChoice;
  readonly index: CatalogIndex | null;
  readonly problem: Problem | null;
  readonly working: boolean;
  readonly words: InsurerWords;
  readonly speech: Speech;
  readonly onPrice: (risk: RiskChoice) => void;
}) {
  const { risk, index, problem, working, words, speech, onPrice } = props;
  const typed = useSignal(risk);
  const id = useId();
  useEffect(() => {
    typed.value = risk;
  }, [risk]);
  const atFault = problem === null ? null : (riskFieldOf(problem.path) ?? 'revenue');
  const idOf = (name: keyof RiskChoice): string => `${id}-${name}`;
  const set = (change: Partial<RiskChoice>): void => {
    typed.value = { ...typed.value, ...change };
  };
  /** What a control is called, and what is wrong with it. */
  const aria = (name: keyof RiskChoice) => ({
    id: idOf(name),
    'aria-invalid': atFault === name,
    'aria-describedby': atFault === name ? `${idOf(name)}-error` : undefined,
  });
  const error = (name: keyof RiskChoice) =>
    problem !== null &&
    atFault === name && (
      <span class="error" role="alert" id={`${idOf(name)}-error`}>
        <English speech={speech}>{`${problem.message}. ${problem.hint}`}</English>
      </span>
    );
  const figure = (
    name: 'revenue' | 'limit' | 'retention' | 'extraExpense' | 'waitingHours',
    isMoney: boolean,
  ) => (
    <p class="pick">
      <label for={idOf(name)}>{words.fields[name]}</label>
      <input
        {...aria(name)}
        type="number"
        step="any"
        dir="ltr"
        value={Number.isNaN(typed.value[name]) ? '' : typed.value[name]}
        onInput={(event) => set({ [name]: event.currentTarget.valueAsNumber })}
      />
      {isMoney && typed.value[name] >= 1e5 && <small class="muted">{speech.amount(typed.value[name])}</small>}
      {error(name)}
    </p>
  );
  const pick = (
    name: 'sector' | 'cloud' | 'waitingMode' | 'recapture',
    options: readonly (readonly [string, string])[],
  ) => (
    <p class="pick">
      <label for={idOf(name)}>{words.fields[name]}</label>
      <select
        {...aria(name)}
        // A name in Latin letters that does not fit loses its end, not its beginning.
        dir={name === 'cloud' && typed.value.cloud !== UNKNOWN_CLOUD ? 'ltr' : undefined}
        value={typed.value[name]}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      >
        {options.map(([key, title]) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
      {error(name)}
    </p>
  );
  return (
    <form
      class="risk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // An empty box is none, where none can be.
        const { retention, extraExpense } = typed.value;
        onPrice({ ...typed.value, retention: retention || 0, extraExpense: extraExpense || 0 });
      }}
    >
      <div class="picks">
        {figure('revenue', true)}
        {pick('sector', sectorsOf(index, risk, speech))}
        {pick('cloud', cloudsOf(index, risk, words))}
        {figure('waitingHours', false)}
        {pick(
          'waitingMode',
          waitingModes.map((mode) => [mode, words.modes[mode]] as const),
        )}
        {pick(
          'recapture',
          recaptureWordings.map((wording) => [wording, words.recapture[wording]] as const),
        )}
        {figure('limit', true)}
        {figure('retention', true)}
        {figure('extraExpense', true)}
      </div>
      <div class="actions">
        <button type="submit" class="main">
          {words.price}
        </button>
        {working && <progress aria-label={speech.words.status.working} />}
      </div>
    </form>
  );
}

type Options = readonly (readonly [string, string])[];

function sectorsOf(index: CatalogIndex | null, { sector }: RiskChoice, { words }: Speech): Options {
  if (index === null) return [[sector, sector]];
  return index.sectors.map(({ id, title }) => [id, words.sectorNames?.[id] ?? title]);
}

function cloudsOf(index: CatalogIndex | null, { cloud }: RiskChoice, words: InsurerWords): Options {
  const clouds = (index?.providers ?? []).filter(({ kind }) => kind === 'cloud');
  const named = clouds.map(({ provider, region, title }) => [`${provider}/${region}`, title] as const);
  const current: Options = cloud !== UNKNOWN_CLOUD && index === null ? [[cloud, cloud]] : [];
  return [[UNKNOWN_CLOUD, words.unknownCloud], ...current, ...named];
}

function premiumIn({ technicalPremiumUsd }: PriceResult, words: InsurerWords, speech: Speech): string {
  return words.premium(speech.firstAmount(technicalPremiumUsd.mean));
}

function PricePart(props: {
  readonly reply: PriceReply;
  readonly risk: RiskChoice;
  readonly words: InsurerWords;
  readonly speech: Speech;
  readonly link: () => string;
}) {
  const { reply, risk, words, speech, link } = props;
  const { result } = reply;
  const { technicalPremiumUsd: premium, payingOutagesPerYear: paying, otherWording: other } = result;
  const common = speech.words;
  const often = (perYear: number): string => speech.figure(words.often(perYear));
  return (
    <>
      <section class="answer" id="answer" tabIndex={-1} aria-labelledby="answer-first">
        <h1 id="answer-first" class="first">
          {premiumIn(result, words, speech)}
        </h1>
        <p class="second">{speech.figure(words.range(speech.range(premium.p5, premium.p95)))}</p>
        {result.rateOnLine !== null && (
          <p>{speech.figure(words.rateOnLine(rateInPercent(result.rateOnLine)))}</p>
        )}
        <p>{speech.figure(words.paying(often(paying.mean), often(paying.p5), often(paying.p95)))}</p>
        <p>
          {words.average(
            speech.amount(result.averageGrossLossUsd.meanNeutral),
            speech.amount(result.averageGroundUpLossUsd),
          )}
        </p>
        <p class="muted">{words.notAnOffer}</p>
        <AnswerActions file={`price-${result.id}.json`} json={() => priceJson(result)} speech={speech}>
          <CopyButton label={common.run.copyLink} text={link} />
        </AnswerActions>
      </section>
      <WaitingTable
        id="waiting-title"
        title={words.waitingTitle}
        note={words.waitingNote}
        mode={words.fields.waitingMode}
        rows={result.waiting.map(({ mode, waitingHours, technicalPremiumUsd }) => ({
          mode,
          hours: waitingHours,
          amount: speech.figure(grouped(roundToDigits(technicalPremiumUsd, 2))),
        }))}
        speech={speech}
      >
        <p>{words.otherWording(other.recapture, speech.firstAmount(other.technicalPremiumUsd))}</p>
      </WaitingTable>
      <LinesTable result={result} words={words} speech={speech} />
      <Basis reply={reply} speech={speech} />
      <InsurerRun name="price" command={priceCommand(risk)} id={result.id} speech={speech}>
        <bdi dir="ltr">lossrange {result.versions.engine}</bdi>
      </InsurerRun>
    </>
  );
}

interface LinesProps {
  readonly result: PriceResult;
  readonly words: InsurerWords;
  readonly speech: Speech;
}

function LinesTable({ result: { lines }, words, speech }: LinesProps) {
  return (
    <section aria-labelledby="lines-title">
      <h2 id="lines-title">{words.linesTitle}</h2>
      <DataTable
        wide
        caption={words.linesTitle}
        columns={[words.line, words.rate, words.usd]}
        rows={lines.map(({ step, rate, usd }) => ({
          key: step,
          head: words.steps[step],
          cells: [rate === null ? '' : speech.percent(rate), speech.figure(grouped(Math.round(usd)))],
          total: step === 'technical-premium',
        }))}
      />
    </section>
  );
}

/** Every assumption with its value, range, grade and source. */
function Basis({
  reply: { result, spans },
  speech,
}: {
  readonly reply: PriceReply;
  readonly speech: Speech;
}) {
  const { words } = speech;
  const title = words.assumptions.title(speech.count(result.provenance.length));
  return (
    <details class="assumptions">
      <summary>
        <h2>{title}</h2>
      </summary>
      <DataTable
        wide
        caption={title}
        text={[0, 1, 2]}
        columns={[
          words.assumptions.what,
          words.assumptions.value,
          words.assumptions.grade,
          words.assumptions.source,
        ]}
        rows={result.provenance.map((row) => ({
          key: row.parameter,
          head: <Sentence speech={speech}>{row.words}</Sentence>,
          cells: [
            <SpanInWords span={spans[row.parameter]} unit={row.unit} speech={speech} />,
            words.grades[row.evidence],
            row.source === null ? words.assumptions.noSource : <SourceLink source={row.source} />,
          ],
        }))}
      />
    </details>
  );
}
