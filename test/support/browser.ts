import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Why tests in a browser are left out where there is none. */
export const noBrowser = 'no Chromium was found: install one, or name it in CHROMIUM_PATH';

/** Path of an installed Chromium: CHROMIUM_PATH, or where systems put it; null when there is none. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return places.find((path) => existsSync(path)) ?? null;
}

/** Nothing that a browser does by itself: no first-run pages, no updates, no sync, no protocol beside TCP. */
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A headless browser with an empty profile that speaks to nobody by itself; null when none is installed. */
export async function launchBrowser(): Promise<Browser | null> {
  const executablePath = chromiumPath();
  return executablePath === null ? null : chromium.launch({ executablePath, headless: true, args: quiet });
}
