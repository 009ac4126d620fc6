import { fileURLToPath, pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { listEventIds, readEventText } from './src/catalog/event-files.ts';
import { loadCatalog } from './src/catalog/load-catalog.ts';
import { readPublishedClaims } from './src/catalog/published-claims.ts';
import { makeBundles } from './src/web/engine/make-bundles.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const virtual = /^virtual:(catalog|events|claims)$/;

/** Reads models/ and data/ once, at build, into the modules that the engine's worker imports. */
function bundlesAtBuild(): Plugin {
  let bundles: ReturnType<typeof makeBundles> | undefined;
  const make = (): ReturnType<typeof makeBundles> => {
    const folder = pathToFileURL(root);
    const eventFiles = listEventIds(folder).map(
      (event) => JSON.parse(readEventText(event, folder).text) as unknown,
    );
    const pastClaims = readPublishedClaims(folder).map(({ claim }) => claim);
    return makeBundles(loadCatalog(folder), eventFiles, pastClaims);
  };
  return {
    name: 'lossrange-bundles',
    resolveId: (id) => (virtual.test(id) ? `\0${id}` : undefined),
    load(id) {
      const name = virtual.exec(id.replace('\0', ''))?.[1];
      if (name !== 'catalog' && name !== 'events' && name !== 'claims') return undefined;
      bundles ??= make();
      return `export const text = ${JSON.stringify(bundles[name])};`;
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
  plugins: [bundlesAtBuild()],
  // The same code without Node's Buffer.
  resolve: {
    alias: {
      'csv-parse/sync': 'csv-parse/browser/esm/sync',
      'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
    },
  },
  worker: { format: 'es', plugins: () => [bundlesAtBuild()] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { index: `${root}src/web/index.html`, embed: `${root}src/web/embed/index.html` },
    },
  },
});
