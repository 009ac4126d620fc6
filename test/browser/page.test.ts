import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumPath, noBrowser } from '../support/browser.ts';
import { useSiteInBrowser, type SiteInBrowser } from '../support/site-in-browser.ts';
import { differencesOf, visitPage, type Visit } from '../support/page-visit.ts';
import { runCli } from '../support/run-cli.ts';
import { openApp, post } from '../api/support.ts';

/** Several tests share two processors. */
const PATIENCE_MS = 60_000;
const BUDGET_BYTES = 200_000;

let site: SiteInBrowser;

const visit = (address = '', options: BrowserContextOptions = {}): Promise<Visit> =>
  visitPage(site.browser, site.server.url, address, PATIENCE_MS, options);

/** The page with its first answer. */
async function opened(address = '', options: BrowserContextOptions = {}): Promise<Visit> {
  const visited = await visit(address, options);
  await visited.page.getByTestId('result-id').waitFor();
  return visited;
}

const resultId = (page: Page): Promise<string | null> => page.getByTestId('result-id').textContent();

async function changedFrom(page: Page, before: string | null): Promise<string | null> {
  await page.waitForFunction(
    (old) => {
      const now = document.querySelector('[data-testid="result-id"]')?.textContent;
      return now !== undefined && now !== old;
    },
    before,
    { timeout: PATIENCE_MS },
  );
  return resultId(page);
}

async function downloaded(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

/** The same JSON but for the last digits of its numbers; the id is the same to the letter. */
function expectAlike(found: string, wanted: string): void {
  const [a, b] = [JSON.parse(found), JSON.parse(wanted)] as { id: string }[];
  expect(a?.id).toBe(b?.id);
  expect(differencesOf(a, b)).toEqual([]);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(chromiumPath() === null)(`the page in a browser (left out where ${noBrowser})`, () => {
  site = useSiteInBrowser();

  it('opens to a useful number with no typing', { timeout: PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    expect(await page.locator('h1').textContent()).toMatch(
      /^About US\$[\d.]+ (?:m|b)illion was lost for good\.$/,
    );
    expect(await page.locator('.second').textContent()).toMatch(/^9 chances in 10: from \$.+ to \$.+\.$/);
    expect(await page.locator('.dots .dot').count()).toBe(20);
    expect(faults).toEqual([]);
  });

  it('gives the id and the numbers of the command line', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    expectAlike(
      await downloaded(page, 'JSON'),
      runCli(['estimate', 'aws-2025-10-20', '--format', 'json']).stdout,
    );
    const changed = await opened('#v=1&e=aws-2025-10-20&h=24&f=5000&set.recapture.retail-trade=0.7');
    const args = ['--hours', '24', '--firms', '5000', '--set', 'recapture.retail-trade=0.7'];
    expectAlike(
      await downloaded(changed.page, 'JSON'),
      runCli(['estimate', 'aws-2025-10-20', ...args, '--format', 'json']).stdout,
    );
    expect(await changed.page.locator('.line pre').first().textContent()).toBe(
      `lossrange estimate aws-2025-10-20 ${args.join(' ')}`,
    );
    const blank = await opened('#v=1&k=cloud&p=aws&r=us-east-1&t=2025-10-20T06:48:00Z&h=6&f=800&u=2000000');
    const facts = '--provider aws --region us-east-1 --start 2025-10-20T06:48:00Z --hours 6 --firms 800';
    expectAlike(
      await downloaded(blank.page, 'JSON'),
      runCli(['estimate', ...facts.split(' '), '--reports', '2m', '--format', 'json']).stdout,
    );
    expect([...faults, ...changed.faults, ...blank.faults]).toEqual([]);
  });

  it('gives the id and the numbers of the API', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page } = await opened('#v=1&e=aws-2025-10-20&h=24&f=5000');
    const app = await openApp();
    const answer = await post(app, '/v1/estimates', await downloaded(page, 'scenario.json'));
    expectAlike(await downloaded(page, 'JSON'), answer.body);
    const args = ['--hours', '24', '--firms', '5000', '--format', 'json'];
    // One program, one version of V8: here to the last digit.
    expect(JSON.parse(answer.body)).toEqual(
      JSON.parse(runCli(['estimate', 'aws-2025-10-20', ...args]).stdout),
    );
  });

  it('gives the other formats of the command line', { timeout: PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    const csv = (await downloaded(page, 'CSV')).replace('\ufeff', '').split('\n');
    const printed = runCli(['estimate', 'aws-2025-10-20', '--format', 'csv'])
      .stdout.replace('\ufeff', '')
      .split('\n');
    expect(csv[0]).toBe(printed[0]);
    expect(csv).toHaveLength(printed.length);
    expect(await downloaded(page, 'Markdown')).toContain('US$');
    expect(JSON.parse(await downloaded(page, 'scenario.json'))).toMatchObject({ id: 'aws-2025-10-20' });
    expect(faults).toEqual([]);
  });

  it('keeps the first view within its budget', { timeout: PATIENCE_MS }, async () => {
    const { page } = await visit('icon.svg');
    const responses: Response[] = [];
    page.on('response', (response) => {
      if (response.ok()) responses.push(response);
    });
    // What is fetched once the first answer stands is not needed for it.
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('.dots') === null) return;
        Object.assign(globalThis, { answeredAt: Date.now() });
        watch.disconnect();
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await page.goto(site.server.url);
    await page.locator('.dots').first().waitFor();
    const answeredAt = await page.evaluate(
      () => (globalThis as unknown as { answeredAt: number }).answeredAt,
    );
    const needed = responses.filter((response) => response.request().timing().startTime <= answeredAt);
    const sizes = await Promise.all(
      needed.map(async (response) => ({
        name: response.url(),
        bytes: gzipSync(await response.body(), { level: 9 }).length,
      })),
    );
    expect(sizes.map(({ name }) => name).filter((name) => name.includes('worker'))).toHaveLength(1);
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('follows a slider, remembers its release, and goes back', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    const before = await resultId(page);
    const sentence = await page.locator('h1').textContent();
    const slider = page.getByRole('slider', { name: 'How long' });
    await slider.fill('190');
    const after = await changedFrom(page, before);
    await page.locator('h1', { hasNotText: sentence ?? '' }).waitFor();
    expect(page.url()).toMatch(/[#&]h=\d+/);
    await page.goBack();
    expect(await changedFrom(page, after)).toBe(before);
    expect(await page.locator('h1').textContent()).toBe(sentence);
    expect(faults).toEqual([]);
  });

  it('shows a rough answer while a slider moves, and says so', { timeout: PATIENCE_MS }, async () => {
    const { page } = await opened();
    await page.getByRole('slider', { name: 'How long' }).evaluate((input: HTMLInputElement) => {
      input.value = '150';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.getByText('a rough answer from 10,000 outcomes').waitFor();
    expect(page.url()).not.toContain('h=');
  });

  it('opens a link to what another reader saw', { timeout: 2 * PATIENCE_MS }, async () => {
    const first = await opened('#v=1&cur=EUR&e=rogers-2022-07-08&h=30');
    const { page } = await opened(new URL(first.page.url()).hash);
    expect(await resultId(page)).toBe(await resultId(first.page));
    expect(await page.locator('h1').textContent()).toContain('EUR');
    expect(await page.locator('.said').textContent()).toContain('30 hours');
    expect([...first.faults]).toEqual([]);
  });

  it('says which parts of a link it does not know', { timeout: PATIENCE_MS }, async () => {
    const { page } = await opened('#v=1&e=aws-2025-10-20&colour=red');
    expect(await page.getByRole('status').textContent()).toContain('colour');
  });

  it('says what is wrong beside the field', { timeout: PATIENCE_MS }, async () => {
    const { page } = await opened();
    const box = page.getByRole('spinbutton', { name: 'Firms hit' });
    await box.fill('-5');
    // An answer that comes while somebody types takes nothing away.
    const before = await resultId(page);
    await page.evaluate(() => (location.hash = 'v=1&e=aws-2025-10-20&h=24'));
    await changedFrom(page, before);
    expect(await box.inputValue()).toBe('-5');
    await box.press('Enter');
    const field = page.getByRole('group', { name: 'Firms hit' });
    await field.getByRole('alert').waitFor();
    await page.getByRole('group', { name: 'Firms hit' }).getByRole('button', { name: /Reset/ }).click();
    await field.getByRole('alert').waitFor({ state: 'detached' });
  });

  it(
    'takes another assumption, shows it as changed, and puts it back',
    { timeout: 2 * PATIENCE_MS },
    async () => {
      const { page, faults } = await opened();
      const before = await resultId(page);
      await page.locator('.assumptions > summary').click();
      await page.getByLabel('Find an assumption').fill('recapture.retail-trade');
      const row = page.locator('.assumption', { hasText: 'recapture.retail-trade' });
      await row.locator('input').fill('0.2 to 0.4');
      await row.getByRole('button', { name: 'Set' }).click();
      const after = await changedFrom(page, before);
      expect(page.url()).toContain('set.recapture.retail-trade=');
      await row.getByText('changed by you').waitFor();
      await row.getByRole('button', { name: 'Reset' }).click();
      expect(await changedFrom(page, after)).toBe(before);
      await row.locator('input').fill('a lot');
      await row.getByRole('button', { name: 'Set' }).click();
      expect(await row.getByRole('alert').textContent()).toContain('Write a number');
      expect(faults).toEqual([]);
    },
  );

  it('shows that methods disagree without a middle figure', { timeout: PATIENCE_MS }, async () => {
    const { page } = await opened('#v=1&e=aws-2025-10-20&u=900000000&f=1');
    expect(await page.locator('h1').textContent()).toContain('no middle figure');
    expect(await page.locator('.second').textContent()).toMatch(/^Together they span from \$/);
  });

  it('compares two outages on the same draws', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page, faults } = await visit('#v=1&view=compare&e=aws-2025-10-20&b.e=aws-2025-10-20&b.h=24');
    await page.locator('h1', { hasText: /^B costs about [\d.]+ times A\.$/ }).waitFor();
    expect(await page.locator('.two .dot-a').count()).toBe(20);
    expect(await page.locator('.two .dot-b').count()).toBe(20);
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await page.locator('h1', { hasText: /^A costs about [\d.]+ times B\.$/ }).waitFor();
    expect(page.url()).toContain('h=24&b.e=aws-2025-10-20');
    expect(faults).toEqual([]);
  });

  it(
    'speaks Arabic from right to left, in the digits of the reader',
    { timeout: 2 * PATIENCE_MS },
    async () => {
      const { page, faults } = await opened('#v=1&lang=ar&e=aws-2025-10-20');
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await page.locator('h1').textContent()).toMatch(/^ضاع بلا رجعة نحو [\d.]+ .+ دولار أمريكي\.$/);
      const start = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).direction);
      expect(start).toBe('rtl');
      await page.getByLabel('الأرقام').selectOption('arab');
      await page.locator('h1', { hasText: /[٠-٩]/ }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('h1', { hasText: /^About US\$/ }).waitFor();
      expect(faults).toEqual([]);
    },
  );

  it('checks a claim as the command line does', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    await page.getByRole('link', { name: 'Check a claim' }).click();
    await page.getByLabel(/^Heard a figure/).fill('The outage cost $600 million');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.locator('h1', { hasText: /^NOT RULED OUT/ }).waitFor();
    const check = ['check', 'The outage cost $600 million', '--event', 'aws-2025-10-20', '--format', 'json'];
    const assessment = JSON.parse(runCli(check).stdout) as { readonly id: string; readonly quote: string };
    expect(await page.getByTestId('claim-id').textContent()).toBe(assessment.id);
    expect(await page.locator('blockquote').textContent()).toBe(assessment.quote);
    await page.locator('.correction > summary').click();
    await page.getByLabel('In total, or per').selectOption('per-hour');
    await page.waitForFunction(
      (before) => document.querySelector('[data-testid="claim-id"]')?.textContent !== before,
      assessment.id,
    );
    expect(page.url()).toContain('per=per-hour');
    await page.getByLabel(/^Heard a figure/).fill('it was bad');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.locator('h1', { hasText: /^UNCLEAR/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it('says what is wrong with a claim', { timeout: PATIENCE_MS }, async () => {
    const { page } = await visit('#v=1&view=claim&e=aws-2025-10-20&q=it%20cost%20-5%20dollars');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(/^Heard a figure/).getAttribute('aria-invalid')).toBe('true');
  });

  it('draws charts without a style of its own, and saves them', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page, faults } = await opened();
    await page.getByRole('button', { name: 'On an axis' }).click();
    await page.locator('.dots-picture svg.chart').waitFor();
    await page.locator('[aria-labelledby="why-methods"]').scrollIntoViewIfNeeded();
    await page.locator('[aria-labelledby="why-methods"] svg.chart').waitFor();
    expect(await downloaded(page, 'SVG')).toMatch(/^<svg [^>]*xmlns=/);
    expect((await downloaded(page, 'PNG')).slice(1, 4)).toBe('PNG');
    const saved = await downloaded(page, 'Save page');
    expect(saved).toMatch(/^<!doctype html>/i);
    expect(saved).not.toContain('<script');
    expect(faults).toEqual([]);
  });

  it.each(['en', 'ar'])(
    'needs no sideways scrolling at 320 pixels, %s',
    { timeout: PATIENCE_MS },
    async (language) => {
      const { page } = await opened(`#v=1&lang=${language}&e=aws-2025-10-20`, {
        viewport: { width: 320, height: 700 },
      });
      await page.locator('.assumptions > summary').click();
      expect(await overflow(page)).toBe(0);
    },
  );

  it('can be used without a mouse', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page } = await opened();
    const before = await resultId(page);
    const reached: string[] = [];
    for (let step = 0; step < 24; step += 1) {
      await page.keyboard.press('Tab');
      const { name, outlined } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const label = element.getAttribute('aria-label') ?? element.textContent;
        return {
          name: `${element.tagName.toLowerCase()} ${label.slice(0, 30)}`.trim(),
          outlined: outlineStyle !== 'none' && outlineWidth !== '0px',
        };
      });
      expect(outlined, name).toBe(true);
      reached.push(name);
      if (name === 'input How long') break;
    }
    expect(reached[0]).toBe('a Skip to the answer');
    expect(reached).toEqual(expect.arrayContaining(['a Estimate', 'a Compare', 'button Copy quote']));
    expect(reached.at(-1)).toBe('input How long');
    await page.keyboard.press('End');
    expect(await changedFrom(page, before)).not.toBe(before);
    await page
      .locator('[data-testid="announcement"]', { hasText: 'lost for good' })
      .waitFor({ state: 'attached' });
  });

  describe.each([
    ['estimate', 'e=aws-2025-10-20', '.dots'],
    ['compare', 'view=compare&e=aws-2025-10-20&b.e=aws-2025-10-20&b.h=24', '.two'],
    ['claim', 'view=claim&e=aws-2025-10-20&q=hundreds of billions of dollars', 'blockquote'],
  ])('has no serious barrier: %s', (_view, address, sign) => {
    it.each([
      ['en', 'light'],
      ['en', 'dark'],
      ['ar', 'light'],
      ['ar', 'dark'],
    ] as const)('%s, %s', { timeout: 2 * PATIENCE_MS }, async (language, colorScheme) => {
      const { page } = await visit(`#v=1&lang=${language}&${address}`, { colorScheme });
      await page.locator(sign).first().waitFor();
      if (sign === '.dots') {
        await page.locator('.assumptions > summary').click();
        await page.locator('.assumption').first().waitFor();
      }
      const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
      await page.evaluate(readFileSync(source, 'utf8'));
      const results = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      const serious = results.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      expect(serious).toEqual([]);
    });
  });

  it('prints on one sheet', { timeout: PATIENCE_MS }, async () => {
    const { page } = await opened();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it('is a figure in other pages, fixed by its id', { timeout: 2 * PATIENCE_MS }, async () => {
    const { page: full } = await opened();
    const id = await resultId(full);
    const { page, faults } = await visit(`embed/#v=1&e=aws-2025-10-20&id=${id ?? ''}`);
    await page.locator('.dots').waitFor();
    expect(await page.locator('h1').textContent()).toBe(await full.locator('h1').textContent());
    expect(await page.locator('input, select, button').count()).toBe(0);
    const other = await visit(`embed/#v=1&e=aws-2025-10-20&id=${'a'.repeat(26)}`);
    await other.page.getByText('another version of the model').waitFor();
    expect(await other.page.locator('h1').count()).toBe(0);
    expect([...faults, ...other.faults]).toEqual([]);
  });

  it('stands in a frame of another page', { timeout: PATIENCE_MS }, async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.setContent(
      `<iframe title="loss" width="600" height="500" src="${site.server.url}embed/#v=1&e=aws-2025-10-20"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('.dots .dot').first().waitFor({ timeout: PATIENCE_MS });
    expect(await frame.locator('h1').textContent()).toMatch(/was lost for good/);
  });

  it(
    'keeps its outlines in forced colours, and stands still for who asks for it',
    { timeout: PATIENCE_MS },
    async () => {
      const { page, faults } = await opened('', { forcedColors: 'active', reducedMotion: 'reduce' });
      const button = page.getByRole('button', { name: 'JSON', exact: true });
      expect(await button.evaluate((node) => getComputedStyle(node).borderTopStyle)).not.toBe('none');
      // The dots carry the message: they must differ from the paper without a colour of their own.
      const [dot, paper] = await page.evaluate(() => {
        const mark = document.querySelector('.dots .dot');
        return [
          mark === null ? '' : getComputedStyle(mark).fill,
          getComputedStyle(document.body).backgroundColor,
        ];
      });
      expect(dot).not.toBe(paper);
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((node) => {
            const { transitionDuration, animationDuration } = getComputedStyle(node);
            return [transitionDuration, animationDuration].some((time) =>
              time.split(',').some((one) => parseFloat(one) > 0.01),
            );
          }).length,
      );
      expect(moving).toBe(0);
      expect(faults).toEqual([]);
    },
  );

  it('can be read at twice the size', { timeout: PATIENCE_MS }, async () => {
    // A browser's zoom of 200 % halves the width that the page has.
    const { page } = await opened('', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
