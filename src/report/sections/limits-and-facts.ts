import type { EstimateResult, FactRow } from '../../core/result.ts';
import type { SourceReference } from '../../core/scenario.ts';
import { heading, paragraph, type Block } from '../blocks.ts';
import { quantityInWords } from '../quantity-in-words.ts';
import { capitalised, dateInWords } from '../words.ts';

export function notCountedSection(result: EstimateResult): readonly Block[] {
  if (result.notCounted.length === 0) return [];
  return [heading('Not counted'), paragraph(`${capitalised(result.notCounted.join('; '))}.`)];
}

/** Dated facts, used and set aside: the same event had other counts on other days. */
export function factsSection(result: EstimateResult): readonly Block[] {
  if (result.facts.length === 0) return [];
  const { asOf } = result.scenario;
  const used = result.facts.filter((fact) => fact.used);
  const aside = result.facts.filter((fact) => !fact.used);
  return [
    heading(asOf === undefined ? 'Facts' : `Facts as of ${dateInWords(asOf)}`),
    ...(used.length === 0 ? [] : [paragraph('Used:'), factTable(used, result)]),
    ...(aside.length === 0 ? [] : [paragraph('Set aside for these:'), factTable(aside, result)]),
  ];
}

function factTable(facts: readonly FactRow[], result: EstimateResult): Block {
  return {
    kind: 'table',
    columns: [
      { header: '', align: 'right' },
      { header: '', align: 'left' },
      { header: '', align: 'left' },
      { header: '', align: 'left' },
    ],
    rows: facts.map((fact) => ({ cells: factCells(fact, result) })),
  };
}

function factCells(fact: FactRow, result: EstimateResult): readonly string[] {
  const source = fact.source === undefined ? undefined : result.scenario.sources[fact.source];
  const origin = source === undefined ? (fact.source ?? '') : sourceInShort(source);
  return [quantityInWords(fact.value), fact.words, fact.asOf?.slice(0, 10) ?? '', origin];
}

/** The publisher, or the title up to its first stop; the JSON has the whole of it. */
function sourceInShort(source: SourceReference): string {
  const name = source.publisher ?? source.title;
  return name.split(/[,:;]/)[0] ?? name;
}
