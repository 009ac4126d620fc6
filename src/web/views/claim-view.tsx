import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { claimLanguages } from '../../core/claims/claim.ts';
import type { ClaimAssessment, Verdict } from '../../core/claims/claim-assessment.ts';
import { sentencesIn } from '../../report/claim/sentences-in.ts';
import type { ClaimReply } from '../engine/messages.ts';
import { ClaimScale } from '../parts/claim-scale.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { English } from '../parts/english.tsx';
import { useStore } from '../parts/store-context.ts';
import { Subject } from '../parts/subject.tsx';
import { claimBounds, claimMeasures, claimUnits } from '../state/claim-choices.ts';
import type { ClaimCorrection } from '../state/page-state.ts';
import type { Speech } from '../words/speech.ts';
import { TypedInput } from '../parts/typed-input.tsx';

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

/** A published figure, held against our range. */
export function ClaimView() {
  const store = useStore();
  const { page, index, claim, problem, working, go, link } = store;
  const speech = store.speech.value;
  const { words } = speech;
  const state = page.value.claim;
  const typed = useSignal(state.text);
  const textId = useId();
  const reply = claim.value;

  useEffect(() => {
    typed.value = state.text;
  }, [state.text]);

  useEffect(() => {
    if (reply === null) return;
    store.announcement.value = sentencesIn(words.language, { unicode: true }).headline(reply.assessment);
  }, [reply, words.language]);

  return (
    <div class="claim">
      <form
        class="claim-form"
        onSubmit={(event) => {
          event.preventDefault();
          go({ claim: { text: typed.value, correction: {} } });
        }}
      >
        <label for={textId}>{words.claim.label}</label>
        <textarea
          id={textId}
          rows={2}
          dir="auto"
          maxLength={2000}
          placeholder={words.claim.help}
          aria-describedby={problem.value === null ? undefined : `${textId}-error`}
          aria-invalid={problem.value !== null}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <div class="actions">
          <button type="submit" class="main">
            {words.claim.check}
          </button>
          {working.value && <progress aria-label={words.status.working} />}
        </div>
        {problem.value !== null && (
          <p class="error" role="alert" id={`${textId}-error`}>
            <English speech={speech}>{`${problem.value.message}. ${problem.value.hint}`}</English>
          </p>
        )}
      </form>
      <Subject
        choice={page.value.choice}
        index={index.value}
        problem={null}
        speech={speech}
        onChange={(choice) => go({ choice })}
      />
      {reply === null ? (
        <section class="answer is-waiting" id="answer" tabIndex={-1} aria-busy="true">
          <h1 class="first">{working.value ? words.status.working : '\u00a0'}</h1>
        </section>
      ) : (
        <VerdictPart reply={reply} speech={speech} link={link} />
      )}
      {reply !== null && (
        <Correction
          reply={reply}
          correction={state.correction}
          speech={speech}
          onChange={(correction) => go({ claim: { text: state.text, correction } })}
        />
      )}
      {reply !== null && <ClaimTables assessment={reply.assessment} speech={speech} />}
    </div>
  );
}

function VerdictPart(props: {
  readonly reply: ClaimReply;
  readonly speech: Speech;
  readonly link: () => string;
}) {
  const { reply, speech, link } = props;
  const { assessment } = reply;
  const { words } = speech;
  const sentences = sentencesIn(words.language, { unicode: true });
  const { verdict } = assessment;
  return (
    <section class={`answer verdict-${verdict}`} id="answer" tabIndex={-1} aria-labelledby="answer-first">
      <p class="eyebrow">
        <English speech={speech}>{assessment.event.title}</English>
      </p>
      <div class="verdict">
        <span class="verdict-sign" aria-hidden="true">
          {signs[verdict]}
        </span>
        <h1 id="answer-first" class="first">
          {speech.figure(sentences.headline(assessment))}
        </h1>
      </div>
      <div class="actions">
        <CopyButton label={words.run.copyQuote} text={() => assessment.quote} />
        <CopyButton label={words.run.copyLink} text={link} />
        <button type="button" class="quiet" onClick={() => window.print()}>
          {words.run.print}
        </button>
      </div>
      <ClaimScale assessment={assessment} speech={speech} />
      <dl class="claim-rows">
        {sentences.rows(assessment).map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{speech.figure(text)}</dd>
          </div>
        ))}
      </dl>
      <figure class="quote">
        <figcaption>{sentences.quoteTitle}</figcaption>
        <blockquote>{assessment.quote}</blockquote>
        <CopyButton
          label={words.run.copy}
          name={`${words.run.copy}: ${sentences.quoteTitle}`}
          text={() => assessment.quote}
        />
      </figure>
      <dl class="run">
        {[
          [words.claim.citation, assessment.citation.full],
          ['BibTeX', assessment.citation.bibtex],
        ].map(([name = '', text = '']) => (
          <div key={name} class="line">
            <dt>{name}</dt>
            <dd>
              <pre dir="ltr" lang="en" tabIndex={0}>
                <code>{text}</code>
              </pre>
              <CopyButton label={words.run.copy} name={`${words.run.copy}: ${name}`} text={() => text} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="record">
        {words.run.id}{' '}
        <bdi dir="ltr">
          <code data-testid="claim-id">{assessment.id}</code>
        </bdi>
      </p>
    </section>
  );
}

/** What would have to be true, likely slips, past claims: the tables of the report. */
function ClaimTables({
  assessment,
  speech,
}: {
  readonly assessment: ClaimAssessment;
  readonly speech: Speech;
}) {
  const tables = sentencesIn(speech.words.language, { unicode: true }).tables(assessment);
  return (
    <>
      {tables.map(({ title, words: note, headers, rows }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {note !== null && <p class="muted">{speech.figure(note)}</p>}
          <DataTable
            caption={title}
            columns={headers}
            text={headers.map((_, place) => place)}
            rows={rows.map((cells, place) => ({
              key: String(place),
              head: speech.figure(cells[0] ?? ''),
              cells: cells.slice(1).map((text) => speech.figure(text)),
            }))}
          />
        </section>
      ))}
    </>
  );
}

interface CorrectionProps {
  readonly reply: ClaimReply;
  readonly correction: ClaimCorrection;
  readonly speech: Speech;
  readonly onChange: (correction: ClaimCorrection) => void;
}

/** What was read, each part open to correction. */
function Correction({ reply, correction, speech, onChange }: CorrectionProps) {
  const { words } = speech;
  const { read, assessment } = reply;
  const [first] = read.amounts;
  const ids = {
    low: useId(),
    high: useId(),
    currency: useId(),
    unit: useId(),
    bound: useId(),
    measure: useId(),
    language: useId(),
  };
  const open = useSignal(Object.keys(correction).length > 0);
  const set = (change: ClaimCorrection): void => {
    const next = Object.entries({ ...correction, ...change }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(next));
  };
  const amount = (name: 'low' | 'high'): ReturnType<typeof AmountField> => (
    <AmountField
      id={ids[name]}
      label={words.claim[name]}
      value={correction[name] ?? first?.[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <details
      class="correction"
      open={open.value}
      onToggle={(event) => (open.value = event.currentTarget.open)}
    >
      <summary>{words.claim.correct}</summary>
      <div class="correction-fields">
        {amount('low')}
        {amount('high')}
        <p class="pick">
          <label for={ids.currency}>{words.claim.currency}</label>
          <TypedInput
            id={ids.currency}
            type="text"
            dir="ltr"
            maxLength={3}
            value={correction.currency ?? assessment.claim.currency ?? ''}
            onDone={(input) => {
              const code = input.value.trim().toUpperCase();
              set({ currency: /^[A-Z]{3}$/.test(code) ? code : undefined });
            }}
          />
        </p>
        <Pick
          id={ids.unit}
          label={words.claim.unit}
          value={correction.unit ?? first?.unit ?? 'total'}
          options={claimUnits.map((unit) => [unit, words.claim.units[unit]])}
          onChange={(unit) => set({ unit })}
        />
        <Pick
          id={ids.bound}
          label={words.claim.bound}
          value={correction.bound ?? first?.bound ?? 'none'}
          options={claimBounds.map((bound) => [bound, words.claim.bounds[bound]])}
          onChange={(bound) => set({ bound })}
        />
        <Pick
          id={ids.measure}
          label={words.claim.measure}
          value={correction.measure ?? ''}
          options={[
            ['', words.claim.anyMeasure],
            ...claimMeasures.map((id) => [id, words.measureNames[id]] as const),
          ]}
          onChange={(measure) => set({ measure: measure === '' ? undefined : measure })}
        />
        <Pick
          id={ids.language}
          label={words.claim.language}
          value={correction.language ?? ''}
          options={[
            ['', words.claim.autoLanguage],
            ...claimLanguages.map((code) => [code, languageName(code, words.language)] as const),
          ]}
          onChange={(language) => set({ language: language === '' ? undefined : language })}
        />
        {Object.keys(correction).length > 0 && (
          <button type="button" class="quiet" onClick={() => onChange({})}>
            {words.facts.resetAll}
          </button>
        )}
      </div>
    </details>
  );
}

function languageName(code: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code;
}

function AmountField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  const { id, label, value, onChange } = props;
  return (
    <p class="pick">
      <label for={id}>{label}</label>
      <TypedInput
        id={id}
        type="number"
        min={0}
        step="any"
        dir="ltr"
        value={value === undefined ? '' : String(value)}
        onDone={({ valueAsNumber: typed }) => onChange(Number.isNaN(typed) ? undefined : typed)}
      />
    </p>
  );
}

function Pick(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  const { id, label, value, options, onChange } = props;
  return (
    <p class="pick">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
