import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bookLosses } from '../../src/index.ts';
import { reviveEvents } from '../../src/web/engine/catalog-bundle.ts';
import { makeBundles } from '../../src/web/engine/make-bundles.ts';
import type { BookReply, Reply, Request } from '../../src/web/engine/messages.ts';
import { engineClient, Superseded, type Port } from '../../src/web/engine/client.ts';
import { runTask, type Engine } from '../../src/web/engine/run-task.ts';
import { bookCommand, rejectsName } from '../../src/web/exports/book-command.ts';
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
const task = (content: string | Uint8Array<ArrayBuffer>, name = 'book.csv') =>
  ({ kind: 'book', file: new File([content], name), event }) as const;
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
      path: 'book.csv: line 100002',
      hint: 'on the command line `lossrange book` reads books of any size',
    });
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
    expect(bookCommand(name, 'x')).toBe(command);
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
