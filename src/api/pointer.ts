/** The keys that a path of an input can start with; other paths name something in the engine. */
const inputKeys: ReadonlySet<string> = new Set([
  ...['id', 'title', 'asOf', 'outage', 'affected', 'scope', 'exposure', 'assumptions', 'simulation'],
  ...['sources', 'first', 'second', 'scenario', 'text', 'amount', 'currency', 'measure', 'event'],
  ...['claimLanguage', 'insured', 'policy', 'load', 'csv', 'reinsuranceCsv'],
]);

/** JSON pointer (RFC 6901) to a place in the body, as a URI fragment; `#` is the body itself. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return `#${path.map((key) => `/${escaped(String(key))}`).join('')}`;
}

/** The same from a path as messages write it, `affected.businesses[1].count`; `#` for a path of something else. */
export function pointerOfPath(path: string): string {
  // Lines of a portfolio or of treaties are inside one text.
  const keys = keysOf(path.replace(/^(csv|reinsuranceCsv): line .*/, '$1'));
  // Alone it stands for the whole input in messages about files.
  if (path === 'scenario') return '#';
  return inputKeys.has(keys[0] ?? '') ? pointerOf(keys) : '#';
}

function keysOf(path: string): string[] {
  // The name of a parameter has dots of its own.
  const assumption = /^((?:first|second|scenario)\.)?assumptions\.(.+)$/.exec(path);
  if (assumption !== null) {
    const [, side = '', parameter = ''] = assumption;
    return [...side.split('.').filter((key) => key !== ''), 'assumptions', parameter];
  }
  const keys = path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")(?:\.\.\.)?\]|([^.[\]]+)/g);
  return [...keys].map(
    ([, index, quoted, name]) => index ?? (quoted === undefined ? name! : unquoted(quoted)),
  );
}

function unquoted(text: string): string {
  return JSON.parse(text) as string;
}

/** RFC 6901 escapes, then what a fragment may not hold. */
function escaped(key: string): string {
  const wellFormed = key.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(wellFormed.replaceAll('~', '~0').replaceAll('/', '~1'));
}
