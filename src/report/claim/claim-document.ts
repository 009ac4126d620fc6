import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import { heading, paragraph, title, type Block } from '../blocks.ts';
import type { ReportOptions } from '../context.ts';
import type { ReportLanguage } from '../language.ts';
import type { TitledTable } from './claim-sentences.ts';
import { sentencesIn } from './sentences-in.ts';

/** What a report of a claim check needs besides the result. */
export interface ClaimReportOptions extends Pick<ReportOptions, 'unicode' | 'countryNames' | 'command'> {
  readonly language: ReportLanguage;
}

/** A claim check in reading order: the verdict, a quote, then why and what else was said. */
export function claimDocument(claim: ClaimAssessment, options: ClaimReportOptions): readonly Block[] {
  const sentences = sentencesIn(options.language, options);
  // Padded columns fall apart where text runs from right to left.
  const columns = options.language === 'en';
  const record = sentences.record(claim);
  return [
    title(sentences.title(claim)),
    paragraph(sentences.headline(claim)),
    ...(columns
      ? [twoColumns(sentences.rows(claim).map(({ label, text }) => [label, text]))]
      : sentences.rows(claim).map(({ label, text }) => paragraph(`${label}: ${text}`))),
    heading(sentences.quoteTitle),
    paragraph(claim.quote),
    ...sentences.tables(claim).flatMap((table) => tableBlocks(table, columns)),
    heading(record.title),
    ...record.lines.map(paragraph),
    paragraph(claim.citation.full),
    ...(options.command === undefined ? [] : [{ kind: 'verbatim' as const, lines: [options.command] }]),
  ];
}

function twoColumns(rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    columns: [
      { header: '', align: 'left' },
      { header: '', align: 'left' },
    ],
    rows: rows.map((cells) => ({ cells })),
  };
}

function tableBlocks({ title: name, words, headers, rows }: TitledTable, columns: boolean): readonly Block[] {
  return [
    heading(name),
    ...(words === null ? [] : [paragraph(words)]),
    columns
      ? {
          kind: 'table',
          columns: headers.map((header) => ({ header, align: 'left' as const })),
          rows: rows.map((cells) => ({ cells })),
        }
      : { kind: 'bullets', items: rows.map((cells) => cells.filter((cell) => cell !== '').join('؛ ')) },
  ];
}
