import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bookLosses, bookYears, readEvent } from '../../src/index.ts';
import { bookJson } from '../../src/report/book/book-json.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { projectRoot } from '../support/project-files.ts';
import { pieces, portfolioText } from '../schema/portfolio/portfolio-file.ts';

const sample = await readFile(`${projectRoot}/data/samples/portfolio.csv`);
const few = { draws: 100 };

describe('bookLosses of the library', () => {
  it('gives what the command line gives, from text, bytes and pieces', async () => {
    const folder = temporaryFolder();
    const line = `book ${projectRoot}/data/samples/portfolio.csv --event aws-2025-10-20 --draws 100 --format json`;
    const { stdout } = runCli(line.split(' '), { cwd: folder });
    for (const portfolio of [sample, sample.toString(), pieces(sample, 999)]) {
      const { result, refused } = await bookLosses(portfolio, 'aws-2025-10-20', few);
      expect(bookJson(result)).toBe(stdout);
      expect(refused.map(({ line }) => line)).toEqual([315, 728]);
    }
  });

  it('takes a scenario, with draws and seed of its own', async () => {
    const event = await readEvent('aws-2025-10-20');
    const { result } = await bookLosses(sample, event, few);
    expect(result).toEqual((await bookLosses(sample, 'aws-2025-10-20', few)).result);
    const { result: other } = await bookLosses(portfolioText({}), event, { seed: 7 });
    expect([other.draws, other.seed]).toEqual([1000, 7]);
  });

  it('nets treaties, and names them when they are wrong', async () => {
    const treaties = 'ReinsNumber,ReinsType,CededPercent,PlacedPercent,ReinsCurrency,InuringPriority\n';
    const reinsurance = `${treaties}1,QS,0.4,1,USD,1\n`;
    const { result } = await bookLosses(sample, 'aws-2025-10-20', { ...few, reinsurance });
    expect(result.net!.mean / result.gross.mean).toBeCloseTo(0.6, 9);
    const years = await bookYears(sample, { years: 200, worlds: 10, reinsurance: Buffer.from(reinsurance) });
    const { net, gross } = years.result;
    expect(net!.averageAnnualLossUsd.meanNeutral / gross.averageAnnualLossUsd.meanNeutral).toBeCloseTo(
      0.6,
      9,
    );
    for (const wrong of [`${treaties}1,QS,40,1,USD,1\n`, 7 as never]) {
      await expect(
        bookLosses(sample, 'aws-2025-10-20', { ...few, reinsurance: wrong }),
      ).rejects.toMatchObject({
        code: 'PORTFOLIO_INVALID',
        path: expect.stringContaining('reinsurance') as string,
      });
    }
  });

  it('hands over every refused row of a large text', async () => {
    const wrong = portfolioText({ PolDed: 'x' }).split('\n')[1]!;
    const text = portfolioText({}) + `${wrong}\n`.repeat(149_999);
    const { result, refused } = await bookLosses(text, 'aws-2025-10-20', { draws: 1 });
    expect(result.rows).toMatchObject({ read: 150_000, used: 1 });
    expect(refused).toHaveLength(149_999);
  });

  it.each([
    [undefined, 'it is undefined'],
    [{ path: 'portfolio.csv' }, 'it is of type object'],
    [
      (async function* () {
        yield await Promise.resolve('text');
      })(),
      'a piece of it is of type string',
    ],
  ])('refuses %s', async (portfolio, message) => {
    await expect(bookLosses(portfolio as never, 'aws-2025-10-20')).rejects.toMatchObject({
      code: 'PORTFOLIO_INVALID',
      message: expect.stringContaining(message) as string,
    });
  });

  it('refuses draws that are none, an event that is none and a scenario without a provider', async () => {
    await expect(bookLosses(sample, 'aws-2025-10-20', { draws: 0 })).rejects.toMatchObject({
      code: 'PARAMETER_OUT_OF_RANGE',
      path: 'simulation.draws',
    });
    await expect(bookLosses(sample, 'aws-2025')).rejects.toMatchObject({ code: 'EVENT_UNKNOWN' });
    await expect(
      bookLosses(sample, { outage: { kind: 'cloud', durationHours: 6 } }, few),
    ).rejects.toMatchObject({ code: 'PROVIDER_UNKNOWN' });
  });
});

describe('bookYears of the library', () => {
  it('simulates years and hands over refused rows', async () => {
    const text = portfolioText({}, { PolNumber: 'P2', PolDed: 'x' });
    const { result, refused } = await bookYears(text, { years: 200, worlds: 10 });
    expect(result).toMatchObject({
      schema: 'lossrange/book-years@1',
      worlds: 10,
      yearsPerWorld: 20,
      seed: 1,
    });
    expect(refused.map(({ line }) => line)).toEqual([3]);
    await expect(bookYears(text, { years: 0 })).rejects.toMatchObject({ code: 'PARAMETER_OUT_OF_RANGE' });
    await expect(bookYears(text, { catalogue: 'clud' })).rejects.toMatchObject({ code: 'TERM_UNKNOWN' });
  });
});
