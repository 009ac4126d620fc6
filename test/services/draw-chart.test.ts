import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ComparisonResult, EstimateResult } from '../../src/core/result.ts';
import { estimateLine } from '../../src/report/estimate-text.ts';
import {
  drawClaimSvg,
  drawComparisonSvg,
  drawEstimateSvg,
  drawPng,
  type DrawOptions,
} from '../../src/services/draw-chart.ts';
import { certainLoss, estimateResult, lossOf, scoped } from '../support/estimate-result.ts';

interface Part {
  readonly textContent: string;
  getAttribute(name: string): string | null;
}

/** Parts of a drawing, read as a browser would read it. */
function partsOf(svg: string, selector: string): readonly Part[] {
  const page: unknown = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const { document } = page as { readonly document: { querySelectorAll(name: string): Iterable<Part> } };
  return [...document.querySelectorAll(selector)];
}

const textOf = (svg: string): string =>
  partsOf(svg, 'text, title, desc')
    .map(({ textContent }) => textContent)
    .join('\n');

const comparison = (first: EstimateResult, second: EstimateResult): ComparisonResult => ({
  schema: 'lossrange/comparison@1',
  first,
  second,
  ratio: { p5: 1, p50: 2, p95: 3 },
  secondHigherShare: 0.9,
  changed: [],
  methodsFelt: [],
});

describe('a drawing of an estimate', () => {
  it('shows twenty dots, two of them hollow', async () => {
    const svg = await drawEstimateSvg(estimateResult());
    const dots = partsOf(svg, 'circle');
    expect(dots).toHaveLength(20);
    const hollow = partsOf(svg, 'g[fill="#ffffff"] circle').map((dot) => Number(dot.getAttribute('cx')));
    const all = dots.map((dot) => Number(dot.getAttribute('cx')));
    expect(hollow).toEqual([Math.min(...all), Math.max(...all)]);
  });

  it('says in its alternative text what the report says', async () => {
    const result = estimateResult();
    const svg = await drawEstimateSvg(result);
    const sentence = estimateLine(result, { unicode: true }).trim();
    const [description] = partsOf(svg, 'svg[role=img] > desc');
    expect(description?.textContent).toContain(sentence);
    expect(description?.textContent).toContain('14½ hours, the whole world: $270 billion.');
    expect(partsOf(svg, 'svg > title')[0]?.textContent).toContain('Cloud region, 20 October 2025');
  });

  it('stands alone as a file: names, fixed colours and source', async () => {
    const result = estimateResult();
    const svg = await drawEstimateSvg(result);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toContain('var(');
    expect(svg).not.toContain('<style');
    expect(textOf(svg)).toContain(`${result.id} · lossrange 0.0.0, an estimate by a model`);
  });

  it('takes colours and headline from its page when it is part of one', async () => {
    const result = estimateResult();
    const svg = await drawEstimateSvg(result, { form: 'page' });
    expect(svg).toContain('var(--chart-first, #');
    expect(textOf(svg)).not.toContain(result.id);
  });

  it('has amounts in words on its axis', async () => {
    expect(textOf(await drawEstimateSvg(estimateResult()))).toMatch(
      /^\$100 million\n\$1 billion\n\$10 billion\n\$100 billion$/m,
    );
  });

  it('gives the same bytes again', async () => {
    const result = estimateResult();
    expect(await drawEstimateSvg(result)).toBe(await drawEstimateSvg(structuredClone(result)));
  });

  it('keeps places to hundredths of a pixel', async () => {
    expect(await drawEstimateSvg(estimateResult())).not.toMatch(/[xyd12]="[^"]*\.\d{3}/);
  });

  it.each<[string, DrawOptions]>([
    ['English', {}],
    ['a narrow page', { width: 320 }],
  ])('stays inside its frame: %s', async (_name, options) => {
    const svg = await drawEstimateSvg(estimateResult(), options);
    const width = Number(partsOf(svg, 'svg')[0]?.getAttribute('width'));
    for (const dot of partsOf(svg, 'circle')) {
      expect(Number(dot.getAttribute('cx'))).toBeGreaterThan(0);
      expect(Number(dot.getAttribute('cx'))).toBeLessThan(width);
    }
  });

  it('gives losses of nothing a place of their own on the axis', async () => {
    const loss = lossOf(1e8, 5);
    const half = { ...loss, p5: 0, p10: 0, p25: 0, p50: 0 };
    const quantiles = loss.quantiles.map(([p, usd]) => [p, p <= 0.5 ? 0 : usd] as const);
    const svg = await drawEstimateSvg(
      estimateResult({ economicLoss: scoped({ ...half, quantiles }, 'economic-loss') }),
    );
    expect(partsOf(svg, 'circle')).toHaveLength(20);
    expect(textOf(svg)).toContain('\nnothing\n');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([
    ['one certain amount', estimateResult({ economicLoss: scoped(certainLoss(5e8), 'economic-loss') })],
    ['no loss at all', estimateResult({ economicLoss: scoped(certainLoss(0), 'economic-loss') })],
    ['a company', estimateResult({ ceiling: null, lossFraction: null })],
    ['a span', estimateResult({ headline: false, economicLoss: null, span: { lowUsd: 0, highUsd: 4e10 } })],
    ['neither', estimateResult({ headline: false, economicLoss: null, methods: [], ceiling: null })],
  ])('is drawn for %s', async (_name, result) => {
    const svg = await drawEstimateSvg(result);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(partsOf(svg, 'svg > desc')[0]?.textContent).toContain(
      estimateLine(result, { unicode: true }).trim(),
    );
  });

  it('is in another currency', async () => {
    const currency = { code: 'EUR', perUsd: 0.5, year: 2025, source: 'a bank' };
    const text = textOf(await drawEstimateSvg(estimateResult(), { currency }));
    expect(text).toContain('EUR 100 million');
    expect(text).not.toContain('$');
  });
});

describe('names from a file', () => {
  const title = '</text><script>alert(1)</script>"><img src=x>\u202Eevil & <b>';

  it('are inert', async () => {
    const result = estimateResult();
    const svg = await drawEstimateSvg({ ...result, scenario: { ...result.scenario, title } });
    expect(partsOf(svg, 'script, img, b')).toEqual([]);
    expect(svg).not.toContain('\u202E');
    expect(textOf(svg)).toContain('<script>alert(1)</script>');
    await expect(drawPng(svg)).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe('a drawing of two estimates', () => {
  it('tells them apart by shape, not by colour alone', async () => {
    const svg = await drawComparisonSvg(comparison(estimateResult(), estimateResult()));
    expect(partsOf(svg, 'circle')).toHaveLength(20);
    const squares = partsOf(svg, 'g[fill="#b4560f"] path, g[stroke="#b4560f"] path');
    expect(squares).toHaveLength(20);
    expect(textOf(svg)).toMatch(/^A: Cloud region/m);
    expect(textOf(svg)).toMatch(/^B: Cloud region/m);
  });

  it('shows the span of a side without a middle figure', async () => {
    const without = estimateResult({
      headline: false,
      economicLoss: null,
      span: { lowUsd: 1e6, highUsd: 1e10 },
    });
    const svg = await drawComparisonSvg(comparison(estimateResult(), without));
    expect(textOf(svg)).toContain('all ways of counting: from $1 million to $10 billion');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('a drawing of a claim', () => {
  const assessment = (lowUsd: number | null, highUsd: number | null): Parameters<typeof drawClaimSvg>[1] =>
    ({ claim: { lowUsd, highUsd } }) as Parameters<typeof drawClaimSvg>[1];

  it.each([
    [1e11, 9.99e11, 'the claim: $100 billion to $1 trillion'],
    [1e11, null, 'the claim: $100 billion or more'],
    [null, 2e9, 'the claim: up to $2 billion'],
    [5e9, 5e9, 'the claim: $5 billion'],
  ])('%d to %d', async (low, high, words) => {
    const svg = await drawClaimSvg(estimateResult(), assessment(low, high));
    expect(textOf(svg)).toContain(words);
    expect(partsOf(svg, '[stroke-dasharray="6 3"] rect, rect[stroke-dasharray="6 3"]')).toHaveLength(1);
  });

  it('without an amount shows the estimate alone', async () => {
    const svg = await drawClaimSvg(estimateResult(), assessment(null, null));
    expect(textOf(svg)).not.toContain('claim');
  });
});

describe('a picture', () => {
  const sizeOf = (png: Uint8Array): readonly number[] => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  it('is a PNG, twice as large as the drawing', async () => {
    const svg = await drawEstimateSvg(estimateResult());
    const png = await drawPng(svg);
    expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const height = Number(partsOf(svg, 'svg')[0]?.getAttribute('height'));
    expect(sizeOf(png)).toEqual([1440, 2 * height]);
  });

  it('has letters without any font of the system, Latin and Arabic', async () => {
    const words = (text: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="4" y="28" font-size="20">${text}</text></svg>`;
    const blank = await drawPng(words(''));
    const pictures = await Promise.all(['million', 'مليون', '漢'].map(async (text) => drawPng(words(text))));
    const [latin, arabic, unknown] = pictures.map((png) => Buffer.compare(png, blank) !== 0);
    // A letter that the font lacks is left out: no other font steps in.
    expect([latin, arabic, unknown]).toEqual([true, true, false]);
    // Joined, not letter by letter.
    const apart = await drawPng(words('م\u200cل\u200cي\u200cو\u200cن'));
    expect(Buffer.compare(pictures[1] ?? blank, apart)).not.toBe(0);
  });
});

describe('in Arabic', () => {
  it('keeps the axis from left to right and each line in its own direction', async () => {
    const svg = await drawEstimateSvg(estimateResult(), { language: 'ar' });
    expect(partsOf(svg, 'svg')[0]?.getAttribute('direction')).toBe('ltr');
    const places = partsOf(svg, 'circle').map((dot) => Number(dot.getAttribute('cx')));
    expect(places).not.toEqual([]);
    const lines = partsOf(svg, 'text').map(({ textContent }) => textContent);
    expect(lines.every((line) => line.startsWith('\u2067') && line.endsWith('\u2069'))).toBe(true);
    const ticks = lines.filter((line) => /^\u2067[\d ]*(?:مليون|مليار|مليارات)[^؛:]*\u2069$/.test(line));
    expect(ticks.map((line) => line.slice(1, -1))).toEqual([
      '100 مليون',
      '1 مليار',
      '10 مليارات',
      '100 مليار',
    ]);
  });

  it('says the middle and the range', async () => {
    const [description] = partsOf(await drawEstimateSvg(estimateResult(), { language: 'ar' }), 'svg > desc');
    expect(description?.textContent).toContain(
      'نحو 0.5 مليار دولار أمريكي؛ 9 فرص من 10: من 40 مليونًا إلى 6 مليارات دولار أمريكي.',
    );
  });

  it('has the digits that its reader chose', async () => {
    const text = textOf(await drawEstimateSvg(estimateResult(), { language: 'ar', digits: 'arab' }));
    expect(text).toContain('١٠٠ مليون');
  });
});
