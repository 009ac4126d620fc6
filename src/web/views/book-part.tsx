import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { grouped } from '../../report/amounts.ts';
import type { CatalogIndex, Problem } from '../engine/messages.ts';
import { English } from '../parts/english.tsx';
import { useStore } from '../parts/store-context.ts';
import { sampleBook } from '../state/sample-book.ts';
import { bookWords } from '../words/book-words.ts';
import { BookAnswer, grossIn, type Said } from './book-answer.tsx';

/** A book of policies under a past event. The file is read in this browser. */
export function BookPart() {
  const store = useStore();
  const { page, index, book } = store;
  const speech = store.speech.value;
  const words = bookWords(speech.words.language);
  const file = book.file.value;
  const reply = book.reply.value;
  const event = page.value.bookEvent;
  useEffect(() => {
    if (file !== null) book.put(file, event);
  }, [event]);
  useEffect(() => {
    if (reply !== null) store.announcement.value = grossIn(reply.result, { words, speech });
  }, [reply, words]);
  const waiting = file !== null && reply === null && book.problem.value === null;
  return (
    <>
      <p class="muted">{words.intro}</p>
      <BookForm words={words} speech={speech} />
      {reply === null || file === null ? (
        <section class="answer" id="answer" tabIndex={-1} aria-busy={waiting}>
          <h1 class="first">{waiting ? speech.words.status.working : words.noBook}</h1>
        </section>
      ) : (
        <BookAnswer reply={reply} file={file} index={index.value} words={words} speech={speech} />
      )}
    </>
  );
}

function BookForm({ words, speech }: Said) {
  const { page, index, book, go } = useStore();
  const { file, problem, rowsRead } = book;
  const over = useSignal(false);
  const sampleFails = useSignal(false);
  const id = useId();
  const event = page.value.bookEvent;
  const choose = (chosen: File | null | undefined): void => {
    sampleFails.value = false;
    if (chosen !== null && chosen !== undefined) book.put(chosen, event);
  };
  const trySample = async (): Promise<void> => {
    const before = file.value;
    try {
      const sample = await sampleBook();
      // Another file may have been chosen since.
      if (file.value === before) choose(sample);
    } catch {
      sampleFails.value = true;
    }
  };
  const atEvent = problem.value !== null && isAboutEvent(problem.value);
  const atFile = problem.value !== null && !atEvent;
  const error = (place: string) =>
    problem.value !== null && (
      <p class="error" role="alert" id={`${id}-${place}-error`}>
        <English speech={speech}>{problemText(problem.value)}</English>
      </p>
    );
  return (
    <form class="risk-form book-form" noValidate onSubmit={(submitted) => submitted.preventDefault()}>
      <div
        class={over.value ? 'file-zone is-over' : 'file-zone'}
        onDragOver={(dragged) => {
          dragged.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => (over.value = false)}
        onDrop={(dropped) => {
          dropped.preventDefault();
          over.value = false;
          choose(dropped.dataTransfer?.files[0]);
        }}
      >
        <div class="actions">
          <label class="file-pick">
            <input
              type="file"
              class="unseen"
              accept=".csv,.txt,text/csv"
              aria-invalid={atFile}
              aria-describedby={atFile ? `${id}-file-error` : `${id}-private`}
              // The same file again, after it was changed, is a choice too.
              onClick={(clicked) => (clicked.currentTarget.value = '')}
              // It looks like a button, and a button opens with Enter as well.
              onKeyDown={(pressed) => {
                if (pressed.key !== 'Enter') return;
                pressed.preventDefault();
                pressed.currentTarget.click();
              }}
              onChange={(changed) => choose(changed.currentTarget.files?.[0])}
            />
            {words.choose}
          </label>
          <span class="muted">{words.drop}</span>
          <button type="button" class="quiet" onClick={() => void trySample()}>
            {words.trySample}
          </button>
        </div>
        {file.value !== null && (
          <p class="file-name">
            <bdi dir="auto">{file.value.name}</bdi>
          </p>
        )}
        {rowsRead.value !== null && (
          <p class="file-progress">
            <progress aria-label={speech.words.status.working} />{' '}
            {words.reading(speech.figure(grouped(rowsRead.value)))}
          </p>
        )}
        {atFile && error('file')}
        {sampleFails.value && (
          <p class="error" role="alert">
            {words.sampleFails}
          </p>
        )}
        <p id={`${id}-private`}>{words.private}</p>
        <p class="muted">
          {speech.figure(words.mostRows)} {words.columnsHelp}{' '}
          <bdi dir="ltr">
            <code>lossrange book --template</code>
          </bdi>
        </p>
      </div>
      <p class="pick">
        <label for={`${id}-event`}>{words.event}</label>
        <select
          id={`${id}-event`}
          value={event}
          aria-invalid={atEvent}
          aria-describedby={atEvent ? `${id}-event-error` : undefined}
          onChange={(changed) => go({ bookEvent: changed.currentTarget.value })}
        >
          {eventsOf(index.value, event).map(([key, title]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </p>
      {atEvent && error('event')}
    </form>
  );
}

/** The others are about the file. */
function isAboutEvent({ code }: Problem): boolean {
  return code === 'EVENT_UNKNOWN' || code === 'PROVIDER_UNKNOWN';
}

/** In the words of the engine, as the command line has them. */
function problemText({ path, message, hint }: Problem): string {
  // A hint may start with a name of code, which keeps its letters.
  const next = /^[a-z]+[ ,:]/.test(hint) ? hint.charAt(0).toUpperCase() + hint.slice(1) : hint;
  return `${path === '' ? '' : `${path}: `}${message}.${next === '' ? '' : ` ${next}.`}`;
}

function eventsOf(index: CatalogIndex | null, event: string): readonly (readonly [string, string])[] {
  const able = (index?.events ?? []).filter(({ strikesBooks }) => strikesBooks);
  const named = able.map(({ id, title }) => [id, title] as const);
  return named.some(([id]) => id === event) ? named : [[event, event], ...named];
}
