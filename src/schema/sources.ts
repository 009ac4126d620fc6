import { z } from 'zod';
import { explain } from './issue.ts';
import { strictObject } from './strict-object.ts';
import { idOf, lineOfText, webAddress } from './text.ts';
import { publicationDate } from './time.ts';

const source = strictObject(
  {
    title: lineOfText('the title of the source', 300),
    href: webAddress.optional(),
    publisher: lineOfText('the publisher').optional(),
    published: publicationDate.optional(),
    accessed: publicationDate.optional(),
  },
  'a source',
);

/** Where the facts come from, by the short name that facts refer to. */
export const sourcesSchema = z.record(
  idOf('the short name of a source', 'press'),
  source,
  explain(
    'must be an object of sources by short name',
    'example: { "press": { "title": "...", "href": "https://..." } }',
  ),
);
