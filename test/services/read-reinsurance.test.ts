import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReinsurance } from '../../src/services/read-reinsurance.ts';
import { pieces, tables } from '../schema/portfolio/portfolio-file.ts';
import { projectRoot } from '../support/project-files.ts';

/** A quota share that is right, by column. */
const share: Readonly<Record<string, string>> = {
  ReinsNumber: '1',
  ReinsType: 'QS',
  CededPercent: '0.45',
  PlacedPercent: '1',
  ReinsCurrency: 'USD',
  InuringPriority: '1',
};
/** An event excess that is right. */
const excess: Readonly<Record<string, string>> = {
  ...share,
  ReinsType: 'CXL',
  CededPercent: '',
  OccLimit: '10000000',
  OccAttachment: '5000000',
  Reinstatement: '2',
  ReinstatementCharge: '1',
  ReinsPremium: '2000000',
};

function fileOf(...rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.join(','))
    .join('\n')}\n`;
}

const read = (text: string | Uint8Array, size?: number) =>
  readReinsurance({ file: 'treaties.csv', bytes: pieces(text, size) }, tables);

async function messageOf(text: string): Promise<string> {
  const error: unknown = await read(text).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'ImpactError', code: 'PORTFOLIO_INVALID' });
  const { path, message, hint } = error as { path: string; message: string; hint: string };
  return `${path}: ${message}. ${hint}`;
}

describe('a treaty file', () => {
  it('is read in US dollars with every default filled in', async () => {
    expect(await read(fileOf(share))).toEqual([
      {
        terms: {
          number: 1,
          name: null,
          type: 'QS',
          inuringPriority: 1,
          cededShare: 0.45,
          occurrence: { attachment: 0, limit: null },
          aggregate: { attachment: 0, limit: null },
          placedShare: 1,
          eventHours: 72,
          reinstatementCharges: [],
          premiumUsd: null,
        },
        inceptionMs: -Infinity,
        expiryMs: Infinity,
      },
    ]);
    const [treaty] = await read(
      fileOf({
        ...excess,
        ReinsCurrency: 'AED',
        TreatyShare: '0.5',
        PlacedPercent: '0.8',
        ReinsName: 'First layer',
        FlexiReinsEventHours: '168',
        ReinsInceptionDate: '2025-01-01',
      }),
    );
    // 3.672 dirhams a dollar in data/exchange-rates.
    expect(treaty!.terms.occurrence.limit).toBeCloseTo(10e6 / 3.672, 3);
    expect(treaty!.terms.aggregate.limit).toBeCloseTo(30e6 / 3.672, 3);
    expect(treaty!.terms.premiumUsd).toBeCloseTo(2e6 / 3.672, 3);
    expect(treaty!.terms).toMatchObject({ name: 'First layer', placedShare: 0.4, eventHours: 168 });
    expect(treaty!.terms.reinstatementCharges).toEqual([1, 1]);
    expect(treaty!.inceptionMs).toBe(Date.UTC(2025, 0, 1));
  });

  it.each([
    ['a list of charges', { Reinstatement: '3', ReinstatementCharge: '0;0.5;1' }, [0, 0.5, 1], 40e6],
    ['none', { Reinstatement: '0', ReinstatementCharge: '' }, [], 10e6],
    ['free ones', { Reinstatement: '1', ReinstatementCharge: '0', ReinsPremium: '' }, [0], 20e6],
    [
      'a limit of the year instead',
      { Reinstatement: '', ReinstatementCharge: '', AggLimit: '15000000' },
      [],
      15e6,
    ],
    ['both, when they agree', { AggLimit: '30000000' }, [1, 1], 30e6],
  ])('takes %s', async (_, change, charges, limit) => {
    const [treaty] = await read(fileOf({ ...excess, ...change }));
    expect(treaty!.terms).toMatchObject({
      reinstatementCharges: charges,
      aggregate: { attachment: 0, limit },
    });
  });

  it('takes a file of OED with every column that it has for reasons of its own', async () => {
    const [treaty] = await read(
      fileOf({
        ...share,
        ReinsLayerNumber: '1',
        ReinsPeril: 'CC1',
        RiskLimit: '0',
        RiskAttachment: '0.0',
        OccFranchiseDed: '0',
        OccReverseFranchise: '',
        AggPeriod: '365',
        AttachmentBasis: 'LO',
        Reinstatement: '0',
        DeemedPercentPlaced: '0',
        ReinsFXrate: '1',
        UseReinsDates: 'N',
        ReinsInceptionDate: '2018-01-01',
        ReinsExpiryDate: '2018-12-31',
        RiskLevel: 'ACC',
        OEDVersion: '4.0.0',
      }),
    );
    expect(treaty).toMatchObject({ inceptionMs: -Infinity, expiryMs: Infinity });
  });

  it.each([
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['with CRLF and blank lines', (text: string) => text.replaceAll('\n', '\r\n\r\n')],
    ['with quotes', (text: string) => text.replace('QS', '"QS"')],
  ])('is read %s, in pieces of any size', async (_, change) => {
    const plain = await read(fileOf(share, { ...excess, ReinsNumber: '2', InuringPriority: '2' }));
    const text = change(fileOf(share, { ...excess, ReinsNumber: '2', InuringPriority: '2' }));
    for (const size of [1, 7, 1e6]) expect(await read(text, size)).toEqual(plain);
  });

  it.each([
    [{ PlacedPercent: '45' }, 'PlacedPercent: "45" is no share from 0 to 1; write 0.45 for 45 %'],
    [{ CededPercent: '45%' }, 'CededPercent: "45%" is a percentage; write a share, 0.45 for 45 %'],
    [{ TreatyShare: '2' }, 'TreatyShare: "2" is no share'],
    [{ CededPercent: '0' }, 'CededPercent: "0" is 0, so nothing enters the treaty'],
    [{ CededPercent: '' }, 'CededPercent: "" is blank and all is placed, so everything would be ceded'],
    [{ PlacedPercent: '' }, 'PlacedPercent: "" is blank'],
    [{ ReinsNumber: '' }, 'ReinsNumber: "" is blank; it is needed'],
    [{ ReinsNumber: 'A1' }, 'ReinsNumber: "A1" is no whole number from 1 to'],
    [{ InuringPriority: '0' }, 'InuringPriority: "0" is no whole number from 1 to 255'],
    [{ InuringPriority: '1.5' }, 'InuringPriority: "1.5" is no whole number'],
    [{ ReinsCurrency: 'ZZZ' }, 'ReinsCurrency: "ZZZ" is no currency'],
    [{ ReinsType: '' }, 'ReinsType: "" is blank; write QS (quota share), CXL'],
    [{ ReinsType: 'SS' }, 'ReinsType: "SS" (surplus) is not read yet'],
    [{ ReinsType: 'PR' }, 'ReinsType: "PR" (per risk) is not read yet'],
    [{ ReinsType: 'FAC' }, 'ReinsType: "FAC" (facultative) is not read yet'],
    [{ ReinsType: 'XL' }, 'ReinsType: "XL" is no type of OED; write QS (quota share), CXL'],
    [{ ReinsType: 'CXL' }, 'OccLimit: "" is 0 or blank, as is OccAttachment; a CXL needs one of them'],
    [{ ReinsType: 'AXL' }, 'AggLimit: "" is 0 or blank, as is AggAttachment; an AXL needs one of them'],
    [{ RiskLimit: '100000' }, 'RiskLimit: "100000" is a term of single risks, which are not read yet'],
    [{ RiskAttachment: '1' }, 'RiskAttachment: "1" is a term of single risks'],
    [{ OccFranchiseDed: '5' }, 'OccFranchiseDed: "5" is not read yet; leave it blank or 0'],
    [{ AggPeriod: '730' }, 'AggPeriod: "730" is not read yet; leave it blank or 365'],
    [{ AttachmentBasis: 'RA' }, 'AttachmentBasis: "RA" is not read yet; leave it blank or LO'],
    [{ ReinsFXrate: '1.3' }, 'ReinsFXrate: "1.3" is not read yet'],
    [{ ReinsPeril: 'WW1' }, 'ReinsPeril: "WW1" does not cover outages'],
    [{ UseReinsDates: 'yes' }, 'UseReinsDates: "yes" is neither Y nor N'],
    [{ ReinsExpiryDate: '31/12/2025' }, 'ReinsExpiryDate: "31/12/2025" is no date'],
    [
      { ReinsInceptionDate: '2025-01-01', ReinsExpiryDate: '2025-01-01' },
      'ReinsExpiryDate: "2025-01-01" is not after ReinsInceptionDate',
    ],
    [{ FlexiReinsEventHours: '0' }, 'FlexiReinsEventHours: "0" is no whole number of hours from 1 to 720'],
    [{ OccLimit: '1e6' }, 'OccLimit: "1e6" is in powers of ten'],
    [{ AggLimit: '-5' }, 'AggLimit: "-5" is negative'],
    [
      { Reinstatement: '1' },
      'Reinstatement: "1" brings back a limit of one event, and OccLimit is 0 or blank',
    ],
    [{ ReinsName: 'x'.repeat(61) }, 'is longer than 60 characters'],
  ])('refuses a quota share with %j', async (change, words) => {
    const message = await messageOf(fileOf({ ...share, ...change }));
    expect(message).toContain(`is refused as a whole, as half a program would be wrong: line 2, `);
    expect(message).toContain(words);
    expect(message).not.toContain(' | ');
  });

  it.each([
    [{ Reinstatement: '', ReinstatementCharge: '' }, 'Reinstatement: "" is blank, as is AggLimit'],
    [{ Reinstatement: '1.5' }, 'Reinstatement: "1.5" is no whole number from 0 to 99'],
    [{ ReinstatementCharge: '' }, 'ReinstatementCharge: "" is blank; write 0 when they are free'],
    [{ ReinstatementCharge: '100' }, 'ReinstatementCharge: "100" is no list of shares of the premium'],
    [{ ReinstatementCharge: '0;0.5;1' }, 'ReinstatementCharge: "0;0.5;1" has 3 charges for 2 reinstatements'],
    [{ ReinsPremium: '' }, 'ReinsPremium: "" is blank; reinstatements are charged on it'],
    [{ AggLimit: '20000000' }, 'AggLimit: "20000000" disagrees with OccLimit and Reinstatement'],
  ])('refuses an event excess with %j', async (change, words) => {
    const message = await messageOf(fileOf({ ...excess, ...change }));
    expect(message).toContain(words);
    expect(message).not.toContain(' | ');
  });

  it('names all that is wrong in all rows, line by line', async () => {
    const message = await messageOf(
      fileOf(
        share,
        { ...excess, ReinsNumber: '2', OccLimit: 'x' },
        { ...share, ReinsNumber: '1', PlacedPercent: '45' },
      ),
    );
    expect(message).toContain('line 3, OccLimit: "x" is no number');
    expect(message).toContain(' | line 4, PlacedPercent: "45" is no share');
    const many = Array.from({ length: 20 }, (_, i) => ({
      ...share,
      ReinsNumber: String(i + 1),
      OccLimit: 'x',
    }));
    expect(await messageOf(fileOf(...many))).toContain('; and 8 more');
    expect(await messageOf(`${fileOf(share)}1,QS\n`)).toContain('the row has 2 cells, the header 6 columns');
  });

  it('refuses a number twice, and quota shares of one priority of more than everything', async () => {
    expect(await messageOf(fileOf(share, { ...share, InuringPriority: '2' }))).toContain(
      'line 3, ReinsNumber: 1 stands in line 2, too',
    );
    const second = { ...share, ReinsNumber: '2', CededPercent: '0.6' };
    expect(await messageOf(fileOf(share, second))).toContain(
      'line 3, CededPercent: 0.6 makes the quota shares of priority 1 105 % of the loss',
    );
    expect(await read(fileOf(share, { ...second, InuringPriority: '2' }))).toHaveLength(2);
    const third = { ...share, CededPercent: '0.333333' };
    const thirds = ['1', '2', '3'].map((number) => ({ ...third, ReinsNumber: number }));
    expect(await read(fileOf(...thirds))).toHaveLength(3);
  });

  it.each([
    ['', 'is empty'],
    [`${Object.keys(share).join(',')}\n`, 'has a header and no treaties'],
    [fileOf(share).replaceAll(',', ';'), 'separated by semicolons'],
    [fileOf({ ...share, OccAttachement: '5' }), '"OccAttachement" (OccAttachment?)'],
    [fileOf({ ...share, Comment: 'x' }), 'columns that are not of OED\'s ReinsInfo: "Comment"'],
    [
      fileOf({ ReinsNumber: '1' }),
      'lacks the columns ReinsType, PlacedPercent, ReinsCurrency, InuringPriority',
    ],
    [fileOf(share).replace('ReinsType', 'ReinsNumber'), 'has more than one column "ReinsNumber"'],
    [fileOf(share).replace('QS', '"QS'), 'quote that is not closed'],
    [fileOf(...Array.from({ length: 201 }, () => share)), 'has more than 200 treaties'],
  ])('refuses %j', async (text, words) => {
    expect(await messageOf(text)).toContain(words);
  });

  it('the sample is one', async () => {
    const sample = readFileSync(join(projectRoot, 'data/samples/reinsurance.csv'));
    const treaties = await read(sample);
    expect(treaties.map(({ terms }) => [terms.number, terms.type, terms.inuringPriority])).toEqual([
      [1, 'QS', 1],
      [2, 'CXL', 2],
      [3, 'AXL', 3],
    ]);
  });
});
