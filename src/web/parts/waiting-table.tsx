import type { ComponentChildren } from 'preact';
import type { WaitingMode } from '../../core/insurance/policy.ts';
import type { Speech } from '../words/speech.ts';
import { insurerWords } from '../words/insurer-words.ts';
import { DataTable } from './data-table.tsx';

/** An amount for each waiting period, a row for each way to wait. */
export function WaitingTable(props: {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Head of the first column. */
  readonly mode: string;
  /** Amounts as text. */
  readonly rows: readonly { readonly mode: WaitingMode; readonly hours: number; readonly amount: string }[];
  readonly speech: Speech;
  /** Under the table. */
  readonly children?: ComponentChildren;
}) {
  const { id, title, note, mode: head, rows, speech, children } = props;
  const words = insurerWords(speech.words.language);
  const hours = [...new Set(rows.map((row) => row.hours))];
  const amount = (mode: WaitingMode, wait: number): string =>
    rows.find((row) => row.mode === mode && row.hours === wait)?.amount ?? '';
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="muted">{note}</p>
      <DataTable
        wide
        caption={title}
        columns={[head, ...hours.map((wait) => speech.figure(words.hours(wait)))]}
        rows={[...new Set(rows.map(({ mode }) => mode))].map((mode) => ({
          key: mode,
          head: words.modes[mode],
          cells: hours.map((wait) => amount(mode, wait)),
        }))}
      />
      {children}
    </section>
  );
}
