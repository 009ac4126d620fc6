import { fastify, LogController } from 'fastify';
import type { FastifyHttpOptions, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { LONGEST_TEXT, parseJsonText } from '../schema/json-text.ts';
import { bundledCatalog } from '../services/bundled-catalog.ts';
import type { Api } from './api.ts';
import { openEstimateStore } from './estimate-store.ts';
import { answerExpectation, answerSocketError, registerErrors, sendRouterProblem } from './plugins/errors.ts';
import { registerDocumentation, registerOpenApi } from './plugins/openapi.ts';
import { registerPage } from './plugins/page.ts';
import { registerSecurity, type SecurityOptions } from './plugins/security.ts';
import { ApiError } from './problem.ts';
import { registerClaims } from './routes/claims.ts';
import { registerComparisons } from './routes/comparisons.ts';
import { registerEstimates } from './routes/estimates.ts';
import { registerEvents } from './routes/events.ts';
import { registerHealth } from './routes/health.ts';
import { registerParameters } from './routes/parameters.ts';
import { registerPortfolios } from './routes/portfolios.ts';
import { registerRisks } from './routes/risks.ts';
import { registerSectors } from './routes/sectors.ts';
import { openSimulationPool, type SimulationPool } from './simulation-pool.ts';
import { validatorCompiler } from './validate.ts';

export interface AppOptions extends SecurityOptions {
  /** Where the log goes, one JSON object a line; absent = no log. */
  readonly log?: NodeJS.WritableStream | undefined;
  /** Threads to simulate in; the app closes them. Its own when absent. */
  readonly pool?: SimulationPool | undefined;
  /** Characters of estimates kept in memory. */
  readonly storeBytes?: number | undefined;
  /** Folder of the built page. */
  readonly pageFolder?: string | undefined;
  /** How long a request may take to arrive, milliseconds. */
  readonly arrival?: Arrival | undefined;
}

/** Limits against callers that send slowly, milliseconds. */
export interface Arrival {
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often the server looks, so that a limit is met that much later. */
  readonly checkMs: number;
}

const ARRIVAL: Arrival = { headersMs: 10_000, requestMs: 30_000, checkMs: 5_000 };

/** About 400 estimates. */
const STORE_BYTES = 50_000_000;

/** The server with all its routes; it does not listen yet. */
export async function buildApp(options: AppOptions = {}): Promise<Api> {
  const app = fastify(serverOptions(options)).withTypeProvider<ZodTypeProvider>();
  const pool = options.pool ?? openSimulationPool();
  app.addHook('onClose', () => pool.close());
  app.setValidatorCompiler(validatorCompiler);
  // Answers are complete text, or problems with a serializer of their own.
  app.setSerializerCompiler(() => String);
  readJsonBodies(app);
  refuseUnknownQuery(app);
  endConnectionsOnClose(app);
  app.server.on('checkExpectation', answerExpectation);
  if (options.log !== undefined) logRequests(app);

  await registerSecurity(app, options);
  registerErrors(app);
  await registerOpenApi(app);

  const catalog = await bundledCatalog();
  registerEstimates(app, {
    pool,
    store: openEstimateStore(options.storeBytes ?? STORE_BYTES),
    cacheScope: options.apiKey === undefined ? 'public' : 'private',
  });
  registerComparisons(app, pool);
  await registerClaims(app, pool);
  registerRisks(app, pool);
  await registerPortfolios(app, pool);
  await registerEvents(app);
  registerSectors(app, catalog);
  registerParameters(app, catalog);
  registerHealth(app, () => pool.isReady());
  await registerDocumentation(app);
  await registerPage(app, options.pageFolder);
  return app;
}

function serverOptions({ log, arrival = ARRIVAL }: AppOptions) {
  return {
    logger: log === undefined ? false : { level: 'info', stream: log },
    // One line a request is written by `logRequests`.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LONGEST_TEXT,
    requestTimeout: arrival.requestMs,
    trustProxy: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: sendRouterProblem,
    clientErrorHandler: answerSocketError,
    http: {
      headersTimeout: arrival.headersMs,
      connectionsCheckingInterval: arrival.checkMs,
    },
  } satisfies FastifyHttpOptions<RawServerDefault>;
}

/** JSON by the strict reader that files go through; no other form of body. */
function readJsonBodies(app: Api): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, ({ routeOptions }, body, done) => {
    try {
      done(null, parseJsonText(String(body), undefined, routeOptions.bodyLimit));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)), undefined);
    }
  });
}

/** A misspelt or misplaced option would otherwise be silently ignored. */
function refuseUnknownQuery(app: Api): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const [path = '', query = ''] = request.url.split('?', 2);
    if (query === '' || !/^\/(?:v1\/|healthz|readyz)/.test(path)) done();
    else {
      const hint = 'put draws, seed and facts into the body';
      done(new ApiError('REQUEST_MALFORMED', { message: 'this address takes no query', hint }));
    }
  });
}

/** Kept-alive connections would hold the server open for a minute after its last answer. */
function endConnectionsOnClose(app: Api): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
}

/** Which route answered what in which time: no body, no header, no path as it was typed. */
function logRequests(app: Api): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
}
