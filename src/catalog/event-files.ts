import { ImpactError } from '../core/errors/impact-error.ts';
import { nearestName } from '../core/units/nearest-name.ts';
import { quoted } from '../schema/issue.ts';
import { packageRoot } from './package-root.ts';
import { listJsonIds, readSourceFile } from './source-file.ts';

const FOLDER = 'data/events';

/** Ids of the bundled events, by file name, sorted. */
export function listEventIds(root: URL = packageRoot): readonly string[] {
  return listJsonIds(root, FOLDER).filter((id) => /^[a-z0-9][a-z0-9-]*$/.test(id));
}

/**
 * Text of a bundled event. The id is looked up in the listing and never becomes part of a path by itself.
 * @throws ImpactError EVENT_UNKNOWN when no event has this id
 */
export function readEventText(
  id: string,
  root: URL = packageRoot,
): { readonly text: string; readonly file: string } {
  const ids = listEventIds(root);
  const listed = ids.find((candidate) => candidate === id);
  if (listed === undefined) {
    const near = nearestName(id.slice(0, 64), ids);
    throw new ImpactError('EVENT_UNKNOWN', {
      path: id,
      message: `no bundled event is called ${quoted(id)}`,
      hint: near === null ? '`lossrange events` lists them' : `did you mean "${near}"?`,
    });
  }
  const { text, path } = readSourceFile(root, `${FOLDER}/${listed}.json`, 'DATA_INVALID');
  return { text, file: path };
}
