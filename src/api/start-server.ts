import { isIP } from 'node:net';
import { ImpactError } from '../core/errors/impact-error.ts';
import { buildApp } from './build-app.ts';
import type { Api } from './api.ts';
import { LOOPBACK_REQUESTS_PER_MINUTE } from './plugins/security.ts';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** LOSSRANGE_API_KEY, LOSSRANGE_CORS_ORIGINS, LOSSRANGE_RATE_LIMIT, LOSSRANGE_HSTS. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: NodeJS.WritableStream;
}

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  /** Stops taking requests, finishes those at work within 10 seconds, then drops them. */
  stop(): Promise<void>;
}

/** Ports tried after the one asked for. */
const MORE_PORTS = 20;
const DRAIN_MS = 10_000;
/** From other machines strangers come too. */
const OPEN_REQUESTS_PER_MINUTE = 600;

/**
 * Listens on the port, or on the next free one.
 *
 * @throws ImpactError USAGE for an address that others reach without a key, and for one that cannot be listened on
 */
export async function startServer({ host, port, env, log }: ServerOptions): Promise<RunningServer> {
  const apiKey = filled(env['LOSSRANGE_API_KEY']);
  const loopback = isLoopback(host);
  if (!loopback && apiKey === undefined) {
    throw new ImpactError('USAGE', {
      path: '--host',
      message: `${JSON.stringify(host.slice(0, 100))} can be reached from other machines, and no key is set`,
      hint: 'set LOSSRANGE_API_KEY to a long random text, which callers then send as "authorization: Bearer <key>"; or use 127.0.0.1',
    });
  }
  const app = await buildApp({
    apiKey,
    corsOrigins: originsOf(env['LOSSRANGE_CORS_ORIGINS']),
    requestsPerMinute:
      rateOf(env['LOSSRANGE_RATE_LIMIT']) ??
      (loopback ? LOOPBACK_REQUESTS_PER_MINUTE : OPEN_REQUESTS_PER_MINUTE),
    hsts: env['LOSSRANGE_HSTS'] === '1',
    log,
  });
  try {
    return { address: await listen(app, host, port), stop: () => drain(app) };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function listen(app: Api, host: string, port: number): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await app.listen({ host, port: port + attempt });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const next = code === 'EADDRINUSE' && attempt < MORE_PORTS && port + attempt < 65_535;
      if (!next) throw unusable(host, port, code, error);
    }
  }
}

function unusable(host: string, port: number, code: string, cause: unknown): ImpactError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `ports ${port} to ${port + MORE_PORTS} are all in use`,
    EACCES: `port ${port} is reserved for the system`,
    EADDRNOTAVAIL: `this machine has no address ${host}`,
    ENOTFOUND: `${host} is no name of a machine`,
  };
  const path = code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? '--host' : '--port';
  return new ImpactError('USAGE', {
    path,
    message: reasons[code] ?? `cannot listen on ${host}:${port}${code === '' ? '' : ` (${code})`}`,
    hint: path === '--host' ? 'use 127.0.0.1' : 'choose another port above 1023',
    cause,
  });
}

async function drain(app: Api): Promise<void> {
  const deadline = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  // An answer that was under way when the server stopped leaves its connection idle.
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  try {
    await app.close();
  } finally {
    clearTimeout(deadline);
    clearInterval(idle);
  }
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

function originsOf(text: string | undefined): readonly string[] {
  const origins = (text ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  for (const origin of origins) {
    if (/^https?:\/\/[^/\s*]+$/.test(origin)) continue;
    throw new ImpactError('USAGE', {
      path: 'LOSSRANGE_CORS_ORIGINS',
      message: `${JSON.stringify(origin.slice(0, 100))} is not an origin`,
      hint: 'write a list such as https://example.org,https://example.com:8443, without paths and without *',
    });
  }
  return origins;
}

function rateOf(text: string | undefined): number | undefined {
  if (filled(text) === undefined) return undefined;
  const rate = /^\d{1,7}$/.test(text ?? '') ? Number(text) : 0;
  if (rate > 0) return rate;
  throw new ImpactError('USAGE', {
    path: 'LOSSRANGE_RATE_LIMIT',
    message: 'must be the requests that one address may send in a minute, a whole number above 0',
    hint: 'example: 600',
  });
}
