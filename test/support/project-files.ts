import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project, without the final slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What `.gitignore` names, and git's own folder. */
const ignored = /^(?:\.git|node_modules|coverage|dist(?:-\w+)?)$|\.tgz$|\.rejects\.csv$/;

/** Paths, from the root and with forward slashes, of the files that belong to the project. Works without git. */
export function projectFiles(): string[] {
  const top = readdirSync(projectRoot, { withFileTypes: true }).filter(({ name }) => !ignored.test(name));
  return top.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    const inside = readdirSync(`${projectRoot}/${entry.name}`, { recursive: true, withFileTypes: true });
    return inside
      .filter((file) => file.isFile())
      .map((file) => `${file.parentPath}/${file.name}`.slice(projectRoot.length + 1).replaceAll(sep, '/'));
  });
}
