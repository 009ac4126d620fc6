import { quoted } from './issue.ts';

/** Path as people and messages write it, `affected.businesses[1].count`, after the file or source it belongs to. */
export function fieldPath(path: readonly PropertyKey[], label: string | undefined): string {
  const field = path.map(segment).join('').replace(/^\./, '');
  if (label === undefined) return field === '' ? 'scenario' : field;
  return field === '' ? label : `${label}: ${field}`;
}

function segment(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  return /^[A-Za-z]\w{0,59}$/.test(name) ? `.${name}` : `[${quoted(name)}]`;
}
