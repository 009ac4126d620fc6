import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../support/project-files.ts';

export interface SourceFile {
  /** From the root of the project, with forward slashes: `src/core/result.ts`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

export interface Import {
  readonly from: string;
  /** `src/core/result.ts` for our own files, else as written: `zod`, `node:fs`. */
  readonly to: string;
  /** Loaded together with the importing file: neither `import type` nor `import()`. */
  readonly eager: boolean;
}

export function parseSource(path: string, text: string): SourceFile {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** All TypeScript files under src, parsed. */
export function readSources(): SourceFile[] {
  return readdirSync(`${projectRoot}/src`, { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.split(sep).join('/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => parseSource(path, readFileSync(`${projectRoot}/${path}`, 'utf8')));
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Every import of a file: static, `export … from`, `import()` and `import('…').Type`. */
export function importsOf({ path, tree }: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, eager: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const own = specifier.text.startsWith('.');
    const to = own ? posix.join(posix.dirname(path), specifier.text) : specifier.text;
    found.push({ from: path, to, eager });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, !node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, false);
    }
  });
  return found;
}
