import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'UTC';
process.env['NO_COLOR'] = '1';
delete process.env['FORCE_COLOR'];

export default defineConfig({
  test: {
    include: ['test/smoke/install.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
