import { Command } from 'commander';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';

interface ServeOptions {
  readonly host: string;
  readonly port: number;
}

/** `lossrange serve`: the interface and the page, until it is stopped by a signal. */
export function serveCommand(io: Io): Command {
  return new Command('serve')
    .description('serve the interface and the page on this machine')
    .option('--host <address>', 'address to listen on; others than this machine need a key', '127.0.0.1')
    .option('--port <number>', 'port, or the next free one', readPort, 8080)
    .addHelpText(
      'after',
      '\nThe environment sets the rest: LOSSRANGE_API_KEY (a key for /v1), LOSSRANGE_CORS_ORIGINS (origins, by comma),\nLOSSRANGE_RATE_LIMIT (requests a minute from one address), LOSSRANGE_HSTS=1 (behind TLS).',
    )
    .action(async ({ host, port }: ServeOptions) => {
      const { startServer } = await import('../../api/start-server.ts');
      const server = await startServer({ host, port, env: io.env, log: io.stderr });
      const stopped = nextSignal();
      await writeOutput(
        `lossrange listens on ${server.address} (page /, interface /v1, documentation /docs)\n`,
        undefined,
        io.stdout,
      );
      await stopped;
      await server.stop();
    });
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new ImpactError('USAGE', {
    path: '--port',
    message: `${JSON.stringify(text.slice(0, 40))} is not a port`,
    hint: 'give a whole number from 0 to 65535; 0 takes any free one',
  });
}
