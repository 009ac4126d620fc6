import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, noBrowser } from '../support/browser.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const few = ['--draws', '2000', '--format', 'html', '--out'];
const pages = { estimate: join(folder, 'estimate.html'), comparison: join(folder, 'comparison.html') };
// Text, not functions: the tests are compiled without the types of a browser.
const unfold = "document.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''))";
const forms =
  "[...document.querySelectorAll('.wide, .narrow')].filter((one) => one.checkVisibility()).map((one) => one.className)";
const endOfMethods =
  "[...document.querySelectorAll('section')].find((one) => one.textContent.includes('ways to count it')).getBoundingClientRect().bottom";
const names = ['estimate', 'comparison'] as const;

describe.skipIf(chromiumPath() === null)(`report pages in a browser (if left out: ${noBrowser})`, () => {
  let browser: Browser | null = null;

  beforeAll(async () => {
    browser = await launchBrowser();
    runCli(['estimate', 'aws-2025-10-20', ...few, pages.estimate]);
    runCli(['estimate', 'aws-2025-10-20', '--compare', 'crowdstrike-2024-07-19', ...few, pages.comparison]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function onPage<Result>(
    name: keyof typeof pages,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    // Axe is put into the page from outside, which the page itself forbids.
    const page = await browser!.newPage({ bypassCSP: true, ...options });
    try {
      await page.goto(pathToFileURL(pages[name]).href);
      return await look(page);
    } finally {
      await page.close();
    }
  }

  it.each(names)('%s: asks nobody for anything and has no errors', async (name) => {
    const requests: string[] = [];
    const errors: string[] = [];
    await onPage(name, { bypassCSP: false }, async (page) => {
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.reload();
      await page.waitForLoadState('networkidle');
    });
    expect(requests).toEqual([pathToFileURL(pages[name]).href]);
    expect(errors).toEqual([]);
  });

  it.each([
    ['estimate', 'light', 1280],
    ['estimate', 'dark', 1280],
    ['estimate', 'light', 320],
    ['comparison', 'light', 1280],
    ['comparison', 'dark', 320],
  ] as const)('%s, %s, %d pixels: no problem that axe can see', async (name, colorScheme, width) => {
    const found = await onPage(name, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
      await page.evaluate(unfold);
      await page.evaluate(axe);
      return page.evaluate<string[]>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
      );
    });
    expect(found).toEqual([]);
  });

  it.each(names)('%s: fits a window of 320 pixels, all parts unfolded', async (name) => {
    const [content, view] = await onPage(name, { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.evaluate(unfold);
      return page.evaluate<[number, number]>('[document.documentElement.scrollWidth, window.innerWidth]');
    });
    expect(content).toBeLessThanOrEqual(view);
  });

  it('shows one form of the main chart, by the width of the window', async () => {
    for (const [width, shown] of [
      [1280, 'wide'],
      [390, 'narrow'],
    ] as const) {
      const visible = await onPage('estimate', { viewport: { width, height: 800 } }, async (page) =>
        page.evaluate<string[]>(forms),
      );
      expect(visible).toEqual([shown]);
    }
  });

  it('prints answer, chart, bounds and ways of counting on the first sheet of A4', async () => {
    // A sheet less its margins, at 96 pixels an inch.
    const sheet = { width: Math.round(((210 - 26) / 25.4) * 96), height: ((297 - 27) / 25.4) * 96 };
    const bottom = await onPage(
      'estimate',
      { viewport: { width: sheet.width, height: 800 } },
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        return page.evaluate<number>(endOfMethods);
      },
    );
    expect(bottom).toBeGreaterThan(sheet.height / 2);
    expect(bottom).toBeLessThanOrEqual(sheet.height);
  });
});
