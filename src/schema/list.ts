import { z } from 'zod';
import { explain, quoted } from './issue.ts';

/** A list of at most `most` items of one kind. */
export function listOf<Item extends z.ZodType>(item: Item, what: string, most: number) {
  return z
    .array(item, explain(`must be a list of ${what}`, 'put the entry into [ ]'))
    .max(most, explain(`must be a list of at most ${most} ${what}`, 'keep the largest and sum up the rest'));
}

/** Reports two entries of a list that are the same thing: its loss would be counted twice. */
export function requireDistinct<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  list: string,
  context: z.core.$RefinementCtx,
): void {
  const firstAt = new Map<string, number>();
  items.forEach((item, index) => {
    const name = nameOf(item);
    const first = firstAt.get(name);
    if (first === undefined) {
      firstAt.set(name, index);
      return;
    }
    const message = explain(
      `${list}[${first}] and ${list}[${index}] are both ${quoted(name)}`,
      'keep one of the two, or join them: the same loss would be counted twice',
    );
    context.addIssue({ code: 'custom', path: [index], message, params: { found: false } });
  });
}
