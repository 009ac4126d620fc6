import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bookLosses } from '../../src/index.ts';
import { BOOK_DRAWS, bookLosses as bookOfService } from '../../src/services/book-losses.ts';
import { reviveEvents } from '../../src/web/engine/catalog-bundle.ts';
import { makeBundles } from '../../src/web/engine/make-bundles.ts';
import type { BookReply, Reply, Request } from '../../src/web/engine/messages.ts';
import { engineClient, Superseded, type EngineClient, type Port } from '../../src/web/engine/client.ts';
import { runTask, type Engine } from '../../src/web/engine/run-task.ts';
import { bookCommand, rejectsName } from '../../src/web/exports/book-command.ts';
import { createBookRun } from '../../src/web/state/book-run.ts';
import { bookWords } from '../../src/web/words/book-words.ts';
import { insurerWords } from '../../src/web/words/insurer-words.ts';
import { listEventIds, readEventText } from '../../src/catalog/event-files.ts';
import { portfolioText } from '../schema/portfolio/portfolio-file.ts';
import { catalog, eventScenario } from '../support/engine.ts';
import { projectRoot } from '../support/project-files.ts';

const event = 'aws-2025-10-20';
const made = makeBundles(
  catalog,
  listEventIds().map((id) => JSON.parse(readEventText(id).text) as unknown),
  [],
);
const engine: Engine = {
  bundle: { catalog, events: [], first: eventScenario(event) },
  events: () => Promise.resolve(reviveEvents(made.events)),
  claims: () => Promise.reject(new Error('no claim is checked here')),
  kept: new Map(),
};
const task = (content: string | Uint8Array<ArrayBuffer>, treaties: string | null = null) =>
  ({
    kind: 'book',
    file: new File([content], 'one name.csv'),
    treaties: treaties === null ? null : new File([treaties], 'one name.csv'),
    event,
  }) as const;
const sampleOf = (name: string): string => readFileSync(`${projectRoot}/data/samples/${name}.csv`, 'utf8');
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
const watch = { onProgress: () => undefined, isStopped: () => false };

describe('a book in the engine of the page', () => {
  it('gives the result of the library to the byte, with the refused rows', async () => {
    const sample = Uint8Array.from(readFileSync(`${projectRoot}/data/samples/portfolio.csv`));
    const done: number[] = [];
    const reply = await runTask(engine, task(sample), { ...watch, onProgress: (rows) => done.push(rows) });
    const { result, refused } = await bookLosses(sample, event);
    expect((reply as BookReply).result).toEqual(result);
    expect((reply as BookReply).refused).toEqual(refused);
    expect((reply as BookReply).columns[0]).toBe('PortNumber');
    // Two pieces of 64 KiB.
    expect(done).toHaveLength(2);
    expect(done.at(-1)).toBe(1000);
  });

  it('stops between two pieces', async () => {
    const text = portfolioText({}) + '\n'.repeat(200_000);
    let pieces = 0;
    const isStopped = (): boolean => ++pieces > 2;
    await expect(runTask(engine, task(text), { ...watch, isStopped })).rejects.toThrow('stopped');
    expect(pieces).toBe(3);
  });

  it('says where longer books go', async () => {
    const wrong = portfolioText({ PolDed: 'x' }).split('\n')[1]!;
    const text = portfolioText({}) + `${wrong}\n`.repeat(100_000);
    await expect(runTask(engine, task(text))).rejects.toMatchObject({
      code: 'PORTFOLIO_TOO_LARGE',
      path: 'file: line 100002',
      hint: 'on the command line `lossrange book` reads books of any size',
    });
  });
});

describe('treaties in the engine of the page', () => {
  it('give the net losses of the command line to the byte', async () => {
    const [book, treaties] = [sampleOf('portfolio'), sampleOf('reinsurance')];
    const reply = (await runTask(engine, task(book, treaties))) as BookReply;
    const scenario = eventScenario(event);
    const result = await bookOfService(pieces(book), {
      ...{ file: 'book', mostRows: 1e6, catalog },
      scenario: { ...scenario, simulation: { ...scenario.simulation, draws: BOOK_DRAWS } },
      reinsurance: { file: 'treaties', bytes: pieces(treaties) },
    });
    expect(reply.result).toEqual(result);
    expect(reply.result.treaties).toHaveLength(3);
  });

  it('are told from the book by the field, as both files may have one name', async () => {
    const good = sampleOf('reinsurance');
    const wrong = good.replace('0.45', '45').replace('2000000', 'much');
    await expect(runTask(engine, task(portfolioText({}), wrong))).rejects.toMatchObject({
      code: 'PORTFOLIO_INVALID',
      path: 'treaties',
      message: expect.stringMatching(/line 2, CededPercent: .* \| line 3, OccLimit: /) as string,
    });
    const text = portfolioText({ PolDed: 'x' });
    await expect(runTask(engine, task(text, good))).rejects.toMatchObject({ path: 'file' });
  });

  it.each([
    ['a file of many blanks', '\n'.repeat(1_100_000), /is longer than 1024 KiB/, 'treaties'],
    ['a book', 'portfolio', /has columns that are not of OED's ReinsInfo/, 'treaties: line 1'],
    ['nothing', '', /is empty/, 'treaties'],
  ])('are refused without a look at the book: %s', async (_name, content, message, path) => {
    const treaties =
      content === 'portfolio' ? sampleOf(content) : sampleOf('reinsurance').split('\n')[0]! + content;
    let rows = 0;
    const onProgress = (): void => {
      rows += 1;
    };
    const asked = task(portfolioText({}), content === '' ? '' : treaties);
    await expect(runTask(engine, asked, { ...watch, onProgress })).rejects.toMatchObject({
      path,
      message: expect.stringMatching(message) as string,
    });
    expect(rows).toBe(0);
  });

  it('stop between two pieces too', async () => {
    const isStopped = (): boolean => true;
    const asked = task(portfolioText({}), sampleOf('reinsurance'));
    await expect(runTask(engine, asked, { ...watch, isStopped })).rejects.toThrow('stopped');
  });
});

describe('the book that a reader chose', () => {
  const book = new File(['1'], 'book.csv');
  const treaties = new File(['2'], 'treaties.csv');

  /** A run whose engine answers when told to. */
  function opened() {
    const tasks: { file: File; treaties: File | null; event: string }[] = [];
    const answers: ((reply: BookReply) => void)[] = [];
    const stopped: number[] = [];
    const client = {
      ask: (_lane: string, asked: (typeof tasks)[number]) => {
        tasks.push(asked);
        return new Promise((resolve) => answers.push(resolve));
      },
      stop: () => stopped.push(tasks.length),
    };
    const timers = { setTimeout: () => 0, clearTimeout: () => undefined };
    const run = createBookRun(client as unknown as EngineClient, timers as unknown as Window, 1);
    return { run, tasks, answers, stopped };
  }

  it('waits for a file, and runs again with each change of it, the treaties or the event', () => {
    const { run, tasks, stopped } = opened();
    run.put({ event: 'x' });
    run.put({ treaties });
    expect(run.treaties.value).toBe(treaties);
    expect(tasks).toEqual([]);
    run.put({ file: book });
    run.put({ event: 'y' });
    run.put({ treaties: null });
    run.put({ treaties: null, event: 'y', file: book });
    expect(tasks.map(({ event: asked, treaties: given }) => [asked, given])).toEqual([
      ['x', treaties],
      ['y', treaties],
      ['y', null],
    ]);
    // Whatever runs is stopped before the next one is asked for.
    expect(stopped).toEqual([0, 0, 0, 1, 2]);
    expect([run.file.value, run.treaties.value]).toEqual([book, null]);
  });

  it('keeps no figure of the treaties before', async () => {
    const { run, answers } = opened();
    run.put({ file: book, treaties, event: 'x' });
    const reply = { refused: [], columns: [] } as unknown as BookReply;
    answers[0]!(reply);
    await Promise.resolve();
    expect(run.reply.value).toBe(reply);
    run.put({ treaties: null });
    expect(run.reply.value).toBeNull();
  });
});

describe('a question that nobody waits for', () => {
  it('frees its lane for the next one, whatever it answers', async () => {
    const asked: Request[] = [];
    let reply: (data: Reply) => void = () => undefined;
    const worker: Port = {
      postMessage: (request) => asked.push(request),
      addEventListener: (type: string, given: unknown) => {
        if (type === 'message') reply = (data) => (given as (event: { data: Reply }) => void)({ data });
      },
    };
    const client = engineClient(worker);
    const progress: number[] = [];
    const first = client.ask('book', task('1'), (done) => progress.push(done));
    const waiting = client.ask('book', task('2'));
    reply({ id: 1, done: 500 });
    client.stop('book');
    await expect(first).rejects.toBeInstanceOf(Superseded);
    await expect(waiting).rejects.toBeInstanceOf(Superseded);
    expect(asked.at(-1)).toEqual({ id: 1, stop: true });
    const next = client.ask('book', task('3'));
    // The engine is still at the first one.
    expect(asked).toHaveLength(2);
    reply({ id: 1, ok: true, value: 'too late' });
    expect(asked.at(-1)).toMatchObject({ id: 2, task: { kind: 'book' } });
    reply({ id: 2, ok: true, value: 'three' });
    expect(await next).toBe('three');
    expect(progress).toEqual([500]);
  });
});

describe('the command of a book', () => {
  it.each([
    ['book.csv', 'lossrange book book.csv --event x'],
    ['my "book".csv', `lossrange book 'my "book".csv' --event x`],
    ["o'neil.csv", String.raw`lossrange book 'o'\''neil.csv' --event x`],
    ['--quiet.csv', 'lossrange book ./--quiet.csv --event x'],
  ])('%s', (name, command) => {
    expect(bookCommand(name, 'x', null)).toBe(command);
  });

  it('names the treaties', () => {
    expect(bookCommand('book.csv', 'x', 'my treaties.csv')).toBe(
      "lossrange book book.csv --event x --reinsurance 'my treaties.csv'",
    );
    expect(bookCommand('book.csv', 'x', '-t.csv')).toBe(
      'lossrange book book.csv --event x --reinsurance ./-t.csv',
    );
  });

  it('names the refused rows as the command line does', () => {
    expect(['book.csv', 'Book.CSV', 'book'].map(rejectsName)).toEqual([
      'book.rejects.csv',
      'Book.rejects.csv',
      'book.rejects.csv',
    ]);
  });
});

describe('the words of the view of insurers', () => {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') {
      return [String((value as (...given: number[]) => unknown)(3, 4, 5, 6))];
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
  };

  it('are there in both languages, without English in Arabic', () => {
    const english = [bookWords('en'), insurerWords('en')].flatMap(texts);
    const arabic = [bookWords('ar'), insurerWords('ar')].flatMap(texts);
    expect(arabic).toHaveLength(english.length);
    expect([...english, ...arabic].filter((text) => text.trim() === '')).toEqual([]);
    expect(arabic.filter((text) => /[a-z]{2,}/i.test(text.replace(/CSV|OED/g, '')))).toEqual([]);
  });
});
