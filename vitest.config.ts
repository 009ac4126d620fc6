import { defineConfig } from 'vitest/config';

// Set here, not in `test.env`: the workers and the programs that the tests start inherit it from the beginning.
process.env['TZ'] = 'UTC';
process.env['NO_COLOR'] = '1';
delete process.env['FORCE_COLOR'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Needs the package registry: `npm run test:package`.
    exclude: ['test/smoke/install.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/core/**/*.ts'],
      exclude: ['**/*.d.ts'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
