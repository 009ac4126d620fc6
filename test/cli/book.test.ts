import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { portfolioText } from '../schema/portfolio/portfolio-file.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'lossrange-book-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  join(folder, 'good.csv'),
  portfolioText({ FlexiAccCloudRegion: 'us-east-1', AnnualRevenue: '2000000000' }),
);
writeFileSync(join(folder, 'mixed.csv'), portfolioText({}, { PolNumber: 'P2', PolDed: '1e3' }));
writeFileSync(
  join(folder, 'later.csv'),
  portfolioText({ PolInceptionDate: '2025-01-01', PolExpiryDate: '2026-01-01' }),
);

const treaty = (share: string) =>
  `ReinsNumber,ReinsType,CededPercent,PlacedPercent,ReinsCurrency,InuringPriority\n1,QS,${share},1,USD,1\n`;
writeFileSync(join(folder, 'treaties.csv'), treaty('0.45'));
writeFileSync(join(folder, 'bad.csv'), treaty('45'));

/** Enough to run; the figures are not looked at. */
const few = ['--event', 'aws-2025-10-20', '--draws', '100'];
const book = (...args: string[]) => runCli(['book', ...args], { cwd: folder });

describe('a book on the command line', () => {
  it('writes refused rows to a file of their own, and none when all are used', () => {
    expect(book('good.csv', ...few)).toMatchObject({ stderr: '', exitCode: 0 });
    expect(existsSync(join(folder, 'good.rejects.csv'))).toBe(false);
    const { stdout, exitCode } = book('mixed.csv', ...few);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 of 2 rows used, 1 refused: mixed.rejects.csv.');
    expect(readFileSync(join(folder, 'mixed.rejects.csv'), 'utf8')).toContain(
      '3,PolDed,"""1e3""","is in powers of ten',
    );
  });

  it('stops at the first wrong row when strict, and leaves no file', () => {
    const { stdout, stderr, exitCode } = book('mixed.csv', ...few, '--strict', '--rejects', 'strict.csv');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(
      'error PORTFOLIO_INVALID at mixed.csv: line 3, column PolDed: "1e3" is in powers',
    );
    expect(readdirSync(folder).filter((name) => name.includes('strict'))).toEqual([]);
  });

  it('reads its own template', () => {
    expect(book('--template', '--out', 'template.csv').exitCode).toBe(0);
    const { stdout, exitCode } = book('template.csv', ...few, '--format', 'json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'lossrange/book@1', rows: { used: 3, refused: 0 } });
  });

  it('answers in one line', () => {
    expect(book('good.csv', ...few, '--quiet').stdout).toMatch(/^Gross loss\b.*outcomes\.\n$/);
  });

  it('says that no policy was in force, with treaties and without', () => {
    for (const treaties of [[], ['--reinsurance', 'treaties.csv']]) {
      const { stdout, stderr, exitCode } = book('later.csv', '--event', 'aws-s3-2017-02-28', ...treaties);
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      expect(stdout).toContain('1 were not in force at the start.');
      expect(stdout).toMatch(
        treaties.length > 0 ? /^ +policies +ground-up +gross +net$/m : /^ +policies +ground-up +gross$/m,
      );
    }
  });

  it('says in every format that rows are refused', () => {
    for (const format of [['--quiet'], ['--format', 'json']]) {
      const { stderr, exitCode } = book('mixed.csv', ...few, ...format);
      expect({ stderr, exitCode }).toEqual({
        stderr: 'note: 1 of the rows is refused, with reasons in mixed.rejects.csv\n',
        exitCode: 0,
      });
      expect(book('good.csv', ...few, ...format).stderr).toBe('');
    }
  });

  it('reads extra expense and a wording that does not deduct sales made up later, and says so', () => {
    const cells = { FlexiAccExtraExpense: '50000', FlexiPolRecaptureDeducted: 'N' };
    const columns = { FlexiAccCloudRegion: 'us-east-1', PolDed: '0', FlexiPolExtraExpenseLimit: '20000' };
    const changes = { ...columns, FlexiPolExtraExpenseWaiting: 'none', ...cells };
    writeFileSync(
      join(folder, 'stated.csv'),
      portfolioText(columns, { ...changes, AccNumber: 'A2', PolNumber: 'P2' }),
    );
    const { policies } = JSON.parse(book('stated.csv', ...few, '--format', 'json').stdout) as {
      readonly policies: readonly { readonly grossMean: number; readonly struckShare: number }[];
    };
    const perStrike = policies.map(({ grossMean, struckShare }) => grossMean / struckShare);
    expect(perStrike[1]).toBeGreaterThan(perStrike[0]! + 20_000);
    expect(book('stated.csv', ...few, '--explain', 'P2').stdout).toMatch(
      /Extra expense \(without a waiting period, up to US\$20,000\)/,
    );
    const years = ['--catalogue', 'cloud', '--years', '40', '--worlds', '2'];
    const report = book('stated.csv', ...years).stdout.replaceAll(/\s+/g, ' ');
    expect(report).toContain('Extra expense: stated by 1 of 2 policies. No service credits');
    expect(report).toContain(
      '1 of 2 policies pay for outages shorter than 4 h, the shortest in the catalogue',
    );
    expect(book('good.csv', ...years).stdout.replaceAll(/\s+/g, ' ')).toContain('none is stated.');
  });

  it('adds net losses to both ways of running a book', () => {
    const treaties = ['--reinsurance', 'treaties.csv'];
    const event = JSON.parse(book('good.csv', ...few, ...treaties, '--format', 'json').stdout);
    expect(event.net.mean / event.gross.mean).toBeCloseTo(0.55, 9);
    expect(event.treaties).toMatchObject([{ terms: { number: 1, cededShare: 0.45 }, inForce: true }]);
    for (const part of [...event.sectors, ...event.providers, ...event.regions, ...event.policies]) {
      expect(part.netMean).toBeCloseTo(0.55 * part.grossMean, 6);
    }
    const years = ['--catalogue', 'cloud', '--years', '200', '--worlds', '2'];
    const {
      net,
      gross,
      netExceedance,
      treaties: paid,
    } = JSON.parse(book('good.csv', ...years, ...treaties, '--format', 'json').stdout);
    for (const name of ['meanNeutral', 'factorMedianOne'] as const) {
      const [after, before] = [net.averageAnnualLossUsd[name], gross.averageAnnualLossUsd[name]];
      expect(after / before).toBeCloseTo(0.55, 9);
      expect(paid[0].averageRecoveryUsd[name] / before).toBeCloseTo(0.45, 9);
    }
    expect(netExceedance).toHaveLength(10);
    expect(book('good.csv', ...few, ...treaties, '--quiet').stdout).toContain(' Net of reinsurance ');
    expect(book('good.csv', ...years, ...treaties, '--quiet').stdout).toContain(' Net of reinsurance ');
  });

  it('writes years to a folder: tables of Open Results Data, the answer and its curves', () => {
    const years = ['--catalogue', 'cloud', '--years', '200', '--worlds', '2'];
    const { stdout, stderr, exitCode } = book('good.csv', ...years, '--out', 'tables/');
    expect({ stderr, exitCode }).toEqual({ stderr: 'note: 30 files are in tables/\n', exitCode: 0 });
    const names = readdirSync(join(folder, 'tables'));
    expect(names).toHaveLength(30);
    expect(names).toEqual(
      expect.arrayContaining([
        'il_S1_ept.csv',
        'gul_S3_melt.csv',
        'il_S1_splt.csv',
        'events.csv',
        'curves.svg',
      ]),
    );
    const read = (name: string): string => readFileSync(join(folder, 'tables', name), 'utf8');
    expect(read('report.txt')).toBe(stdout);
    const { gross } = JSON.parse(read('summary.json')) as {
      gross: { averageAnnualLossUsd: { meanNeutral: number } };
    };
    const average = Number(read('il_S1_palt.csv').split('\n')[1]!.split(',')[2]);
    expect(average).toBeCloseTo(gross.averageAnnualLossUsd.meanNeutral, 2);
    // Every year's losses are in the period table.
    const losses = read('il_S1_splt.csv').trim().split('\n').slice(1);
    const sum = losses.reduce((total, row) => total + Number(row.split(',')[10]), 0);
    expect(sum / 200).toBeCloseTo(average, 1);
  });

  it('writes net tables of each split beside them when there are treaties', () => {
    const years = ['--catalogue', 'cloud', '--years', '200', '--worlds', '2'];
    const { exitCode } = book('good.csv', ...years, '--reinsurance', 'treaties.csv', '--out', 'net/');
    expect(exitCode).toBe(0);
    const average = (name: string): number =>
      readFileSync(join(folder, 'net', name), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .reduce((total, row) => total + Number(row.split(',')[2]), 0);
    for (const set of ['S1', 'S2', 'S3']) {
      expect(average(`ri_${set}_palt.csv`)).toBeCloseTo(0.55 * average(`il_${set}_palt.csv`), 1);
      expect(existsSync(join(folder, 'net', `ri_${set}_melt.csv`))).toBe(true);
    }
  });

  it('makes no folder below one that is missing, and leaves none behind', () => {
    const few = ['--catalogue', 'cloud', '--years', '200', '--worlds', '2'];
    const { stderr, exitCode } = book('good.csv', ...few, '--out', 'nowhere/tables/');
    expect({ stderr, exitCode }).toEqual({
      stderr: 'error FILE_UNWRITABLE at nowhere/tables/: cannot be written. Name another place with --out.\n',
      exitCode: 1,
    });
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    writeFileSync(join(folder, 'a-file'), '');
    expect(book('good.csv', ...few, '--out', 'a-file/tables/').exitCode).toBe(1);
  });

  it('leaves no half-written tables when the book is refused', () => {
    const { exitCode } = book('mixed.csv', '--catalogue', 'cloud', '--strict', '--out', 'refused/');
    expect(exitCode).toBe(1);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it.each([
    [['--event', 'aws-2025-10-20'], 2, 'no portfolio is named'],
    [['good.csv', ...few, '--reinsurance', ' '], 2, 'names no file'],
    [['good.csv', ...few, '--reinsurance', 'none.csv'], 1, 'FILE_UNREADABLE at none.csv: does not exist'],
    [
      ['good.csv', ...few, '--reinsurance', 'bad.csv'],
      1,
      'line 2, CededPercent: "45" is no share from 0 to 1',
    ],
    [['good.csv', ...few, '--reinsurance', 'good.csv'], 1, "columns that are not of OED's ReinsInfo"],
    [['good.csv', ...few, '--reinsurance', 'bad.csv', '--explain', 'P1'], 2, 'of the whole book'],
    [['good.csv'], 2, 'no event is named'],
    [['good.csv', ...few, '--rejects', ' '], 2, 'names no file'],
    [['good.csv', ...few, '--out', 'tables/'], 2, 'names a folder'],
    [['good.csv', ...few, '--out', '--quiet'], 2, 'names no file: "--quiet" is an option'],
    [['good.csv', ...few, '--rejects', '--strict'], 2, 'names no file: "--strict" is an option'],
    [['missing.csv', ...few], 1, 'FILE_UNREADABLE at missing.csv: does not exist'],
    [['.', ...few], 1, 'is a folder'],
    [['good.csv', '--event', 'aws'], 1, 'EVENT_UNKNOWN'],
    [['good.csv', ...few, '--explain', 'P7'], 1, 'POLICY_UNKNOWN'],
    [['good.csv', '--event', 'delta-2024-07-19'], 1, 'PROVIDER_UNKNOWN'],
    [['mixed.csv', ...few, '--rejects', 'nowhere/x.csv'], 1, 'FILE_UNWRITABLE'],
  ])('%s is refused', (args, code, words) => {
    const { stdout, stderr, exitCode } = book(...args);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code });
    expect(stderr).toContain(words);
  });
});
