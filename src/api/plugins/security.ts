import { createHash, timingSafeEqual } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, onRequestHookHandler, preParsingHookHandler } from 'fastify';
import type { Api } from '../api.ts';
import { ApiError } from '../problem.ts';

export interface SecurityOptions {
  /** Asked for under `/v1`; absent = open to everyone who reaches the server. */
  readonly apiKey?: string | undefined;
  /** Origins whose pages may call the interface from a browser. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Requests a minute from one address. */
  readonly requestsPerMinute?: number | undefined;
  /** Sends HSTS; only for a server behind TLS. */
  readonly hsts?: boolean | undefined;
}

/** Generous: one page on the same machine asks a few times a second. */
export const LOOPBACK_REQUESTS_PER_MINUTE = 6_000;

/** Walls around every route: headers, key, origins, content coding, rate. */
export async function registerSecurity(app: Api, options: SecurityOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'connect-src': ["'self'"],
        'font-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'object-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'worker-src': ["'self'"],
      },
    },
    // It would break the page over plain http on another address than localhost.
    strictTransportSecurity: options.hsts === true,
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onRequest', checkOrigin(new Set(options.corsOrigins)));
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? LOOPBACK_REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new ApiError('RATE_LIMITED', {
        message: 'this address sent too many requests in one minute',
        hint: `try again in ${seconds} seconds`,
        headers: { 'retry-after': String(seconds) },
      });
    },
  });
  app.addHook('onRequest', refuseCodedBody);
  if (options.apiKey !== undefined) app.addHook('preParsing', requireKey(options.apiKey));
}

/** An answer of the page that other sites may frame. */
export function allowFraming(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
  reply.removeHeader('x-frame-options');
}

/** The data of the interface; the page, its documentation and the state of the server are open. */
function isGuarded(path: string): boolean {
  return /^\/v1(?:\/|$)/i.test(path);
}

/** After the rate limit, so that keys cannot be tried out without end, and before any body is read. */
function requireKey(key: string): preParsingHookHandler {
  const expected = digest(`Bearer ${key}`);
  return (request, _reply, payload, done) => {
    // Digests have one length, so that the comparison tells nothing by its time.
    const allowed =
      !isGuarded(request.url) || timingSafeEqual(digest(request.headers.authorization ?? ''), expected);
    if (allowed) done(null, payload);
    else {
      const refusal = new ApiError('UNAUTHORIZED', {
        message: 'this server asks for a key',
        hint: 'send the header "authorization: Bearer <key>"',
        headers: { 'www-authenticate': 'Bearer' },
      });
      done(refusal);
    }
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A small body can grow without bound when it is unpacked, so packed ones are not taken. */
const refuseCodedBody: onRequestHookHandler = (request, _reply, done) => {
  const coding = request.headers['content-encoding'];
  if (coding === undefined || coding.trim().toLowerCase() === 'identity') done();
  else {
    const refusal = new ApiError('MEDIA_TYPE_UNSUPPORTED', {
      message: 'bodies must be sent as they are, without a content-encoding',
      hint: 'send plain JSON; a scenario has a few kilobytes',
      headers: { 'accept-encoding': 'identity' },
    });
    done(refusal);
  }
};

/** Browsers of listed origins may read answers; all others get no permission and so keep their pages out. */
function checkOrigin(origins: ReadonlySet<string>): onRequestHookHandler {
  return (request, reply, done) => {
    const { origin } = request.headers;
    if (origins.size > 0) reply.header('vary', 'Origin');
    if (origin === undefined || !origins.has(origin)) {
      done();
      return;
    }
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'ETag, Location, Retry-After',
      // Pages elsewhere may use what the policy of same-origin pages would keep from them.
      'cross-origin-resource-policy': 'cross-origin',
    });
    const asks = request.headers['access-control-request-method'] !== undefined;
    if (request.method !== 'OPTIONS' || !asks) {
      done();
      return;
    }
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': 'authorization, content-type, if-none-match',
        'access-control-max-age': '600',
      })
      .send();
  };
}
