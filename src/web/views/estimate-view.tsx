import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isCompanyLoss } from '../../report/scope-in-words.ts';
import { noteInWords } from '../../report/sections/answer.ts';
import { capitalised } from '../../report/words.ts';
import type { EstimateReply } from '../engine/messages.ts';
import { Assumptions } from '../parts/assumptions.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { DotsPicture } from '../parts/dots-picture.tsx';
import { English } from '../parts/english.tsx';
import { FactsPanel } from '../parts/facts-panel.tsx';
import { RunSection } from '../parts/run-section.tsx';
import { ScaleAside } from '../parts/scale-aside.tsx';
import { useStore } from '../parts/store-context.ts';
import { Subject } from '../parts/subject.tsx';
import {
  FactsSection,
  HoursSection,
  MeasuresSection,
  MethodsSection,
  NarrowSection,
  NotCountedSection,
  Notes,
  ScoreSection,
  SplitSection,
  WaterfallSection,
} from '../parts/why-sections.tsx';
import { placeOfProblem } from '../state/problem-field.ts';
import { answerOf, judgementOf, largestDoubt, scopeOf } from '../words/answer.ts';
import type { Speech } from '../words/speech.ts';

/** One outage: the answer first, then the facts to change and why it is this much. */
export function EstimateView() {
  const store = useStore();
  const { page, index, shown, reach, problem, working, changeChoice, go, link } = store;
  const speech = store.speech.value;
  const { words } = speech;
  const { choice } = page.value;
  const names = useComputed(
    () => new Map((index.value?.countries ?? []).map(({ iso2, name }) => [iso2, name])),
  ).value;
  const place =
    problem.value === null ? null : placeOfProblem(problem.value, Object.keys(choice.assumptions));
  const current = shown.value;
  const result = current?.result;

  useEffect(() => {
    if (current === null || current.rough) return;
    const { first, second } = answerOf(current.result, speech);
    store.announcement.value = `${first} ${second}`;
  }, [current, speech]);

  return (
    <>
      <Subject
        choice={choice}
        index={index.value}
        problem={place === 'subject' ? problem.value : null}
        speech={speech}
        onChange={(next) => go({ choice: next })}
      />
      {problem.value !== null && (
        <div class="problem" role="alert">
          <strong>{words.status.problem}.</strong>{' '}
          {problem.value.code === 'BROKEN' && problem.value.path === '' ? (
            words.status.broken
          ) : (
            <English speech={speech}>{`${problem.value.message}. ${problem.value.hint}`}</English>
          )}
        </div>
      )}
      {current === null || result === undefined ? (
        <Waiting speech={speech} visible={working.value} />
      ) : (
        <div
          class={`estimate${problem.value === null ? '' : ' is-stale'}${current.rough ? ' is-moving' : ''}`}
        >
          <AnswerPart reply={current} speech={speech} names={names} link={link} />
          <div class="columns">
            <FactsPanel
              choice={choice}
              facts={current.facts}
              index={index.value}
              reach={reach.value}
              ways={result.methods.filter(({ raw }) => raw !== null).length}
              problem={problem.value}
              speech={speech}
              onChange={(change, moving) => changeChoice('choice', change, moving)}
            />
            <WhyPart reply={current} speech={speech} names={names} />
          </div>
          <Assumptions
            reply={current}
            overrides={choice.assumptions}
            problem={problem.value}
            speech={speech}
            onChange={(assumptions) => changeChoice('choice', { assumptions })}
          />
          <RunSection
            reply={current}

            choice={choice}
            link={link}
            speech={speech}
            names={names}
          />
        </div>
      )}
    </>
  );
}

/** Space for the answer, so that nothing jumps when it comes. */
function Waiting({ speech, visible }: { readonly speech: Speech; readonly visible: boolean }) {
  return (
    <section class="answer is-waiting" id="answer" tabIndex={-1} aria-busy="true">
      <p class="first">{visible ? speech.words.status.working : '\u00a0'}</p>
      {visible && <progress aria-label={speech.words.status.working} />}
    </section>
  );
}

function AnswerPart(props: {
  readonly reply: EstimateReply;
  readonly speech: Speech;
  readonly names: ReadonlyMap<string, string>;
  readonly link: () => string;
}) {
  const { reply, speech, names, link } = props;
  const { working } = useStore();
  const { words } = speech;
  const { result, said, rough } = reply;
  const { first, second } = answerOf(result, speech);
  const title = result.scenario.title ?? result.scenario.id ?? '';
  const loss = result.economicLoss;
  const { judged, inputs } = judgementOf(result);
  const doubt = largestDoubt(result, speech);
  const hasRange = loss !== null && loss.p5 !== loss.p95;
  const { asOf } = result.scenario;
  const notes = rough
    ? []
    : result.warnings.map((warning) => {
        const known = words.warnings?.[warning.code];
        return (
          known ?? <English speech={speech}>{withStop(capitalised(noteInWords(warning, result)))}</English>
        );
      });
  return (
    <section class="answer" id="answer" tabIndex={-1} aria-labelledby="answer-first">
      <p class="eyebrow">
        <English speech={speech}>{title}</English>
        <span class="muted">
          {' '}
          · {scopeOf(result, speech, names)}
          {asOf !== undefined && <> · {words.answer.factsAsOf(speech.date(asOf))}</>}
        </span>
      </p>
      {said.length > 0 && (
        <p class="said">
          {words.answer.changed}: <English speech={speech}>{said.join('; ')}</English>
        </p>
      )}
      <h1 id="answer-first" class={result.headline ? 'first' : 'first is-split'}>
        {first}
      </h1>
      <p class="second">{second}</p>
      {!result.headline && <p class="lead">{words.answer.spanHint}</p>}
      <div class="actions">
        <CopyButton label={words.run.copyQuote} text={() => words.run.quote(title, `${first} ${second}`)} />
        <CopyButton label={words.run.copyLink} text={link} />
        <button type="button" class="quiet" onClick={() => window.print()}>
          {words.run.print}
        </button>
        <span class="rough" aria-hidden={!rough && !working.value}>
          {working.value
            ? words.status.working
            : rough
              ? words.answer.rough(speech.figure(result.draws.toLocaleString('en-US')))
              : ''}
        </span>
        {working.value && <progress aria-label={words.status.working} />}
      </div>
      <div class="picture">
        {loss !== null && loss.p95 > 0 && hasRange ? (
          <div>
            <DotsPicture result={result} loss={loss} speech={speech} names={names} />
            <p class="muted">
              {words.dots.caption}{' '}
              {loss.p50 > 0 && words.answer.halves(speech.amount(loss.p50, loss.monteCarloStandardError.p50))}{' '}
              {isCompanyLoss(result) ? words.answer.salesNotLost : words.answer.notLost}
            </p>
          </div>
        ) : (
          <div />
        )}
        <ScaleAside result={result} speech={speech} names={names} />
      </div>
      <div class="doubts">
        {doubt !== undefined && <p>{words.answer.doubt(doubt)}</p>}
        {inputs > 0 && (
          <p>{words.answer.model(speech.figure(String(judged)), speech.figure(String(inputs)))}</p>
        )}
        <Notes messages={notes} />
      </div>
    </section>
  );
}

function WhyPart(props: {
  readonly reply: EstimateReply;
  readonly speech: Speech;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { reply, speech } = props;
  const { index } = useStore();
  const validation = index.value?.validation ?? null;
  return (
    <section class="why" aria-labelledby="why-title">
      <h2 id="why-title">{speech.words.why.title}</h2>
      <MethodsSection {...props} />
      {reply.result.headline && (
        <>
          <div class="pair">
            <WaterfallSection {...props} />
            <MeasuresSection {...props} />
          </div>
          <div class="pair">
            <SplitSection {...props} by="sector" />
            <SplitSection {...props} by="country" />
          </div>
          <HoursSection {...props} />
        </>
      )}
      <NarrowSection {...props} />
      <NotCountedSection {...props} />
      <FactsSection {...props} />
      {validation !== null && (
        <ScoreSection {...props} inside80={validation.inside80} events={validation.events} />
      )}
    </section>
  );
}

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
