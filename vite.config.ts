import { fileURLToPath, pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { listEventIds, readEventText } from './src/catalog/event-files.ts';
import { loadCatalog } from './src/catalog/load-catalog.ts';
import { packBundle } from './src/web/engine/catalog-bundle.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const VIRTUAL = 'virtual:catalog';

/** Reads models/ and data/ once, at build, into the module that the engine's worker imports. */
function catalogAtBuild(): Plugin {
  return {
    name: 'lossrange-catalog',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined;
      const folder = pathToFileURL(root);
      const events = listEventIds(folder).map(
        (event) => JSON.parse(readEventText(event, folder).text) as Record<string, unknown>,
      );
      const text = packBundle({ catalog: loadCatalog(folder), events });
      return `export const text = ${JSON.stringify(text)};`;
    },
  };
}

/**
 * The page. Its URLs are relative, so the same files work from the API's `/` and from a folder of any file host.
 * `npm run build` writes dist/web, `npm run build:site` dist-site.
 */
export default defineConfig({
  root: `${root}src/web`,
  base: './',
  plugins: [catalogAtBuild()],
  worker: { format: 'es', plugins: () => [catalogAtBuild()] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: `${root}src/web/index.html`, embed: `${root}src/web/embed/index.html` },
    },
  },
});
