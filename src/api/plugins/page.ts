import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { Api } from '../api.ts';
import { sendText } from '../send.ts';
import { allowFraming } from './security.ts';

/** The built page, also when this file runs from src. */
const PAGE_FOLDER = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

const NOT_BUILT = `lossrange answers, but its page is not built.

The interface works without it:
  GET  /docs           every address, to try out
  GET  /v1/events      past outages
  POST /v1/estimates   a scenario, for its range

To build the page: npm run build
`;

/** The page at `/`; the part of it under `/embed/` may be framed by other sites. */
export async function registerPage(app: Api, folder = PAGE_FOLDER): Promise<void> {
  app.addHook('onSend', (request, reply, payload, done) => {
    const [path = ''] = request.url.split('?');
    if (/^\/embed(?:\/|$)/.test(path) && reply.statusCode < 400) allowFraming(reply);
    done(null, payload);
  });
  if (!existsSync(folder)) {
    app.get('/', { schema: { hide: true } }, (_request, reply) =>
      sendText(reply.header('cache-control', 'no-store'), 'text/plain; charset=utf-8', NOT_BUILT),
    );
    return;
  }
  // Files of a folder name each other from inside it.
  app.get('/embed', { schema: { hide: true } }, (_request, reply) => reply.redirect('/embed/', 301));
  await app.register(fastifyStatic, {
    root: folder,
    // A route for each file: one for all would answer what the router must refuse.
    wildcard: false,
    index: ['index.html'],
    cacheControl: false,
    decorateReply: false,
    setHeaders: (response, path) => {
      // The names of bundled files hold a hash of their content.
      const hashed = path.includes(`${sep}assets${sep}`);
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
