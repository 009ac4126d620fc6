import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumPath, noBrowser } from '../support/browser.ts';
import { useSiteInBrowser, type SiteInBrowser } from '../support/site-in-browser.ts';
import { differencesOf, visitPage, type Visit } from '../support/page-visit.ts';
import { projectRoot } from '../support/project-files.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { goodRow, portfolioText } from '../schema/portfolio/portfolio-file.ts';

const PATIENCE_MS = 120_000;
const folder = temporaryFolder();
let site: SiteInBrowser;

/** The half for books, with every request that it makes. */
async function opened(
  address = '',
  options: BrowserContextOptions = {},
): Promise<Visit & { asked: string[] }> {
  const visited = await visitPage(
    site.browser,
    site.server.url,
    `#v=1&view=insurer&part=book${address}`,
    PATIENCE_MS,
    options,
  );
  const asked: string[] = [];
  visited.page.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()}`);
    if (request.postData() !== null) visited.faults.push(`sent to ${request.url()}`);
  });
  await visited.page.locator('.file-zone').first().waitFor();
  return { ...visited, asked };
}

/** The first pick is for the book, the second for treaties. */
const pickOf = (page: Page, of: 'book' | 'treaties'): Locator =>
  page.locator('input[type=file]').nth(of === 'book' ? 0 : 1);

const choose = (
  page: Page,
  name: string,
  content: string | Uint8Array,
  of: 'book' | 'treaties' = 'book',
): Promise<void> =>
  pickOf(page, of).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

const answered = (page: Page): Promise<void> => page.locator('.run pre').waitFor();

async function downloaded(page: Page, name: string): Promise<{ text: string; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { text: readFileSync(await download.path(), 'utf8'), name: download.suggestedFilename() };
}

/** What the command line gives for the line that the page shows, run beside the file. */
function fromCommandLine(command: string, cwd: string): { json: unknown; rejects: () => string } {
  const [, ...args] = command.split(' ');
  const rejects = join(folder, 'rejects.csv');
  const run = runCli([...args, '--format', 'json', '--rejects', rejects], { cwd });
  expect(run.exitCode, run.stderr).toBe(0);
  return { json: JSON.parse(run.stdout), rejects: () => readFileSync(rejects, 'utf8') };
}

describe.skipIf(chromiumPath() === null)(`a book in the page (left out where ${noBrowser})`, () => {
  site = useSiteInBrowser();

  it('gives the numbers of the command line for the sample', { timeout: PATIENCE_MS }, async () => {
    const { page, faults, asked } = await opened();
    expect(asked.filter((url) => url.endsWith('.csv'))).toEqual([]);
    await page.getByRole('button', { name: 'Try the sample', exact: true }).click();
    await answered(page);
    expect(await page.locator('h1').textContent()).toMatch(
      /^Gross loss about US\$[\d,.]+.* in the middle\.$/,
    );
    expect(await page.locator('.answer').textContent()).toContain('998 of 1,000 rows used, 2 refused.');
    const command = (await page.locator('.run pre').textContent()) ?? '';
    expect(command).toBe('lossrange book data/samples/portfolio.csv --event aws-2025-10-20');
    const wanted = fromCommandLine(command, projectRoot);
    const saved = await downloaded(page, 'JSON');
    expect(differencesOf(JSON.parse(saved.text), wanted.json)).toEqual([]);
    expect(await downloaded(page, 'Save the refused rows (CSV)')).toEqual({
      text: wanted.rejects(),
      name: 'portfolio.rejects.csv',
    });
    expect(asked.filter((url) => !/^GET .*\.(?:js|csv|svg)$|^GET blob:/.test(url))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('reads a file of the reader and sends nothing', { timeout: PATIENCE_MS }, async () => {
    const { page, faults, asked } = await opened();
    await choose(page, 'warm up.csv', portfolioText({}));
    await answered(page);
    const before = asked.length;
    const text = portfolioText(
      { FlexiAccCloudRegion: 'us-east-1' },
      { PolNumber: 'P2', AnnualRevenue: '1,5' },
      { PolNumber: '=P3', PolDed: 'much', LayerLimit: '-1' },
    ).replace('1,5', '"1,5"');
    const file = join(folder, 'book of mine.csv');
    writeFileSync(file, text);
    await pickOf(page, 'book').setInputFiles(file);
    await page.locator('.run pre', { hasText: 'mine' }).waitFor();
    expect(asked.slice(before)).toEqual([]);
    const command = (await page.locator('.run pre').textContent()) ?? '';
    expect(command).toBe("lossrange book 'book of mine.csv' --event aws-2025-10-20");
    writeFileSync(join(folder, 'mine.csv'), text);
    const wanted = fromCommandLine(command.replace("'book of mine.csv'", 'mine.csv'), folder);
    const saved = await downloaded(page, 'JSON');
    expect(differencesOf(JSON.parse(saved.text), wanted.json)).toEqual([]);
    expect(await page.getByRole('heading', { name: 'Refused rows: 2' }).isVisible()).toBe(true);
    expect((await page.locator('.refused').textContent()) ?? '').toContain(
      'Line 3, column AnnualRevenue: "1,5"',
    );
    const rejects = await downloaded(page, 'Save the refused rows (CSV)');
    expect(rejects).toEqual({ text: wanted.rejects(), name: 'book of mine.rejects.csv' });
    expect(faults).toEqual([]);
  });

  const columns = Object.keys(goodRow);
  it.each([
    ['semicolons', portfolioText({}).replaceAll(',', ';'), /line 1: the columns are separated by semicolons/],
    ['a missing column', portfolioText({}).replaceAll(/^[^,]*,/gm, ''), /lacks the columns PortNumber/],
    ['UTF-16', Buffer.from(`\ufeff${portfolioText({})}`, 'utf16le'), /is UTF-16 text/],
    ['nothing', '', /is empty/],
    ['a header alone', `${columns.join(',')}\n`, /has a header and no rows/],
    ['only wrong rows', portfolioText({ PolDed: 'x' }), /its only row is refused.*line 2, column PolDed/],
  ])('says beside the file what is wrong: %s', { timeout: PATIENCE_MS }, async (_name, content, message) => {
    const { page, faults } = await opened();
    await choose(page, 'good.csv', portfolioText({}));
    await answered(page);
    await choose(page, 'broken.csv', content);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(message);
    expect(await alert.textContent()).toContain('broken.csv');
    const input = pickOf(page, 'book');
    expect(await input.getAttribute('aria-invalid')).toBe('true');
    expect(await input.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'));
    // No figure of the file before stays beside the name of this one.
    expect(await page.locator('.run pre').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it(
    'stops a long file for another one, and refuses a longer one',
    { timeout: 3 * PATIENCE_MS },
    async () => {
      const { page, faults } = await opened();
      const row = portfolioText({ FlexiAccCloudRegion: 'us-east-1', PolNumber: 'P-0', AccNumber: 'A-0' });
      const [header = '', line = ''] = row.split('\n');
      const rows = (count: number): string =>
        `${header}\n${Array.from({ length: count }, (_, i) => line.replaceAll('-0', `-${i}`)).join('\n')}\n`;
      const long = join(folder, 'long.csv');
      writeFileSync(long, rows(100_000));
      await pickOf(page, 'book').setInputFiles(long);
      await page.locator('.file-progress', { hasText: /[1-9][\d,]* rows read/ }).waitFor();
      expect(await page.locator('h1').textContent()).toMatch(/Working|…|\.\.\./i);
      await choose(page, 'short.csv', rows(3));
      await page.locator('.answer', { hasText: '3 of 3 rows used' }).waitFor();
      expect(await page.locator('.file-name').textContent()).toBe('short.csv');
      expect(await page.locator('.file-progress').count()).toBe(0);
      // Wrong rows are read in no time, and count too.
      const longest = join(folder, 'longest.csv');
      writeFileSync(longest, rows(100_001).replaceAll('us-east-1', 'nowhere?'));
      await pickOf(page, 'book').setInputFiles(longest);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(
        /more than 100,000 rows\. On the command line `lossrange book`/,
      );
      expect(faults).toEqual([]);
    },
  );

  it(
    'nets the sample as the command line does, and takes the treaties away again',
    { timeout: PATIENCE_MS },
    async () => {
      const { page, faults, asked } = await opened();
      await page.getByRole('button', { name: 'Try the sample', exact: true }).click();
      await answered(page);
      expect(await page.locator('.answer').textContent()).not.toContain('Net');
      const losses = page.locator('[aria-labelledby="book-losses"] tbody tr');
      const before = await losses.allTextContents();
      expect(before[2]).toBe('Net loss: no treaty, same as gross');
      await page.getByRole('button', { name: 'Try sample treaties' }).click();
      await page.locator('.run pre', { hasText: '--reinsurance' }).waitFor();
      const command = (await page.locator('.run pre').textContent()) ?? '';
      expect(command).toBe(
        'lossrange book data/samples/portfolio.csv --event aws-2025-10-20 --reinsurance data/samples/reinsurance.csv',
      );
      const wanted = fromCommandLine(command, projectRoot);
      const saved = await downloaded(page, 'JSON');
      expect(differencesOf(JSON.parse(saved.text), wanted.json)).toEqual([]);
      // Figures of the report of the command line.
      expect(await page.locator('.answer').textContent()).toContain(
        'Net of reinsurance about $24,000 in the middle. 9 chances in 10: from $3,000 to $100,000.',
      );
      expect((await losses.allTextContents())[2]).toBe('Net loss0.0240.0030 to 0.100.034');
      const paid = page.locator('[aria-labelledby="book-treaties"]');
      expect(await paid.locator('tbody tr').allTextContents()).toEqual([
        '1 Quota share 45 %100 percent19,0002,500 to 120,00037,000',
        '2 Event excess9 percent00 to 51,00012,000',
        '3 Aggregate excess0 percent00 to 00',
      ]);
      expect(await paid.locator('li').allTextContents()).toEqual([
        '1 Quota share 45 %: QS, priority 1: 45 % of every loss; all placed.',
        '2 Event excess: CXL, priority 2: $2,000,000 above $100,000 of an event; one cause within 72 h is one event; one reinstatement at 100 %; all placed.',
        '3 Aggregate excess: AXL, priority 3: $1,000,000 above $150,000 of a year; 90 % placed.',
        'Treaties of one priority see the same loss, and those of the next what is left.',
        expect.stringMatching(/^Means add up to the gross less the net loss/),
        expect.stringMatching(/bears them in proportion to its gross loss/),
        'Limits used cost a reinstatement premium of $500 on average, which is not in the net loss.',
      ]);
      const heads = page.locator('th[scope="col"]', { hasText: /^net$/ });
      expect(await heads.count()).toBe(4);
      const rowOf = (section: string, name: string): Promise<string[]> =>
        page
          .locator(`[aria-labelledby="book-${section}"] tbody tr`, { hasText: name })
          .locator('td')
          .allTextContents();
      expect((await rowOf('largest', 'P10602')).slice(2)).toEqual(['34,494', '26,276', '11,227']);
      expect(await rowOf('providers', 'aws')).toEqual(['306', '610,000', '57,000', '24,000']);
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.locator('.run pre', { hasText: /2025-10-20$/ }).waitFor();
      expect(await losses.allTextContents()).toEqual(before);
      expect(await paid.count()).toBe(0);
      expect(await heads.count()).toBe(0);
      expect(await pickOf(page, 'treaties').evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await page.locator('.file-name').allTextContents()).toEqual(['portfolio.csv']);
      expect(asked.filter((url) => !/^GET .*\.(?:js|csv|svg)$|^GET blob:/.test(url))).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it(
    'says at the treaties what is wrong with them, whatever the book is called',
    { timeout: PATIENCE_MS },
    async () => {
      const { page, faults } = await opened();
      const treaties = readFileSync(join(projectRoot, 'data/samples/reinsurance.csv'), 'utf8');
      // Nothing is read before there is a book.
      await choose(page, 'one name.csv', treaties, 'treaties');
      expect(await page.locator('h1').textContent()).toBe('No book yet.');
      const book = portfolioText({ FlexiAccCloudRegion: 'us-east-1' });
      await choose(page, 'one name.csv', book);
      await answered(page);
      expect(await page.locator('.run pre').textContent()).toMatch(/--reinsurance 'one name.csv'$/);
      const wrong = treaties.replace('0.45', '45').replace('2000000', 'much');
      await choose(page, 'one name.csv', wrong, 'treaties');
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(
        /^one name\.csv: is refused as a whole.*line 2, CededPercent: "45".* \| line 3, OccLimit: "much"/,
      );
      expect(await page.locator('h1').textContent()).toBe(
        'No losses until the treaties are corrected or removed.',
      );
      const ofTreaties = pickOf(page, 'treaties');
      expect(await ofTreaties.getAttribute('aria-invalid')).toBe('true');
      expect(await ofTreaties.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'));
      expect(await pickOf(page, 'book').getAttribute('aria-invalid')).toBe('false');
      expect(await page.locator('.run pre').count()).toBe(0);
      // A wrong book is said at the book, though the treaties were read before it.
      await choose(page, 'one name.csv', treaties, 'treaties');
      await answered(page);
      await choose(page, 'one name.csv', portfolioText({ PolDed: 'x' }));
      await alert.waitFor();
      expect(await pickOf(page, 'book').getAttribute('aria-invalid')).toBe('true');
      expect(await ofTreaties.getAttribute('aria-invalid')).toBe('false');
      expect(faults).toEqual([]);
    },
  );

  it('takes dropped treaties, and says when none is in force', { timeout: PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    await choose(page, 'book.csv', portfolioText({ FlexiAccCloudRegion: 'us-east-1' }));
    const sample = readFileSync(join(projectRoot, 'data/samples/reinsurance.csv'), 'utf8');
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
        return transfer;
      },
      sample.replaceAll('2026-01-01', '2025-06-01'),
    );
    await page
      .getByRole('group', { name: 'Treaties (optional)' })
      .dispatchEvent('drop', { dataTransfer: data });
    await page.locator('.run pre', { hasText: '--reinsurance dropped.csv' }).waitFor();
    const paid = page.locator('[aria-labelledby="book-treaties"]');
    expect(await paid.locator('li').first().textContent()).toBe(
      '1 Quota share 45 %: Not in force at the start of the event: pays nothing.',
    );
    // Net and gross are then the same figures.
    const losses = await page.locator('[aria-labelledby="book-losses"] tbody tr').allTextContents();
    expect(losses[2]?.replace('Net', 'Gross')).toBe(losses[1]);
    expect(faults).toEqual([]);
  });

  it('puts the same book through other outages, and goes back', { timeout: PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    await page.getByRole('button', { name: 'Try the sample', exact: true }).click();
    await answered(page);
    const event = page.getByLabel('Past outage');
    const ids = await event
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids) {
      await event.selectOption(id);
      await page.locator('.run pre', { hasText: `--event ${id}` }).waitFor();
      await page.locator('.answer', { hasText: 'rows used' }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    expect(page.url()).toContain(`be=${ids.at(-1)}`);
    await page.goBack();
    await page.locator('.run pre', { hasText: `--event ${ids.at(-2)}` }).waitFor();
    // The book stays while the reader looks at something else.
    await page.getByRole('button', { name: 'One risk' }).click();
    await page.getByLabel('Limit, US$').waitFor();
    await page.getByRole('button', { name: 'A book of policies' }).click();
    expect(await page.locator('.file-name').textContent()).toBe('portfolio.csv');
    expect(faults).toEqual([]);
  });

  it('says when a link names an outage that is none', { timeout: PATIENCE_MS }, async () => {
    const { page } = await opened('&be=aws-2025');
    await choose(page, 'mine.csv', portfolioText({}));
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Past outage').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('alert').textContent()).toContain('aws-2025');
  });

  it('takes a dropped file, and works without a mouse', { timeout: PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    // The browser's own dialog must not open before somebody listens.
    const chosen = page.waitForEvent('filechooser');
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return transfer;
    }, portfolioText({}));
    await page.locator('.file-zone').first().dispatchEvent('drop', { dataTransfer: data });
    await answered(page);
    expect(await page.locator('.file-name').textContent()).toBe('dropped.csv');
    await page.getByRole('button', { name: 'A book of policies' }).focus();
    await page.keyboard.press('Tab');
    const outline = await page
      .locator('.file-pick')
      .first()
      .evaluate((label) => getComputedStyle(label).outlineStyle);
    expect(outline).toBe('solid');
    await page.keyboard.press('Enter');
    const chooser = await chosen;
    await chooser.setFiles({
      name: 'typed.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(portfolioText({})),
    });
    await page.locator('.file-name', { hasText: 'typed.csv' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.answer', { hasText: '998 of 1,000' }).waitFor();
    expect(faults).toEqual([]);
  });

  it.each([
    ['en', 'light'],
    ['ar', 'dark'],
    ['ar', 'light'],
    ['en', 'dark'],
  ] as const)('has no serious barrier: %s, %s', { timeout: PATIENCE_MS }, async (language, colorScheme) => {
    const viewport = { width: 320, height: 900 };
    const { page, faults } = await opened(`&lang=${language}`, { colorScheme, viewport });
    await choose(page, 'broken.csv', 'a;b\n');
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('.file-zone button').first().click();
    await answered(page);
    expect(await barriers(page)).toEqual([]);
    await choose(page, 'broken.csv', 'a;b\n', 'treaties');
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('.file-zone').nth(1).locator('.actions button').click();
    await answered(page);
    expect(await page.locator('[aria-labelledby="book-treaties"]').isVisible()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    const [overflow, headings] = await page.evaluate(() => [
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      [...document.querySelectorAll('h1, h2')].map(({ tagName }) => tagName),
    ]);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(headings[0]).toBe('H1');
    expect(faults).toEqual([]);
  });
});

async function barriers(page: Page): Promise<string[]> {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(readFileSync(source, 'utf8'));
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
