import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { chromiumPath, noBrowser } from '../support/browser.ts';
import { useSiteInBrowser, type SiteInBrowser } from '../support/site-in-browser.ts';
import { differencesOf, visitPage, type Visit } from '../support/page-visit.ts';
import { runCli } from '../support/run-cli.ts';

/** Two hundred thousand years are simulated, on a machine that runs other tests too. */
const PATIENCE_MS = 120_000;
let site: SiteInBrowser;

/** The view with its answer, at an address. */
async function priced(address: string, width = 1280): Promise<Visit> {
  const viewport = { width, height: 900 };
  const visited = await visitPage(site.browser, site.server.url, `#v=1&view=insurer${address}`, PATIENCE_MS, {
    viewport,
  });
  await visited.page.getByTestId('price-id').waitFor();
  return visited;
}

describe.skipIf(chromiumPath() === null)(`the view of insurers (left out where ${noBrowser})`, () => {
  site = useSiteInBrowser();

  it('gives the id and the numbers of the command line it shows', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page, faults } = await priced(
      '&wait=10&mode=qualifying&ret=10000.25&recapture=not-deducted&extra=50000',
    );
    const command = (await page.locator('.run pre').textContent()) ?? '';
    expect(command).toMatch(
      /^lossrange price .*--waiting-hours 10 --waiting-mode qualifying --recapture not-deducted/,
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'JSON', exact: true }).click(),
    ]);
    const found: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
    const args = command.replace('lossrange ', '').split(' ');
    const wanted = JSON.parse(runCli([...args, '--format', 'json']).stdout) as { readonly id: string };
    expect(differencesOf(found, wanted)).toEqual([]);
    expect(await page.getByTestId('price-id').textContent()).toBe(wanted.id);
    expect(faults).toEqual([]);
  });

  it('prices what is typed, keeps it in the address, goes back', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page, faults } = await priced('');
    const before = await page.getByTestId('price-id').textContent();
    expect(await page.locator('h1').textContent()).toMatch(
      /^Technical premium about US\$[\d,.]+.* a year\.$/,
    );
    await page.getByLabel('Limit, US$').fill('1000000');
    await page.getByLabel('Limit, US$').press('Enter');
    await page.locator('.run pre', { hasText: '--limit 1000000' }).waitFor();
    await page.waitForFunction(
      (old) => document.querySelector('[data-testid="price-id"]')?.textContent !== old,
      before,
    );
    expect(page.url()).toContain('lim=1000000');
    await page.goBack();
    await page.waitForFunction(
      (old) => document.querySelector('[data-testid="price-id"]')?.textContent === old,
      before,
    );
    expect(faults).toEqual([]);
  });

  it('says what is wrong beside the field', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page } = await priced('');
    const wait = page.getByLabel('Waiting period, hours');
    await wait.fill('-1');
    await page.getByRole('button', { name: 'Price', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await wait.getAttribute('aria-invalid')).toBe('true');
    const described = await wait.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('waiting period');
  });

  it.each(['en', 'ar'])('has no serious barrier: %s', { timeout: 2 * PATIENCE_MS }, async (language) => {
    const { page, faults } = await priced(`&lang=${language}`, 320);
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    await page.locator('.assumptions > summary').click();
    const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(readFileSync(source, 'utf8'));
    const results = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    const serious = results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    expect(serious).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});
