import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  /** What must not be there: errors of the console, requests to other hosts. */
  readonly faults: string[];
}

/** Opens an address of a host in a browser context of its own. @param host  with a slash at its end */
export async function visitPage(
  browser: Browser,
  host: string,
  address: string,
  patienceMs: number,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(host) && !/^(?:blob|data):/.test(url)) faults.push(`asked for ${url}`);
  });
  await page.goto(`${host}${address}`);
  return { page, faults };
}

/** Node and the browser are two versions of V8, whose exp and log differ in the last digit. */
const LAST_DIGITS = 1e-12;

/** Where two JSON values differ by more than the last digits of their numbers. */
export function differencesOf(x: unknown, y: unknown, at = ''): string[] {
  if (typeof x === 'number' && typeof y === 'number') {
    return Math.abs(x - y) > LAST_DIGITS * Math.max(1, Math.abs(x), Math.abs(y)) ? [`${at}: ${x}, ${y}`] : [];
  }
  if (typeof x !== 'object' || x === null || typeof y !== 'object' || y === null) {
    return x === y ? [] : [`${at}: ${String(x)}, ${String(y)}`];
  }
  const [left, right] = [x, y] as Record<string, unknown>[];
  const [names, others] = [Object.keys(left ?? {}), Object.keys(right ?? {})];
  if (names.join() !== others.join()) return [`${at}: keys ${names.join()} and ${others.join()}`];
  return names.flatMap((key) => differencesOf(left?.[key], right?.[key], `${at}.${key}`));
}
