import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser, noBrowser } from './browser.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { projectRoot } from './project-files.ts';

/** A browser, and the page on a plain host of files; both are there while tests run. */
export interface SiteInBrowser {
  browser: Browser;
  server: FileServer;
}

/** Starts both before the tests of a file, closes their windows after each and both after all. */
export function useSiteInBrowser(): SiteInBrowser {
  const site = {} as SiteInBrowser;
  beforeAll(async () => {
    const launched = await launchBrowser();
    if (launched === null) throw new Error(noBrowser);
    site.browser = launched;
    site.server = await serveFiles(`${projectRoot}/dist/web`);
  });
  afterEach(async () => {
    await Promise.all(site.browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await site.browser.close();
    await site.server.close();
  });
  return site;
}
