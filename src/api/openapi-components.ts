type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schemas = Readonly<Record<string, Json>>;

const PREFIX = '#/components/schemas/';

/**
 * The document with one schema a name: each registered one appears as a request (`XInput`) and as an answer (`X`), of
 * which mostly one is used. The unused ones go, and a request that has its name alone is called `X`.
 */
export function tidyComponents<Document extends object>(document: Document): Document {
  const whole = document as unknown as { readonly components: { readonly schemas: Schemas } };
  const { schemas, ...others } = whole.components;
  const used = usedNames({ ...whole, components: others }, schemas);
  const nameOf = (name: string): string => {
    const short = name.replace(/Input$/, '');
    return used.has(short) && !equal(schemas[name], schemas[short]) ? name : short;
  };
  const kept = Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => used.has(name))
      .map(([name, schema]) => [nameOf(name), schema] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const tidied = { ...whole, components: { ...others, schemas: kept } };
  return renamed(tidied, nameOf) as unknown as Document;
}

/** Names that the document refers to, directly or through other schemas. */
function usedNames(document: Json, schemas: Schemas): ReadonlySet<string> {
  const used = new Set<string>();
  const waiting = [...references(document)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...references(schemas[name] ?? null));
  }
  return used;
}

function equal(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function references(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, Json]) =>
    key === '$ref' && typeof inner === 'string' ? [inner.slice(PREFIX.length)] : references(inner),
  );
}

function renamed(value: Json, nameOf: (name: string) => string): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner: Json) => renamed(inner, nameOf));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, Json]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? PREFIX + nameOf(inner.slice(PREFIX.length))
        : renamed(inner, nameOf),
    ]),
  );
}
