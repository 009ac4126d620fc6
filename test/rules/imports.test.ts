import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsOf, parseSource, readSources, walk, type Import, type SourceFile } from './source-tree.ts';

/** What each folder of src may import, besides itself. `node:` stands for every module of Node. */
const allowed: Record<string, readonly string[]> = {
  // Contract money is exact.
  core: ['simple-statistics', 'jstat', '@noble/hashes', 'decimal.js'],
  schema: ['core', 'zod'],
  catalog: ['core', 'schema', 'csv-parse', 'zod', 'node:'],
  // A claim check carries its quote, in words of the report.
  // A server has no document to draw on and no browser to turn a drawing into pixels.
  // A portfolio is cut into records while it is read: no schema sees the file as a whole.
  // A large book is simulated on threads.
  services: [
    ...['core', 'schema', 'catalog', 'report', 'csv-parse', 'linkedom', '@resvg/resvg-js', 'piscina'],
    'node:',
  ],
  // Plot draws on whatever document it is given; the documents themselves come from the caller.
  report: ['core', 'decimal.js', 'csv-stringify', '@observablehq/plot'],
  // Serves the services to others: what they send goes through the same schemas as files.
  api: [
    ...['core', 'schema', 'services', 'report'],
    ...['fastify', '@fastify/helmet', '@fastify/rate-limit', '@fastify/static', '@fastify/swagger'],
    ...['@fastify/swagger-ui', 'fastify-type-provider-zod', 'piscina', 'zod', 'node:'],
  ],
  cli: ['core', 'services', 'report', 'api', 'commander', 'node:'],
  // No module of Node: see the test below. Of catalog and services only files that read nothing.
  web: [
    ...['core', 'schema', 'report', 'preact', '@preact/signals', 'decimal.js'],
    ...['virtual:catalog', 'virtual:events', 'virtual:claims'],
    'src/catalog/zone-offset.ts',
    ...['book-losses', 'claim-background', 'facts-to-ask', 'scenario-of-facts', 'what-if'].map(
      (name) => `src/services/${name}.ts`,
    ),
  ],
  // Developers' tools: they score, and write the score into models/.
  tools: ['core', 'schema', 'catalog', 'services', 'report', 'node:'],
  // The public library: it re-exports, and loads files and schemas only when they are needed.
  'index.ts': ['core', 'report', 'schema', 'catalog', 'services'],
};

const sources = readSources();
const imports = sources.flatMap(importsOf);

/** `core` for `src/core/result.ts`, `index.ts` for `src/index.ts`. */
function folderOf(path: string): string {
  return path.split('/')[1] ?? path;
}

/** `csv-parse` for `csv-parse/sync`, `@noble/hashes` for `@noble/hashes/sha2.js`, `node:` for `node:fs`. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function isAllowed({ from, to }: Import): boolean {
  const target = to.startsWith('src/') ? folderOf(to) : packageOf(to);
  const names = allowed[folderOf(from)] ?? [];
  return target === folderOf(from) || names.includes(target) || names.includes(to);
}

/** Groups of files that import each other in a circle (Tarjan's strongly connected components). */
function cycles(edges: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (file: string): number => {
    const order = index.size;
    let lowest = order;
    index.set(file, order);
    stack.push(file);
    for (const to of targets.get(file) ?? []) {
      const seen = index.get(to);
      if (seen === undefined) lowest = Math.min(lowest, visit(to));
      else if (stack.includes(to)) lowest = Math.min(lowest, seen);
    }
    if (lowest === order) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) groups.push(group.sort());
    }
    return lowest;
  };
  for (const { from } of edges) if (!index.has(from)) visit(from);
  return groups;
}

const spansFolders = (files: readonly string[]): boolean =>
  new Set(files.map((file) => posix.dirname(file))).size > 1;

const forbiddenGlobals = new Set([
  ...['process', 'console', 'performance', 'fetch', 'crypto', 'globalThis', 'Buffer', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
]);

/** A name that is only the label of a member, as in `phase.process` or `{ process: 1 }`. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
      parent.name === node)
  );
}

/** Uses of the clock, of global chance or of the outside world, as `path:line text`. */
function impurities({ path, tree }: SourceFile): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const isClock =
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
      (ts.isCallExpression(node) && ['Date', 'Date.now'].includes(node.expression.getText()));
    const isChance = ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random';
    const isGlobal = ts.isIdentifier(node) && forbiddenGlobals.has(node.text) && !isMemberName(node);
    if (!isClock && !isChance && !isGlobal) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(`${path}:${line} ${node.getText()}`);
  });
  return found;
}

describe('imports', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(imports.length).toBeGreaterThan(0);
  });

  it('has a rule for every folder of src', () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)));
    expect([...folders].filter((folder) => !(folder in allowed))).toEqual([]);
  });

  it.each(Object.keys(allowed))('%s imports only what it may', (folder) => {
    const wrong = imports.filter((entry) => folderOf(entry.from) === folder && !isAllowed(entry));
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('points only at files that exist', () => {
    const paths = new Set(sources.map(({ path }) => path));
    const lost = imports.filter(({ to }) => to.startsWith('src/') && !to.endsWith('.css') && !paths.has(to));
    expect(lost.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('the library loads files and schemas only when they are needed', () => {
    const eager = imports.filter(
      ({ from, to, eager }) =>
        folderOf(from) === 'index.ts' && eager && !['core', 'report'].includes(folderOf(to)),
    );
    expect(eager.map(({ to }) => to)).toEqual([]);
  });

  it('what draws on a server is loaded in one place, and only when something is drawn', () => {
    const drawing = imports.filter(({ to }) => ['linkedom', '@resvg/resvg-js'].includes(packageOf(to)));
    expect(drawing.map(({ from, eager }) => [from, eager])).toEqual([
      ['src/services/draw-chart.ts', false],
      ['src/services/draw-chart.ts', false],
    ]);
  });

  it('nothing that the page loads needs Node', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      imports.filter(({ from }) => from === file).forEach(({ to }) => visit(to));
    };
    // Made at build, by Vite.
    const pages = sources.filter(
      ({ path }) => folderOf(path) === 'web' && !path.endsWith('/make-bundles.ts'),
    );
    pages.forEach(({ path }) => visit(path));
    // Vite puts the browser's build of the parser in its place; the stream of the package needs Node.
    const parsers = [...reached].filter((name) => packageOf(name) === 'csv-parse');
    expect([...reached].filter((name) => name.startsWith('node:'))).toEqual([]);
    expect(parsers).toEqual(['csv-parse/sync']);
    expect(reached.has('src/core/estimate.ts')).toBe(true);
    expect(reached.has('src/services/read-portfolio.ts')).toBe(true);
  });

  it('has no circle across folders', () => {
    expect(cycles(imports.filter(({ to }) => to.startsWith('src/'))).filter(spansFolders)).toEqual([]);
  });
});

describe('purity', () => {
  it('core has no outside world, clock or global chance', () => {
    const core = sources.filter(({ path }) => folderOf(path) === 'core');
    expect(core.flatMap(impurities)).toEqual([]);
  });

  it('no source uses global chance', () => {
    expect(sources.flatMap(impurities).filter((use) => use.endsWith('Math.random'))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const bad = parseSource(
    'src/core/impact/bad.ts',
    `import { readFileSync } from 'node:fs';
     import type { Row } from '../../catalog/row.ts';
     export * from 'zod/v4';
     type Later = import('../../cli/main.ts').Later;
     export const lazy = () => import('../result.ts');
     export const now = [Date.now(), new Date(), Math.random(), process.argv, new Date(0), row.process];`,
  );

  it('see every form of import', () => {
    expect(importsOf(bad).map(({ to, eager }) => [to, eager])).toEqual([
      ['node:fs', true],
      ['src/catalog/row.ts', false],
      ['zod/v4', true],
      ['src/cli/main.ts', false],
      ['src/core/result.ts', false],
    ]);
    expect(importsOf(bad).map(isAllowed)).toEqual([false, false, false, false, true]);
  });

  it('see every use of the outside world', () => {
    expect(impurities(bad).map((use) => use.replace(/^\S+ /, ''))).toEqual([
      'Date.now()',
      'new Date()',
      'Math.random',
      'process',
    ]);
  });

  it('see a circle', () => {
    const edge = (from: string, to: string): Import => ({ from, to, eager: true });
    const circle = [
      edge('src/a/x.ts', 'src/b/y.ts'),
      edge('src/b/y.ts', 'src/a/x.ts'),
      edge('src/c.ts', 'src/a/x.ts'),
    ];
    expect(cycles(circle)).toEqual([['src/a/x.ts', 'src/b/y.ts']]);
    expect(cycles(circle.slice(1))).toEqual([]);
    expect(spansFolders(['src/a/x.ts', 'src/a/y.ts'])).toBe(false);
  });
});
