import { columnUnit } from '../../report/amount-column.ts';
import { treatyInWords, treatyName } from '../../report/book/treaty-terms.ts';
import { DataTable } from '../parts/data-table.tsx';
import { rangeCells, type PartProps } from './book-tables.tsx';

/** What each treaty pays, its terms as they are read, and how to read the figures. Nothing without treaties. */
export function Treaties({ result: { treaties }, words: { treaties: words, ...common }, speech }: PartProps) {
  if (treaties.length === 0) return null;
  const unit = columnUnit(treaties.map(({ recovery }) => recovery.p95));
  const premium = treaties.reduce((sum, { reinstatementPremiumMean }) => sum + reinstatementPremiumMean, 0);
  const title = words.pays(speech.columnHead(unit));
  return (
    <section aria-labelledby="book-treaties">
      <h2 id="book-treaties">{title}</h2>
      <DataTable
        wide
        caption={title}
        columns={[words.treaty, words.paysIn, common.middle, common.nineInTen, common.mean]}
        rows={treaties.map(({ terms, payingShare, recovery }, place) => ({
          key: String(place),
          head: <bdi>{treatyName(terms)}</bdi>,
          cells: [speech.percent(payingShare), ...rangeCells(recovery, unit, speech)],
        }))}
      />
      <ul class="plain muted">
        {treaties.map(({ terms, inForce }, place) => (
          <li key={place}>
            <bdi>{treatyName(terms)}</bdi>:{' '}
            {inForce ? speech.figure(treatyInWords(terms, words.phrases)) : words.notInForce}
          </li>
        ))}
        {treaties.length > 1 && <li>{words.order}</li>}
        <li>{words.meansAdd}</li>
        <li>{words.inProportion}</li>
        {premium > 0 && <li>{words.premium(speech.amount(premium))}</li>}
      </ul>
    </section>
  );
}
