import type { ComponentChildren } from 'preact';

export interface Row {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cells: readonly ComponentChildren[];
  /** The sum or result of the rows above it. */
  readonly total?: boolean;
}

/** A table whose first column names the row; figures stand at the end of their column. */
export function DataTable(props: {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Columns of text, by their place after the first; the others are figures. */
  readonly text?: readonly number[];
  /** Wider than a narrow screen: the keyboard can scroll it. */
  readonly wide?: boolean;
}) {
  const { caption, hideCaption = true, columns, rows, text = [], wide = false } = props;
  const classOf = (place: number): string => (text.includes(place) ? 'text' : 'figure');
  return (
    <div class="table-frame" {...(wide ? { role: 'group', tabIndex: 0, 'aria-label': caption } : {})}>
      <table>
        <caption class={hideCaption ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((name, place) => (
              <th key={name} scope="col" class={place === 0 ? 'text' : classOf(place - 1)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells, total }) => (
            <tr key={key} class={total === true ? 'total' : undefined}>
              <th scope="row">{head}</th>
              {cells.map((content, place) => (
                <td key={place} class={classOf(place)} data-column={columns[place + 1]}>
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
