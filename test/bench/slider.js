// How long the page takes to follow a slider: `npm run bench:slider [-- --steps 30 --event aws-2025-10-20]`.
// From each step of the slider until the new sentence is painted, in a real browser, engine and drawing together.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '30' },
    event: { type: 'string', default: 'aws-2025-10-20' },
  },
});
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const server = spawn(process.execPath, [main, 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const address = await new Promise((resolve, reject) => {
  server.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)));
  server.stdout.on('data', (text) => {
    const found = /http:\/\/\S+/.exec(String(text));
    if (found !== null) resolve(found[0]);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  await page.goto(`${address}#v=1&e=${values.event}`);
  await page.getByTestId('result-id').waitFor();
  const slider = page.getByRole('slider', { name: 'How long' });
  const times = await slider.evaluate(async (input, steps) => {
    const headline = () => document.querySelector('.answer')?.textContent;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // A message sent in a frame arrives when it is laid out and painted.
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    const times = [];
    for (let step = 0; step < steps; step++) {
      const before = headline();
      const startedAt = performance.now();
      // Far enough that the sentence changes at every step.
      input.value = String(step % 2 === 0 ? 100 + step : 170 + step);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      while (headline() === before) await frame();
      await painted();
      times.push(performance.now() - startedAt);
    }
    return times;
  }, Number(values.steps));
  const sorted = times.slice(3).toSorted((a, b) => a - b);
  const at = (p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))].toFixed(0);
  console.log(
    `${sorted.length} steps after 3 to warm up: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`,
  );
} finally {
  await browser.close();
  server.kill();
}
