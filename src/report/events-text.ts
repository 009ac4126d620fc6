import { paragraph, title, type Block } from './blocks.ts';
import { renderText } from './render-text.ts';

export interface EventLine {
  readonly id: string;
  readonly title: string;
}

/** The past outages that ship with the tool. */
export function eventsText(events: readonly EventLine[]): string {
  const blocks: readonly Block[] = [
    title(`${events.length} past outages; each can be named instead of a file`),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: '', align: 'left' },
      ],
      rows: events.map((event) => ({ cells: [event.id, event.title] })),
    },
    paragraph('Try: lossrange estimate <id>'),
  ];
  return renderText(blocks);
}
