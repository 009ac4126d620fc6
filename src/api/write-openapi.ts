import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildApp } from './build-app.ts';
import type { SimulationPool } from './simulation-pool.ts';

/** Describing the interface needs no threads. */
const noPool: SimulationPool = {
  run: () => Promise.reject(new Error('nothing runs here')),
  isReady: () => false,
  close: () => Promise.resolve(),
};

const app = await buildApp({ pool: noPool });
await app.ready();
const file = fileURLToPath(new URL('../../src/api/openapi.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
