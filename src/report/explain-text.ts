import type { EstimateResult, ProvenanceRow } from '../core/result.ts';
import { heading, paragraph, title, type Block } from './blocks.ts';
import { quantityInWords } from './quantity-in-words.ts';
import { renderText } from './render-text.ts';
import { capitalised, plural } from './words.ts';

const evidenceOrder = ['user', 'fact', 'measured', 'published', 'derived', 'expert', 'assumed'] as const;

const evidenceMeaning: Readonly<Record<(typeof evidenceOrder)[number], string>> = {
  user: 'changed by you',
  fact: 'as the scenario states it',
  measured: 'counted or run by us',
  published: 'stated by the source',
  derived: 'computed or fitted from such sources',
  expert: 'judged by a named person or panel',
  assumed: 'our judgement, with its reason',
};

/** Every factor of an estimate with value, unit, evidence and source, best supported first. */
export function explainEstimateText(result: EstimateResult): string {
  const name = result.scenario.title ?? result.scenario.id ?? 'this outage';
  const blocks: Block[] = [
    title(`${name}: ${plural(result.provenance.length, 'input')} of the models`),
    ...assumptionBlocks(result.provenance),
  ];
  blocks.push(
    heading('Change one'),
    paragraph('--set <name>=<value>, for example --set pooling.maximumWeight=0.4'),
  );
  return renderText(blocks);
}

/** Values used with unit, evidence and source, best supported first. */
export function assumptionBlocks(provenance: readonly ProvenanceRow[]): Block[] {
  return evidenceOrder.flatMap((evidence): Block[] => {
    const rows = provenance.filter((row) => row.evidence === evidence);
    if (rows.length === 0) return [];
    return [
      heading(`${evidence}: ${evidenceMeaning[evidence]} (${rows.length})`),
      {
        kind: 'table',
        columns: [
          { header: '', align: 'left' },
          { header: '', align: 'left' },
        ],
        rows: rows.map((row) => ({
          cells: [row.parameter, withUnit(row)],
          note: `${capitalised(row.words)}. ${origin(row)}`,
        })),
      },
    ];
  });
}

/** One model parameter. */
export function explainParameterText(row: ProvenanceRow & { readonly file: string }): string {
  return renderText([
    title(`${row.parameter}: ${row.words}`),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: '', align: 'left' },
      ],
      rows: [
        { cells: ['value', withUnit(row)] },
        { cells: ['evidence', `${row.evidence}: ${evidenceMeaning[row.evidence]}`] },
        ...(row.source === null ? [] : [{ cells: ['source', origin(row)] }]),
        ...(row.note === undefined ? [] : [{ cells: ['note', row.note] }]),
        { cells: ['file', row.file] },
        { cells: ['change it', `--set ${row.parameter}=<value>`] },
      ],
    },
  ]);
}

/** One word of the glossary. */
export function explainTermText(term: string, definition: string): string {
  return renderText([title(term), paragraph(capitalised(definition))]);
}

function withUnit(row: ProvenanceRow): string {
  const value = quantityInWords(row.value);
  return row.unit === '1' ? value : `${value} (${row.unit})`;
}

function origin(row: ProvenanceRow): string {
  if (row.source === null) return row.note ?? '';
  const { title: name, locator, href } = row.source;
  return [name, locator, href].filter((part) => part !== undefined).join(', ');
}
