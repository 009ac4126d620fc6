import type { BookGroup, BookResult, LossRange } from '../../core/insurance/portfolio/book-result.ts';
import { columnUnit, type ColumnUnit } from '../../report/amount-column.ts';
import { grouped } from '../../report/amounts.ts';
import { bookJson } from '../../report/book/book-json.ts';
import { topGroups } from '../../report/book/top-groups.ts';
import type { BookReply, CatalogIndex } from '../engine/messages.ts';
import { bookCommand, rejectsName } from '../exports/book-command.ts';
import { saveFile } from '../exports/save-file.ts';
import { CopiedLine } from '../parts/copied-line.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { English } from '../parts/english.tsx';
import { useStore } from '../parts/store-context.ts';
import { isSample, SAMPLE_PATH } from '../state/sample-book.ts';
import type { BookWords } from '../words/book-words.ts';
import { insurerWords } from '../words/insurer-words.ts';
import type { Speech } from '../words/speech.ts';

const MOST_LISTED = 10;
const MOST_REFUSED = 20;

export interface Said {
  readonly words: BookWords;
  readonly speech: Speech;
}

/** The answer in a sentence. */
export function grossIn({ gross }: BookResult, { words, speech }: Said): string {
  return gross.p50 === 0 ? words.grossNothing : words.gross(speech.firstAmount(gross.p50));
}

/** Losses of a book with their parts, the refused rows, and the line that gives the same elsewhere. */
export function BookAnswer({
  reply,
  file,
  index,
  words,
  speech,
}: Said & { readonly reply: BookReply; readonly file: File; readonly index: CatalogIndex | null }) {
  const { result } = reply;
  const { gross, rows, event } = result;
  const common = speech.words;
  const count = (value: number): string => speech.figure(grouped(Math.round(value)));
  const command = bookCommand(isSample(file) ? SAMPLE_PATH : file.name, useStore().page.value.bookEvent);
  const range =
    gross.p5 === 0 && gross.p95 > 0
      ? words.rangeUpTo(speech.amount(gross.p95))
      : words.range(speech.range(gross.p5, gross.p95));
  const save = (): void => saveFile('book.json', 'application/json', bookJson(result));
  return (
    <>
      <section class="answer" id="answer" tabIndex={-1} aria-labelledby="answer-first">
        <p class="eyebrow">
          <English speech={speech}>{event.title}</English>
        </p>
        <h1 id="answer-first" class="first">
          {grossIn(result, { words, speech })}
        </h1>
        <p class="second">{speech.figure(range)}</p>
        <p>
          {result.drawsWithoutPayout === 0
            ? words.alwaysPays
            : words.without(count(result.drawsWithoutPayout), count(result.draws))}
        </p>
        <p>
          {words.rows(count(rows.used), count(rows.read), count(rows.refused))}
          {result.notInForce > 0 && ` ${words.notInForce(count(result.notInForce))}`}
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
          {words.perspective} {words.noNet}
        </p>
        <p class="muted">{words.notThis}</p>
        <div class="actions">
          <button type="button" class="quiet" onClick={save}>
            <bdi>JSON</bdi>
          </button>
          <button type="button" class="quiet" onClick={() => window.print()}>
            {common.run.print}
          </button>
        </div>
      </section>
      <Perspectives result={result} words={words} speech={speech} />
      <WaitingTable result={result} words={words} speech={speech} />
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
      <section class="run" aria-labelledby="book-run">
        <h2 id="book-run">{common.run.title}</h2>
        <dl>
          <CopiedLine name={common.run.cli} text={command} copy={common.run.copy} />
        </dl>
        <p class="record">
          {common.run.id}{' '}
          <bdi dir="ltr">
            <code data-testid="book-id">{result.id}</code>
          </bdi>{' '}
          · {common.run.record(count(result.draws), speech.figure(String(result.seed)), result.engine)}
        </p>
      </section>
    </>
  );
}

interface PartProps extends Said {
  readonly result: BookResult;
}

function rangeIn({ p5, p95 }: LossRange, unit: ColumnUnit, speech: Speech): string {
  return speech.words.why.fromTo(speech.cell(p5, unit), speech.cell(p95, unit));
}

function RangeTable(
  props: Said & {
    readonly title: string;
    readonly unit: ColumnUnit;
    readonly rows: readonly (readonly [string, LossRange])[];
  },
) {
  const { title, unit, rows, words, speech } = props;
  return (
    <DataTable
      wide
      caption={title}
      columns={[words.loss, words.middle, words.nineInTen, words.mean]}
      rows={rows.map(([head, range]) => ({
        key: head,
        head,
        cells: [speech.cell(range.p50, unit), rangeIn(range, unit, speech), speech.cell(range.mean, unit)],
      }))}
    />
  );
}

function Perspectives({ result: { groundUp, gross }, words, speech }: PartProps) {
  const unit = columnUnit([groundUp.mean, groundUp.p95]);
  const title = words.losses(speech.columnHead(unit));
  return (
    <section aria-labelledby="book-losses">
      <h2 id="book-losses">{title}</h2>
      <RangeTable
        title={title}
        unit={unit}
        rows={[
          [words.groundUp, groundUp],
          [words.grossRow, gross],
        ]}
        words={words}
        speech={speech}
      />
    </section>
  );
}

function WaitingTable({ result: { waiting }, words, speech }: PartProps) {
  const { modes, hours: hoursIn } = insurerWords(speech.words.language);
  const unit = columnUnit(waiting.map(({ gross }) => gross.p50));
  const hours = [...new Set(waiting.map((row) => row.hours))];
  const title = words.waitingTitle(speech.columnHead(unit));
  const middle = (mode: string, wait: number): string => {
    const row = waiting.find((one) => one.mode === mode && one.hours === wait);
    return row === undefined ? '' : speech.cell(row.gross.p50, unit);
  };
  return (
    <section aria-labelledby="book-waiting">
      <h2 id="book-waiting">{title}</h2>
      <p class="muted">{words.waitingNote}</p>
      <DataTable
        wide
        caption={title}
        columns={[words.mode, ...hours.map((wait) => speech.figure(hoursIn(wait)))]}
        rows={[...new Set(waiting.map(({ mode }) => mode))].map((mode) => ({
          key: mode,
          head: modes[mode],
          cells: hours.map((wait) => middle(mode, wait)),
        }))}
      />
    </section>
  );
}

function Unknown({ result, words, speech }: PartProps) {
  const { unknown, groundUp, gross, policyCount, event } = result;
  const blank = unknown.provider + unknown.region;
  if (blank === 0) return null;
  const unit = columnUnit([groundUp.mean, groundUp.p95]);
  const without = (head: string): string => `${head}: ${words.withoutUnknown}`;
  const count = (value: number): string => speech.figure(grouped(value));
  const title = `${words.unknownTitle}: ${speech.columnHead(unit)}`;
  return (
    <section aria-labelledby="book-unknown">
      <h2 id="book-unknown">{words.unknownTitle}</h2>
      <p class="muted">
        {words.unknown(
          count(unknown.provider),
          count(unknown.region),
          event.provider,
          speech.percent(blank / policyCount),
        )}
      </p>
      <p class="muted">{words.losses(speech.columnHead(unit))}</p>
      <RangeTable
        title={title}
        unit={unit}
        rows={[
          [words.groundUp, groundUp],
          [without(words.groundUp), unknown.groundUpWithout],
          [words.grossRow, gross],
          [without(words.grossRow), unknown.grossWithout],
        ]}
        words={words}
        speech={speech}
      />
    </section>
  );
}

interface NamedProps extends PartProps {
  /** For the titles of sectors. */
  readonly index: CatalogIndex | null;
}

function sectorName(id: string, index: CatalogIndex | null, { words }: Speech): string {
  return words.sectorNames?.[id] ?? index?.sectors.find((sector) => sector.id === id)?.title ?? id;
}

function Largest({ result: { policies }, index, words, speech }: NamedProps) {
  const { hours } = insurerWords(speech.words.language);
  const largest = policies
    .filter(({ grossMean }) => grossMean > 0)
    .toSorted((a, b) => b.grossMean - a.grossMean || a.line - b.line)
    .slice(0, MOST_LISTED);
  if (largest.length === 0) return null;
  const dollars = (usd: number): string => speech.figure(grouped(Math.round(usd)));
  const title = words.largestTitle(largest.length);
  return (
    <section aria-labelledby="book-largest">
      <h2 id="book-largest">{speech.figure(title)}</h2>
      <p class="muted">{words.largestNote}</p>
      <DataTable
        wide
        caption={title}
        text={[0]}
        columns={[
          ...[words.policy, words.sector, words.counted, words.struckShare],
          ...[words.groundUpShort, words.grossShort],
        ]}
        rows={largest.map(({ line, key, sector, countedHours, struckShare, groundUpMean, grossMean }) => ({
          key: String(line),
          head: (
            <>
              <bdi>{key.polNumber}</bdi>
              {key.layerNumber > 1 && `, ${words.layer(speech.figure(String(key.layerNumber)))}`}
            </>
          ),
          cells: [
            sectorName(sector, index, speech),
            speech.figure(hours(Number(countedHours.toFixed(2)))),
            speech.percent(struckShare),
            dollars(groundUpMean),
            dollars(grossMean),
          ],
        }))}
      />
    </section>
  );
}

/** Of the engine's name for a region of which only the provider is known. */
const NOT_KNOWN = /\s?not known$/;

function Groups({
  name,
  result,
  index,
  words,
  speech,
}: NamedProps & { readonly name: 'sectors' | 'providers' | 'regions' }) {
  const groups = result[name];
  const unit = columnUnit(groups.map(({ groundUpMean }) => groundUpMean));
  const { top, others } = topGroups(groups, MOST_LISTED);
  const title = words.groups[name];
  const head = (group: BookGroup) => {
    if (name === 'sectors') return sectorName(group.name, index, speech);
    const known = group.name.replace(NOT_KNOWN, '');
    return (
      <>
        <bdi dir="ltr">{known}</bdi> {known !== group.name && words.notKnown}
      </>
    );
  };
  const row = (group: BookGroup) => [
    speech.figure(grouped(group.policies)),
    speech.cell(group.groundUpMean, unit),
    speech.cell(group.grossMean, unit),
  ];
  return (
    <section aria-labelledby={`book-${name}`}>
      <h2 id={`book-${name}`}>{title}</h2>
      <p class="muted">{words.groupsNote(speech.columnHead(unit))}</p>
      <DataTable
        wide
        caption={title}
        columns={[words.name, words.policies, words.groundUpShort, words.grossShort]}
        rows={[
          ...top.map((group) => ({ key: group.name, head: head(group), cells: row(group) })),
          ...(others === null
            ? []
            : [{ key: '', head: speech.figure(words.others(others.count)), cells: row(others.sum) }]),
        ]}
      />
    </section>
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
