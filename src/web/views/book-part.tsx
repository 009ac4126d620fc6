import { useEffect, useId } from 'preact/hooks';
import { grouped } from '../../report/amounts.ts';
import type { CatalogIndex, Problem } from '../engine/messages.ts';
import { English } from '../parts/english.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { useStore } from '../parts/store-context.ts';
import { sampleFile } from '../state/sample-files.ts';
import { bookWords } from '../words/book-words.ts';
import { BookAnswer, lossesIn, type Said } from './book-answer.tsx';

/** A book of policies under a past event, before and after its treaties. The files are read in this browser. */
export function BookPart() {
  const store = useStore();
  const { page, index, book } = store;
  const speech = store.speech.value;
  const words = bookWords(speech.words.language);
  const file = book.file.value;
  const reply = book.reply.value;
  const problem = book.problem.value;
  const event = page.value.bookEvent;
  useEffect(() => book.put({ event }), [event]);
  useEffect(() => {
    if (reply !== null) store.announcement.value = lossesIn(reply.result, { words, speech });
  }, [reply, words]);
  const waiting = file !== null && reply === null && problem === null;
  const none = problem !== null && placeOf(problem) === 'treaties' ? words.treaties.refused : words.noBook;
  return (
    <>
      <p class="muted">{words.intro}</p>
      <BookForm words={words} speech={speech} />
      {reply === null || file === null ? (
        <section class="answer" id="answer" tabIndex={-1} aria-busy={waiting}>
          <h1 class="first">{waiting ? speech.words.status.working : none}</h1>
        </section>
      ) : (
        <BookAnswer
          reply={reply}
          file={file}
          treaties={book.treaties.value}
          index={index.value}
          words={words}
          speech={speech}
        />
      )}
    </>
  );
}

function BookForm({ words, speech }: Said) {
  const { page, index, book, go } = useStore();
  const { file, treaties, rowsRead } = book;
  const id = useId();
  const event = page.value.bookEvent;
  const problem = book.problem.value;
  const place = problem === null ? null : placeOf(problem);
  const error = (at: Place) =>
    problem === null || place !== at ? null : (
      <English speech={speech}>
        {problemText(problem, { file: file.value, treaties: treaties.value })}
      </English>
    );
  return (
    <form class="risk-form book-form" noValidate onSubmit={(submitted) => submitted.preventDefault()}>
      <FilePick
        words={words}
        file={file}
        sample={() => sampleFile('portfolio')}
        onPick={(chosen) => book.put({ file: chosen })}
        problem={error('file')}
        progress={
          rowsRead.value !== null && (
            <p class="file-progress">
              <progress aria-label={speech.words.status.working} />{' '}
              {words.reading(speech.figure(grouped(rowsRead.value)))}
            </p>
          )
        }
        note={words.private}
      >
        <p class="muted">
          {speech.figure(words.mostRows)} {words.columnsHelp}{' '}
          <bdi dir="ltr">
            <code>lossrange book --template</code>
          </bdi>
        </p>
      </FilePick>
      <FilePick
        quiet
        words={{ ...words, ...words.treaties }}
        file={treaties}
        sample={() => sampleFile('reinsurance')}
        onPick={(chosen) => book.put({ treaties: chosen })}
        problem={error('treaties')}
        note={
          <>
            {speech.figure(words.treaties.columnsHelp)}{' '}
            <bdi dir="ltr">
              <code>ReinsInfo</code>
            </bdi>
          </>
        }
      />
      <p class="pick">
        <label for={`${id}-event`}>{words.event}</label>
        <select
          id={`${id}-event`}
          value={event}
          aria-invalid={place === 'event'}
          aria-describedby={place === 'event' ? `${id}-event-error` : undefined}
          onChange={(changed) => go({ bookEvent: changed.currentTarget.value })}
        >
          {eventsOf(index.value, event).map(([key, title]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </p>
      {place === 'event' && (
        <p class="error" role="alert" id={`${id}-event-error`}>
          {error('event')}
        </p>
      )}
    </form>
  );
}

type Place = 'file' | 'treaties' | 'event';

/** Which control a problem is about. */
function placeOf({ code, path }: Problem): Place {
  if (code === 'EVENT_UNKNOWN' || code === 'PROVIDER_UNKNOWN') return 'event';
  return /^treaties\b/.test(path) ? 'treaties' : 'file';
}

/** In the words of the engine, as the command line has them: a file has its name, not that of its field. */
function problemText(
  { path, message, hint }: Problem,
  files: Readonly<Record<'file' | 'treaties', File | null>>,
): string {
  const named = path.replace(
    /^(file|treaties)\b/,
    (field) => files[field as keyof typeof files]?.name ?? field,
  );
  // A hint may start with a name of code, which keeps its letters.
  const next = /^[a-z]+[ ,:]/.test(hint) ? hint.charAt(0).toUpperCase() + hint.slice(1) : hint;
  return `${named === '' ? '' : `${named}: `}${message}.${next === '' ? '' : ` ${next}.`}`;
}

function eventsOf(index: CatalogIndex | null, event: string): readonly (readonly [string, string])[] {
  const able = (index?.events ?? []).filter(({ strikesBooks }) => strikesBooks);
  const named = able.map(({ id, title }) => [id, title] as const);
  return named.some(([id]) => id === event) ? named : [[event, event], ...named];
}
