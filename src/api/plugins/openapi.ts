import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { ENGINE_VERSION } from '../../core/version.ts';
import type { Api } from '../api.ts';
import { tidyComponents } from '../openapi-components.ts';

/** Hash of the one inline style that swagger-ui sets; the browser names it when it changes. */
const SWAGGER_STYLE = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** Collects the routes that follow into an OpenAPI 3.1 document. */
export async function registerOpenApi(app: Api): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'lossrange',
        version: ENGINE_VERSION,
        summary: 'What an internet or cloud outage cost: a range one can trust, and why.',
        description:
          'Send the facts of an outage, get the range of its loss with every assumption and its source. ' +
          'The same input, seed and version give the same bytes.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'this server' }],
      security: [{}, { key: [] }],
      tags: [
        { name: 'estimates', description: 'Ranges from facts.' },
        { name: 'claims', description: 'Published figures against a range.' },
        { name: 'insurance', description: 'Policies against outages.' },
        { name: 'model', description: 'What is in the box.' },
        { name: 'server', description: 'The state of the server.' },
      ],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'only where the server has a key' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => tidyComponents(jsonSchemaTransformObject(document)),
  });
}

/** `/docs` and `/openapi.json`, after all other routes. */
export async function registerDocumentation(app: Api): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'list' },
    uiHooks: {
      preHandler: (_request, reply, done) => {
        const policy = String(reply.getHeader('content-security-policy') ?? '');
        const own = policy.replace("style-src 'self'", `style-src 'self' '${SWAGGER_STYLE}'`);
        reply.header('content-security-policy', own);
        done();
      },
    },
  });
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('application/json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(app.swagger()),
  );
}
