import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookResponse } from '../../src/api/schemas/book.ts';
import { projectRoot } from '../support/project-files.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { expectGolden, expectProblem, openApp, post } from './support.ts';

const sample = join(projectRoot, 'data/samples/portfolio.csv');
const csv = readFileSync(sample, 'utf8');
const [header = '', ...rows] = csv.trimEnd().split('\n');
const few = [header, ...rows.slice(0, 40)].join('\n');
const event = 'aws-2025-10-20';
const url = '/v1/portfolios/losses';

describe(`POST ${url}`, async () => {
  const lines: string[] = [];
  const log = { write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream;
  const app = await openApp({ log });

  it('gives the bytes of the command line, with the rows that are refused', async () => {
    const answer = await post(app, url, { event, csv });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { problems, ...book } = bookResponse.parse(JSON.parse(answer.body));
    const rejects = join(temporaryFolder(), 'rejects.csv');
    const args = ['book', sample, '--event', event, '--format', 'json', '--rejects', rejects];
    expect(book).toEqual(JSON.parse(runCli(args).stdout));
    expect(problems.map(({ line }) => line)).toEqual([315, 728]);
    expect(problems[0]).toMatchObject({ column: expect.stringMatching(/\w/), reason: expect.any(String) });
  });

  it('takes a scenario in place of an event, and draws and a seed', async () => {
    const { scenario } = (await app.inject(`/v1/events/${event}`)).json();
    const options = { csv: few, draws: 200, seed: 3 };
    const answer = await post(app, url, { scenario, ...options });
    expect(answer.json()).toMatchObject({ draws: 200, seed: 3 });
    expect(answer.body).toBe((await post(app, url, { event, ...options })).body);
  });

  it('puts the treaties that are sent on the book, and gives the bytes of the command line', async () => {
    const treaties = join(projectRoot, 'data/samples/reinsurance.csv');
    const reinsuranceCsv = readFileSync(treaties, 'utf8');
    const answer = await post(app, url, { event, csv, reinsuranceCsv });
    expect(answer.statusCode, answer.body).toBe(200);
    const { problems, ...book } = bookResponse.parse(JSON.parse(answer.body));
    expect(problems).toHaveLength(2);
    const rejects = join(temporaryFolder(), 'rejects.csv');
    const args = ['book', sample, '--event', event, '--format', 'json', '--rejects', rejects];
    expect(book).toEqual(JSON.parse(runCli([...args, '--reinsurance', treaties]).stdout));
    const paid = book.treaties.reduce((sum, { recovery }) => sum + recovery.mean, 0);
    expect(book.treaties).toHaveLength(3);
    expect(book.net!.mean + paid).toBeCloseTo(book.gross.mean, 4);
    const bare = (await post(app, url, { event, csv: few, draws: 100 })).json();
    expect(bare).toMatchObject({ net: null, treaties: [] });
  });

  it('changes only when the model does', async () => {
    const body = { event, csv: [header, ...rows.slice(0, 6), 'broken'].join('\n'), draws: 100 };
    const { files, engine, ...book } = (await post(app, url, body)).json();
    expect(Object.keys(files).length).toBeGreaterThan(3);
    expect(engine).toBe(runCli(['--version']).stdout.trim());
    expectGolden('book', JSON.stringify(book));
  });

  it.each<[string, object, number, string, string]>([
    ['an unknown event', { event: 'aws-2025-10-21', csv: few }, 422, 'EVENT_UNKNOWN', '#/event'],
    ['no event', { csv: few }, 422, 'SCENARIO_INVALID', '#'],
    ['no book', { event }, 422, 'SCENARIO_INVALID', '#/csv'],
    ['an empty book', { event, csv: '' }, 422, 'PORTFOLIO_INVALID', '#/csv'],
    ['a header alone', { event, csv: header }, 422, 'PORTFOLIO_INVALID', '#/csv'],
    ['an open quote', { event, csv: `${header}\n"1,2` }, 422, 'PORTFOLIO_INVALID', '#/csv'],
    ['rows that are all wrong', { event, csv: `${header}\nx\ny` }, 422, 'PORTFOLIO_INVALID', '#/csv'],
    [
      'no text of treaties',
      { event, csv: few, reinsuranceCsv: 1 },
      422,
      'SCENARIO_INVALID',
      '#/reinsuranceCsv',
    ],
    ['no treaties', { event, csv: few, reinsuranceCsv: '' }, 422, 'PORTFOLIO_INVALID', '#/reinsuranceCsv'],
    [
      'a treaty column that is not one',
      { event, csv: few, reinsuranceCsv: 'ReinsNo,x\n1,2\n' },
      ...([422, 'PORTFOLIO_INVALID', '#/reinsuranceCsv'] as const),
    ],
    ['too many draws', { event, csv: few, draws: 10_001 }, 422, 'PARAMETER_OUT_OF_RANGE', '#/draws'],
  ])('refuses %s, and says where', async (_name, body, status, code, pointer) => {
    const answer = await post(app, url, body);
    expectProblem(answer, status, code);
    expect(answer.json().errors[0].pointer).toBe(pointer);
  });

  it('says which line is wrong when all are', async () => {
    const { hint } = (await post(app, url, { event, csv: `${header}\nx\ny` })).json();
    expect(hint).toContain('line 2');
  });

  it('sends a larger book to the command line', async () => {
    const row = '1,a,p,1';
    const many = `${header}\n${`${row}\n`.repeat(10_001)}`;
    const answer = await post(app, url, { event, csv: many });
    expectProblem(answer, 413, 'PORTFOLIO_TOO_LARGE');
    expect(answer.json().hint).toContain('lossrange book');
    const long = await post(app, url, { event, csv: 'a'.repeat(4_200_000) });
    expectProblem(long, 413, 'BODY_TOO_LARGE');
    expect(long.json()).toMatchObject({ detail: expect.stringContaining('4,194,304') });
    expectProblem(await app.inject({ method: 'GET', url }), 405, 'METHOD_NOT_ALLOWED');
  });

  it('logs nothing of a book', async () => {
    const names = `InsuredName,${header}`;
    const planted = [names, `Planted Firm,${rows[0]}`, 'Planted Firm,Planted', 'Planted Firm'].join('\n');
    expect((await post(app, url, { event, csv: planted })).body).not.toContain('Planted Firm');
    await post(app, url, { event, csv: `${names}\n"Planted Firm` });
    await post(app, url, `{"csv": "Planted Firm`);
    await post(app, url, { event, csv: few, reinsuranceCsv: 'Planted Firm,x\n1,2\n' });
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('')).not.toContain('Planted');
  });
});
