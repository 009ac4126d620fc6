// Writes pictures of the views, in English and Arabic: three of them for the README.
//   npm run screenshots              into .github/images
//   npm run screenshots -- <folder>  every view in both languages, light and dark, wide and narrow
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const all = process.argv[2] !== undefined;
const folder = resolve(process.argv[2] ?? join(root, '.github', 'images'));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const claim = encodeURIComponent('The outage could cost hundreds of billions of dollars');
const claimInArabic = encodeURIComponent('قد تصل الخسائر إلى مئات المليارات من الدولارات');
const views = {
  estimate: { address: () => 'e=aws-2025-10-20', ready: '[data-testid="result-id"]' },
  compare: { address: () => 'view=compare&e=aws-2025-10-20&b.e=aws-2025-10-20&b.h=24', ready: '.two' },
  claim: {
    address: (language) => `view=claim&e=aws-2025-10-20&q=${language === 'ar' ? claimInArabic : claim}`,
    ready: 'blockquote',
  },
  price: { address: () => 'view=insurer', ready: '[data-testid="price-id"]', inReadme: false },
  book: {
    address: () => 'view=insurer&part=book',
    // The file of a book is in no link.
    act: (page) => page.getByRole('button', { name: /^(Try the sample|جرّب المثال)$/ }).click(),
    ready: '[data-testid="book-id"]',
    inReadme: false,
  },
};

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = join(root, 'dist', 'web', pathname === '/' ? 'index.html' : pathname);
  if (!existsSync(file)) response.writeHead(404).end();
  else {
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}/`;
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
mkdirSync(folder, { recursive: true });

for (const [view, { address, act, ready, inReadme = true }] of Object.entries(views)) {
  if (!all && !inReadme) continue;
  for (const language of ['en', 'ar']) {
    for (const colorScheme of all ? ['light', 'dark'] : ['light']) {
      for (const width of all ? [1280, 390] : [1280]) {
        const page = await browser.newPage({ viewport: { width, height: 780 }, colorScheme });
        await page.goto(`${origin}#v=1&lang=${language}&${address(language)}`);
        await act?.(page);
        await page.locator(ready).first().waitFor({ timeout: 120_000 });
        const name = [view, language, ...(all ? [colorScheme, width] : [])].join('-');
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: all });
        await page.close();
        console.log(`${name}.png`);
      }
    }
  }
}
await browser.close();
server.close();
