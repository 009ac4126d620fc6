import fc from 'fast-check';

/** What JSON Schemas of the interface use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: boolean | Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

export type Schemas = Readonly<Record<string, Schema>>;

export function resolved(schema: Schema, schemas: Schemas): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : schemas[name]!;
}

/** Values that a schema allows; meaning is another matter. */
export function valuesOf(reference: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const schema = resolved(reference, schemas);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => valuesOf(one, schemas)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectsOf(schema, schemas);
    case 'array':
      return arraysOf(schema, schemas);
    case 'string':
      return stringsOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 50, 50) });
    case 'number':
      return numbersOf(schema);
    case 'boolean':
      return fc.boolean();
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectsOf(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties: rest } = schema;
  if (properties === undefined && typeof rest === 'object') {
    const keys = schema.propertyNames === undefined ? fc.string() : stringsOf(schema.propertyNames);
    return fc.dictionary(keys, valuesOf(rest, schemas), { maxKeys: 3, noNullPrototype: true });
  }
  const values = Object.entries(properties ?? {}).map(
    ([key, inner]) => [key, valuesOf(inner, schemas)] as const,
  );
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required], noNullPrototype: true });
}

function arraysOf(
  { items, prefixItems, minItems, maxItems }: Schema,
  schemas: Schemas,
): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => valuesOf(one, schemas)));
  const item = typeof items === 'object' ? valuesOf(items, schemas) : fc.jsonValue();
  return fc.array(item, { minLength: minItems ?? 0, maxLength: Math.min(maxItems ?? 3, 3) });
}

/** Often what the engine knows, so that some inputs come through. */
const known = [
  'cloud',
  'aws',
  'us-east-1',
  'retail-trade',
  'ES',
  'PT2H',
  '2025-10-20T06:48:00Z',
  '2025-10-20',
  'world',
];

function stringsOf({ pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) {
    const fitting = known.filter((text) => new RegExp(pattern, 'u').test(text));
    const random = fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
    return (fitting.length === 0 ? random : fc.oneof(random, fc.constantFrom(...fitting))).filter(
      (text) => text.length <= maxLength,
    );
  }
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) }),
    fc.constantFrom(...known),
  );
}

function numbersOf({ minimum = -1e15, maximum = 1e15, exclusiveMinimum }: Schema): fc.Arbitrary<number> {
  const min = Math.max(minimum, exclusiveMinimum ?? -Infinity);
  const usual = fc.constantFrom(0, -0, 1, 0.5, 3, 24, 1e9).filter((value) => value > min && value <= maximum);
  return fc.oneof(
    usual,
    fc.double({ min, max: maximum, noNaN: true, minExcluded: exclusiveMinimum !== undefined }),
  );
}

export interface Mutation {
  readonly at: string;
  readonly value: unknown;
}

/** Every way of breaking a value in one place, so that its schema no longer allows it. */
export function mutationsOf(reference: Schema, value: unknown, schemas: Schemas, at = '#'): Mutation[] {
  const schema = resolved(reference, schemas);
  const here = (what: string, broken: unknown): Mutation => ({ at: `${at} ${what}`, value: broken });
  if (schema.anyOf !== undefined) {
    const nullable = schema.anyOf.some(({ type }) => type === 'null');
    return [here('no form', { 'no-such': 1 }), ...(nullable ? [] : [here('no value', null)])];
  }
  if (schema.enum !== undefined) return [here('no member', 'no such member'), here('no text', 1)];
  if (schema.type === 'array') return arrayMutations(schema, value, schemas, at);
  if (schema.type === 'object') return objectMutations(schema, value, schemas, at);
  if (schema.type === 'string') return [here('a number', 1), here('a list', []), ...tooLong(schema, here)];
  if (schema.type === 'boolean') return [here('a text', 'true'), here('a number', 1)];
  return [
    here('a text', '1'),
    here('nothing', null),
    ...(schema.maximum === undefined ? [] : [here('too much', schema.maximum * 2)]),
    ...(schema.minimum === undefined
      ? []
      : [here('too little', schema.minimum - Math.abs(schema.minimum) - 1)]),
    ...(schema.type === 'integer' ? [here('a fraction', 1.5)] : []),
  ];
}

function tooLong(schema: Schema, here: (what: string, value: unknown) => Mutation): Mutation[] {
  return schema.maxLength === undefined ? [] : [here('too long', 'a'.repeat(schema.maxLength + 1))];
}

function arrayMutations(schema: Schema, value: unknown, schemas: Schemas, at: string): Mutation[] {
  const list = value as readonly unknown[];
  const item = typeof schema.items === 'object' ? schema.items : {};
  return [
    { at: `${at} no list`, value: { 0: 'x' } },
    ...list.flatMap((inner, index) =>
      mutationsOf(item, inner, schemas, `${at}/${index}`).map(({ at: place, value: broken }) => ({
        at: place,
        value: list.with(index, broken),
      })),
    ),
  ];
}

function objectMutations(schema: Schema, value: unknown, schemas: Schemas, at: string): Mutation[] {
  const record = value as Readonly<Record<string, unknown>>;
  const rest = schema.additionalProperties;
  const without = (key: string) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
  return [
    { at: `${at} a list`, value: [record] },
    { at: `${at} a text`, value: 'x' },
    ...(rest === false ? [{ at: `${at} unknown key`, value: { ...record, noSuchKey: 1 } }] : []),
    ...(schema.required ?? []).map((key) => ({ at: `${at} without ${key}`, value: without(key) })),
    ...Object.entries(record).flatMap(([key, inner]) => {
      const form = schema.properties?.[key] ?? (typeof rest === 'object' ? rest : undefined);
      if (form === undefined) return [];
      return mutationsOf(form, inner, schemas, `${at}/${key}`).map(({ at: place, value: broken }) => ({
        at: place,
        value: { ...record, [key]: broken },
      }));
    }),
  ];
}
