import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { EstimateResult } from '../../src/core/result.ts';
import { comparisonHtml } from '../../src/report/comparison-html.ts';
import { ratioSentence } from '../../src/report/comparison-document.ts';
import { estimateDocument } from '../../src/report/estimate-document.ts';
import { estimateHtml, type EstimateHtmlOptions } from '../../src/report/estimate-html.ts';
import { estimateLine } from '../../src/report/estimate-text.ts';
import { drawComparisonCharts, drawEstimateCharts } from '../../src/services/draw-chart.ts';
import { estimateResult } from '../support/estimate-result.ts';

interface Part {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Part>;
}

function partsOf(html: string, selector: string): readonly Part[] {
  const page: unknown = parseHTML(html);
  return [...(page as { readonly document: Part }).document.querySelectorAll(selector)];
}

const report = { unicode: true, command: 'lossrange estimate cloud-2025 --format html' };

async function pageOf(result: EstimateResult, options: Partial<EstimateHtmlOptions> = {}): Promise<string> {
  return estimateHtml(result, { ...report, ...(await drawEstimateCharts(result, options)), ...options });
}

/** Every figure and word of the text report, cell by cell. */
function textsOf(result: EstimateResult): readonly string[] {
  return estimateDocument(result, { unicode: true }).flatMap((block) => {
    switch (block.kind) {
      case 'table':
        return block.rows.flatMap(({ cells, note }) => [...cells, note ?? '']);
      case 'bullets':
        return block.items;
      case 'verbatim':
        return [];
      default:
        return [block.text];
    }
  });
}

describe('the page of an estimate', () => {
  it('says everything that the text report says', async () => {
    const result = estimateResult();
    const [body] = partsOf(await pageOf(result), 'body');
    // What to try next is for a terminal.
    const missing = textsOf(result).filter(
      (text) => text !== 'Try next' && !body?.textContent.includes(text),
    );
    expect(missing).toEqual([]);
  });

  it('has its charts beside their tables', async () => {
    const html = await pageOf(estimateResult());
    const names = partsOf(html, 'figure svg > title').map(({ textContent }) => textContent.split(':')[0]);
    expect(names).toEqual([
      'Twenty equally likely outcomes',
      'Twenty equally likely outcomes',
      'Middle and range of each way of counting',
      'From interrupted to lost',
      'Sector by sector',
    ]);
    for (const figures of partsOf(html, '.beside')) {
      expect([...figures.querySelectorAll('figure svg')]).toHaveLength(1);
      expect([...figures.querySelectorAll('table')].length).toBeGreaterThan(0);
    }
  });

  it('shows in its charts the figures of its tables', async () => {
    const html = await pageOf(estimateResult());
    const [waterfall] = partsOf(html, 'section').filter((part) =>
      part.textContent.includes('From interrupted to lost'),
    );
    const inTable = [...(waterfall?.querySelectorAll('td.figure') ?? [])].map(
      ({ textContent }) => textContent,
    );
    const inChart = [...(waterfall?.querySelectorAll('svg text') ?? [])].map(
      ({ textContent }) => textContent,
    );
    expect(inTable.length).toBeGreaterThan(2);
    for (const figure of inTable) expect(inChart).toContain(`${figure} bn`);
  });

  it('lists every assumption with value, evidence and source', async () => {
    const result = estimateResult();
    const html = await pageOf(result);
    expect(html).toContain(`<summary>All ${result.provenance.length} assumptions</summary>`);
    const rows = partsOf(html, 'details .scroll tbody tr').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(result.provenance.length);
    expect(rows.join('\n')).toContain('severity.shape');
    expect(partsOf(html, 'a[href="https://example.org/study"]').length).toBeGreaterThan(0);
  });

  it('can be cited and run again', async () => {
    const result = estimateResult();
    const html = await pageOf(result, { scenario: { outage: { kind: 'cloud' }, title: '\u202Ex' } });
    const code = partsOf(html, 'pre code').map(({ textContent }) => textContent);
    expect(code.join('\n')).toContain('@misc{lossrange-abcdefgh,');
    expect(code).toContain(report.command);
    expect(code.join('\n')).toContain("-H 'content-type: application/json' -d @scenario.json");
    const json = code.find((text) => text.startsWith('{')) ?? '';
    expect(json).toContain('\\u202e');
    expect(JSON.parse(json)).toEqual({ outage: { kind: 'cloud' }, title: '\u202Ex' });
  });

  it('runs no script, loads nothing and says so', async () => {
    const html = await pageOf(estimateResult());
    expect(partsOf(html, 'script, img, link, iframe, object, [src]')).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|\son\w+=/);
    expect(partsOf(html, 'meta[http-equiv=Content-Security-Policy]')[0]?.getAttribute('content')).toMatch(
      /^default-src 'none'/,
    );
  });

  it('is the same page again', async () => {
    expect(await pageOf(estimateResult())).toBe(await pageOf(estimateResult()));
  });

  it('shows no middle and no split of it where methods disagree', async () => {
    const result = estimateResult({
      headline: false,
      economicLoss: null,
      span: { lowUsd: 2e6, highUsd: 45e9 },
    });
    const html = await pageOf(result);
    expect(partsOf(html, '.answer')[0]?.textContent).toBe(estimateLine(result, report).trim());
    expect(html).not.toContain('From interrupted to lost');
    expect(partsOf(html, 'figure circle')).not.toHaveLength(20);
  });

  it('makes names from a file inert', async () => {
    const result = estimateResult();
    const evil = `</title><script>alert(1)</script><b onclick='x'>"\u202E</style>`;
    const html = await pageOf({
      ...result,
      scenario: {
        ...result.scenario,
        title: evil,
        sources: { a: { title: evil, publisher: evil, href: 'javascript:alert(1)' } },
      },
      bySector: result.bySector.map((row) => ({ ...row, title: evil })),
      notCounted: [evil],
      versions: { ...result.versions, engine: '0.1"}</style><script>' },
    });
    expect(partsOf(html, 'script, b, [onclick], a[href^="javascript"]')).toEqual([]);
    expect(html).not.toMatch(/<script|\u202E/);
    expect(partsOf(html, 'style')).toHaveLength(1);
  });
});

describe('the page in Arabic', () => {
  it('answers from right to left, and gives the details in English', async () => {
    const result = estimateResult();
    const html = await pageOf(result, { language: 'ar' });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(partsOf(html, 'h1')).toHaveLength(1);
    expect(html).toContain('<h1><bdi dir="ltr">Cloud region, 20 October 2025</bdi>: الخسارة الدائمة');
    expect(partsOf(html, '.answer')[0]?.textContent).toContain('من 40 مليونًا إلى 6 مليارات دولار أمريكي');
    expect(partsOf(html, 'div[lang=en][dir=ltr]')[0]?.textContent).toContain('Why not more');
  });
});

describe('the page of a comparison', () => {
  const comparison = {
    schema: 'lossrange/comparison@1',
    first: estimateResult(),
    second: estimateResult({ id: 'zyxwvutsrqponmlkjihgfedcba' }),
    ratio: { p5: 1.2, p50: 2, p95: 3 },
    secondHigherShare: 0.95,
    changed: [{ path: 'outage.durationHours', first: '14.5', second: '24' }],
    methodsFelt: ['footprint'],
  } as const;

  it('answers, draws both and cites both', async () => {
    const html = comparisonHtml(comparison, { ...report, ...(await drawComparisonCharts(comparison)) });
    expect(partsOf(html, '.answer')[0]?.textContent).toBe(ratioSentence(comparison));
    expect(partsOf(html, 'h1')).toHaveLength(1);
    expect(html).toContain('@misc{lossrange-abcdefgh,');
    expect(html).toContain('@misc{lossrange-zyxwvuts,');
    expect(partsOf(html, 'td, th').map(({ textContent }) => textContent)).toContain('outage.durationHours');
  });
});
