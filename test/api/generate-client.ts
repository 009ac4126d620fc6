import { compile } from 'json-schema-to-typescript';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
  };
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> }
    >
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** A typed client from an OpenAPI document: a type for each schema, a function for each operation. */
export async function generateClient(document: Document): Promise<string> {
  const definitions = JSON.parse(
    JSON.stringify(document.components.schemas, (key, value: unknown) => olderForm(key, value)),
  ) as Record<string, object>;
  const root = { definitions, type: 'object', additionalProperties: false, properties: {} };
  const types = await compile(root as never, 'Interface', {
    bannerComment: '',
    unreachableDefinitions: true,
    format: false,
  });
  const functions = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => functionOf(path, method, operation)),
  );
  return `${types}\n${SEND}\n${functions.join('\n')}`;
}

/** The compiler reads older JSON Schema: references into `definitions`, tuples by `items`. */
function olderForm(key: string, value: unknown): unknown {
  if (key === '$ref') return String(value).replace('#/components/schemas/', '#/definitions/');
  if (typeof value === 'object' && value !== null && 'prefixItems' in value) {
    const { prefixItems, ...others } = value as { prefixItems: readonly unknown[] };
    const size = prefixItems.length;
    return { ...others, items: prefixItems, minItems: size, maxItems: size };
  }
  return value;
}

const SEND = `
async function send(url: string, method: string, body?: unknown): Promise<Response> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(url, init);
  if (!answer.ok) throw Object.assign(new Error('refused'), { problem: (await answer.json()) as Problem });
  return answer;
}
`;

function functionOf(path: string, method: string, operation: Operation): string {
  const { operationId, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema.$ref.split('/').at(-1);
  const content = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content ?? {};
  const answer = content['application/json']?.schema.$ref?.split('/').at(-1);
  const args = [
    'base: string',
    ...parameters.map(({ name }) => `${name}: string`),
    ...(body === undefined ? [] : [`body: ${body}`]),
  ];
  const url = `\`\${base}${path.replace(/\{(\w+)\}/g, (_all, name: string) => `\${encodeURIComponent(${name})}`)}\``;
  const sent = `await send(${url}, '${method.toUpperCase()}'${body === undefined ? '' : ', body'})`;
  const result = answer === undefined ? `(${sent}).text()` : `(await (${sent}).json()) as ${answer}`;
  return `export async function ${operationId}(${args.join(', ')}): Promise<${answer ?? 'string'}> { return ${result}; }`;
}
