import type { BookResult, LossRange } from '../../core/insurance/portfolio/book-result.ts';
import { grouped } from '../../report/amounts.ts';
import { bookJson } from '../../report/book/book-json.ts';
import type { BookReply, CatalogIndex } from '../engine/messages.ts';
import { bookCommand, rejectsName } from '../exports/book-command.ts';
import { saveFile } from '../exports/save-file.ts';
import { English } from '../parts/english.tsx';
import { AnswerActions, InsurerRun } from '../parts/insurer-run.tsx';
import { useStore } from '../parts/store-context.ts';
import { pathOf } from '../state/sample-files.ts';
import type { BookWords } from '../words/book-words.ts';
import type { Speech } from '../words/speech.ts';
import { Groups, Largest, Perspectives, Unknown, WaitingOfBook } from './book-tables.tsx';
import { Treaties } from './book-treaties.tsx';

const MOST_REFUSED = 20;

export interface Said {
  readonly words: BookWords;
  readonly speech: Speech;
}

/** The answer in a sentence, a second for what reinsurance leaves. */
export function lossesIn(result: BookResult, said: Said): string {
  const { net } = result;
  return [grossIn(result, said), ...(net === null ? [] : [netIn(net, said)])].join(' ');
}

function grossIn({ gross }: BookResult, { words, speech }: Said): string {
  return gross.p50 === 0 ? words.grossNothing : words.gross(speech.firstAmount(gross.p50));
}

function netIn(net: LossRange, { words: { treaties }, speech }: Said): string {
  return net.p50 === 0 ? treaties.netNothing : treaties.net(speech.amount(net.p50));
}

function chancesIn({ p5, p95 }: LossRange, { words, speech }: Said): string {
  if (p95 === 0) return speech.figure(words.nothing);
  return speech.figure(p5 === 0 ? words.rangeUpTo(speech.amount(p95)) : words.range(speech.range(p5, p95)));
}

/** Losses of a book with their parts, the refused rows, and the line that gives the same elsewhere. */
export function BookAnswer({
  reply,
  file,
  treaties,
  index,
  words,
  speech,
}: Said & {
  readonly reply: BookReply;
  readonly file: File;
  readonly treaties: File | null;
  readonly index: CatalogIndex | null;
}) {
  const { result } = reply;
  const { gross, net, rows, event } = result;
  const common = speech.words;
  const said = { words, speech };
  const count = (value: number): string => speech.figure(grouped(Math.round(value)));
  const command = bookCommand(
    pathOf(file),
    useStore().page.value.bookEvent,
    treaties === null ? null : pathOf(treaties),
  );
  return (
    <>
      <section class="answer" id="answer" tabIndex={-1} aria-labelledby="answer-first">
        <p class="eyebrow">
          <English speech={speech}>{event.title}</English>
        </p>
        <h1 id="answer-first" class="first">
          {grossIn(result, said)}
        </h1>
        <p class="second">{chancesIn(gross, said)}</p>
        {net !== null && (
          <p class="second">
            <strong>{netIn(net, said)}</strong> {chancesIn(net, said)}
          </p>
        )}
        <p>
          {result.drawsWithoutPayout === 0
            ? words.alwaysPays
            : words.without(count(result.drawsWithoutPayout), count(result.draws))}
        </p>
        <p>
          {words.rows(count(rows.used), count(rows.read), count(rows.refused))}
          {result.notInForce > 0 && ` ${words.notInForce(count(result.notInForce))}`}
          {result.unlikeFirstRow > 0 && ` ${words.unlikeFirstRow(count(result.unlikeFirstRow))}`}
          {rows.ignoredColumns.length > 0 && (
            <>
              {' '}
              {words.notRead} <bdi dir="ltr">{rows.ignoredColumns.join(', ')}</bdi>.
            </>
          )}
        </p>
        <p>
          {words.struck(count(result.struckMean), count(result.pastWaitingMean), count(result.policyCount))}
        </p>
        <p class="muted">
          {words.perspective} {net !== null && words.treaties.netMeans}
        </p>
        <p class="muted">{words.notThis}</p>
        <AnswerActions file="book.json" json={() => bookJson(result)} speech={speech} />
      </section>
      <Perspectives result={result} words={words} speech={speech} />
      <WaitingOfBook result={result} words={words} speech={speech} />
      <Treaties result={result} words={words} speech={speech} />
      <Unknown result={result} words={words} speech={speech} />
      <Largest result={result} index={index} words={words} speech={speech} />
      <div class="pair">
        <Groups name="sectors" result={result} index={index} words={words} speech={speech} />
        <div>
          <Groups name="providers" result={result} index={index} words={words} speech={speech} />
          <Groups name="regions" result={result} index={index} words={words} speech={speech} />
        </div>
      </div>
      <Refused reply={reply} file={file} words={words} speech={speech} />
      <InsurerRun name="book" command={command} id={result.id} speech={speech}>
        {common.run.record(count(result.draws), speech.figure(String(result.seed)), result.engine)}
      </InsurerRun>
    </>
  );
}

function Refused({
  reply: { refused, columns },
  file,
  words,
  speech,
}: Said & { readonly reply: BookReply; readonly file: File }) {
  if (refused.length === 0) return null;
  const problems = refused.flatMap(({ line, problems: wrong }) => wrong.map((one) => ({ line, ...one })));
  const count = (value: number): string => speech.figure(grouped(value));
  const title = words.refusedTitle(count(refused.length));
  const save = async (): Promise<void> => {
    const { rejectsCsv, rejectsHeader } = await import('../../report/book/rejects-csv.ts');
    saveFile(rejectsName(file.name), 'text/csv', rejectsHeader(columns) + rejectsCsv(refused));
  };
  return (
    <section aria-labelledby="book-refused">
      <h2 id="book-refused">{title}</h2>
      <ul class="plain refused">
        {problems.slice(0, MOST_REFUSED).map(({ line, column, value, reason }, place) => (
          <li key={place}>
            {words.line(count(line))}
            {column !== '' && (
              <>
                {words.column} <bdi dir="ltr">{column}</bdi>
              </>
            )}
            {/* In one: in Arabic the cell and what is wrong with it would change places. */}:{' '}
            <bdi dir="ltr">
              <bdi>{value}</bdi> <English speech={speech}>{reason}</English>
            </bdi>
          </li>
        ))}
      </ul>
      {problems.length > MOST_REFUSED && (
        <p class="muted">{words.refusedMore(count(MOST_REFUSED), count(problems.length))}</p>
      )}
      <p class="actions">
        <button type="button" class="quiet" onClick={() => void save()}>
          {words.saveRefused}
        </button>
      </p>
    </section>
  );
}
