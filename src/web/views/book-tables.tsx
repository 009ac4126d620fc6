import type { BookGroup, BookResult, LossRange } from '../../core/insurance/portfolio/book-result.ts';
import { columnUnit, type ColumnUnit } from '../../report/amount-column.ts';
import { grouped } from '../../report/amounts.ts';
import { topGroups } from '../../report/book/top-groups.ts';
import type { CatalogIndex } from '../engine/messages.ts';
import { DataTable } from '../parts/data-table.tsx';
import { WaitingTable } from '../parts/waiting-table.tsx';
import { insurerWords } from '../words/insurer-words.ts';
import type { BookWords } from '../words/book-words.ts';
import type { Speech } from '../words/speech.ts';
import type { Said } from './book-answer.tsx';

const MOST_LISTED = 10;

export interface PartProps extends Said {
  readonly result: BookResult;
}

/** The middle, 9 chances in 10 and the mean of a loss, as all tables have them. */
export function rangeCells({ p5, p50, p95, mean }: LossRange, unit: ColumnUnit, speech: Speech): string[] {
  const range = speech.words.why.fromTo(speech.cell(p5, unit), speech.cell(p95, unit));
  return [speech.cell(p50, unit), range, speech.cell(mean, unit)];
}

function RangeTable(
  props: Said & {
    readonly title: string;
    readonly unit: ColumnUnit;
    /** Null: the head says it all. */
    readonly rows: readonly (readonly [string, LossRange | null])[];
  },
) {
  const { title, unit, rows, words, speech } = props;
  return (
    <DataTable
      wide
      caption={title}
      columns={[words.loss, words.middle, words.nineInTen, words.mean]}
      rows={rows.map(([head, range]) => ({
        key: head,
        head,
        cells: range === null ? ['', '', ''] : rangeCells(range, unit, speech),
      }))}
    />
  );
}

/** Before and after policy terms, and after reinsurance. */
export function Perspectives({ result: { groundUp, gross, net }, words, speech }: PartProps) {
  const unit = columnUnit([groundUp.mean, groundUp.p95]);
  const title = words.losses(speech.columnHead(unit));
  return (
    <section aria-labelledby="book-losses">
      <h2 id="book-losses">{title}</h2>
      <RangeTable
        title={title}
        unit={unit}
        rows={[
          [words.groundUp, groundUp],
          [words.grossRow, gross],
          [net === null ? words.treaties.netSame : words.treaties.netRow, net],
        ]}
        words={words}
        speech={speech}
      />
    </section>
  );
}

/** Middle gross loss, were all policies to wait so long. */
export function WaitingOfBook({ result: { waiting }, words, speech }: PartProps) {
  const unit = columnUnit(waiting.map(({ gross }) => gross.p50));
  return (
    <WaitingTable
      id="book-waiting"
      title={words.waitingTitle(speech.columnHead(unit))}
      note={words.waitingNote}
      mode={words.mode}
      rows={waiting.map(({ mode, hours, gross }) => ({ mode, hours, amount: speech.cell(gross.p50, unit) }))}
      speech={speech}
    />
  );
}

export function Unknown({ result, words, speech }: PartProps) {
  const { unknown, groundUp, gross, policyCount, event } = result;
  const blank = unknown.provider + unknown.region;
  if (blank === 0) return null;
  const unit = columnUnit([groundUp.mean, groundUp.p95]);
  const without = (head: string): string => `${head}: ${words.withoutUnknown}`;
  const count = (value: number): string => speech.figure(grouped(value));
  const title = `${words.unknownTitle}: ${speech.columnHead(unit)}`;
  return (
    <section aria-labelledby="book-unknown">
      <h2 id="book-unknown">{words.unknownTitle}</h2>
      <p class="muted">
        {words.unknown(
          count(unknown.provider),
          count(unknown.region),
          event.provider,
          speech.percent(blank / policyCount),
        )}
      </p>
      <p class="muted">{words.losses(speech.columnHead(unit))}</p>
      <RangeTable
        title={title}
        unit={unit}
        rows={[
          [words.groundUp, groundUp],
          [without(words.groundUp), unknown.groundUpWithout],
          [words.grossRow, gross],
          [without(words.grossRow), unknown.grossWithout],
        ]}
        words={words}
        speech={speech}
      />
    </section>
  );
}

interface NamedProps extends PartProps {
  /** For the titles of sectors. */
  readonly index: CatalogIndex | null;
}

function sectorName(id: string, index: CatalogIndex | null, { words }: Speech): string {
  return words.sectorNames?.[id] ?? index?.sectors.find((sector) => sector.id === id)?.title ?? id;
}

export function Largest({ result: { policies, net }, index, words, speech }: NamedProps) {
  const { hours } = insurerWords(speech.words.language);
  const largest = policies
    .filter(({ grossMean }) => grossMean > 0)
    .toSorted((a, b) => b.grossMean - a.grossMean || a.line - b.line)
    .slice(0, MOST_LISTED);
  if (largest.length === 0) return null;
  const dollars = (usd: number): string => speech.figure(grouped(Math.round(usd)));
  const title = words.largestTitle(largest.length);
  return (
    <section aria-labelledby="book-largest">
      <h2 id="book-largest">{speech.figure(title)}</h2>
      <p class="muted">{words.largestNote}</p>
      <DataTable
        wide
        caption={title}
        columns={[words.policy, words.counted, words.struckShare, ...perspectiveNames(net, words)]}
        rows={largest.map(({ line, key, sector, countedHours, struckShare, ...means }) => ({
          key: String(line),
          head: (
            <>
              <bdi>{key.polNumber}</bdi>
              {key.layerNumber > 1 && `, ${words.layer(speech.figure(String(key.layerNumber)))}`}{' '}
              <span class="muted">{sectorName(sector, index, speech)}</span>
            </>
          ),
          cells: [
            speech.figure(hours(Number(countedHours.toFixed(2)))),
            speech.percent(struckShare),
            ...meansOf(means).map(dollars),
          ],
        }))}
      />
    </section>
  );
}

/** Means of a policy or a group; net is there when there are treaties. */
function meansOf({ groundUpMean, grossMean, netMean }: Omit<BookGroup, 'name' | 'policies'>): number[] {
  return [groundUpMean, grossMean, ...(netMean === null ? [] : [netMean])];
}

function perspectiveNames(net: LossRange | null, words: BookWords): string[] {
  return [words.groundUpShort, words.grossShort, ...(net === null ? [] : [words.treaties.netShort])];
}

/** Of the engine's name for a region of which only the provider is known. */
const NOT_KNOWN = /\s?not known$/;

export function Groups({
  name,
  result,
  index,
  words,
  speech,
}: NamedProps & { readonly name: 'sectors' | 'providers' | 'regions' }) {
  const groups = result[name];
  const unit = columnUnit(groups.map(({ groundUpMean }) => groundUpMean));
  const { top, others } = topGroups(groups, MOST_LISTED);
  const title = words.groups[name];
  const head = (group: BookGroup) => {
    if (name === 'sectors') return sectorName(group.name, index, speech);
    const known = group.name.replace(NOT_KNOWN, '');
    return (
      <>
        <bdi dir="ltr">{known}</bdi> {known !== group.name && words.notKnown}
      </>
    );
  };
  const row = (group: BookGroup) => [
    speech.figure(grouped(group.policies)),
    ...meansOf(group).map((usd) => speech.cell(usd, unit)),
  ];
  return (
    <section aria-labelledby={`book-${name}`}>
      <h2 id={`book-${name}`}>{title}</h2>
      <p class="muted">{words.groupsNote(speech.columnHead(unit))}</p>
      <DataTable
        wide
        caption={title}
        columns={[words.name, words.policies, ...perspectiveNames(result.net, words)]}
        rows={[
          ...top.map((group) => ({ key: group.name, head: head(group), cells: row(group) })),
          ...(others === null
            ? []
            : [{ key: '', head: speech.figure(words.others(others.count)), cells: row(others.sum) }]),
        ]}
      />
    </section>
  );
}
