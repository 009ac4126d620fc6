import { describe, expect, it } from 'vitest';
import { heading, paragraph, title, type Block } from '../../src/report/blocks.ts';
import { escapeHtml, linkTo, renderHtml, verbatim } from '../../src/report/render-html.ts';

const evil = `</p><script>alert('1')</script>"&\u202Eabc\u0007`;
const inert = '&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;abc';

describe('blocks as HTML', () => {
  it('keeps the kinds apart', () => {
    expect(renderHtml([title('A'), heading('B'), paragraph('C')])).toBe('<h1>A</h1>\n<h2>B</h2>\n<p>C</p>');
  });

  it.each<Block>([
    { kind: 'title', text: evil },
    { kind: 'heading', text: evil },
    { kind: 'paragraph', text: evil },
    { kind: 'bullets', items: [evil] },
    { kind: 'verbatim', lines: [evil] },
    { kind: 'table', columns: [{ header: evil, align: 'left' }], rows: [{ cells: [evil], note: evil }] },
  ])('makes text of a $kind inert', (block) => {
    const html = renderHtml([block]);
    expect(html).toContain(inert);
    expect(html).not.toMatch(/<script|\u202E|\u0007/);
  });

  it('names rows and columns of a table', () => {
    const html = renderHtml([
      {
        kind: 'table',
        columns: [
          { header: '', align: 'left' },
          { header: 'US$ bn', align: 'right' },
        ],
        rows: [
          { cells: ['lost', '0.5'], note: 'why' },
          { cells: ['all', '1'], total: true },
        ],
      },
    ]);
    expect(html).toContain('<thead><tr><td></td><th scope="col" class="figure">US$ bn</th></tr></thead>');
    expect(html).toContain('<tr><th scope="row">lost<small>why</small></th><td class="figure">0.5</td></tr>');
    expect(html).toContain('<tr class="total">');
  });

  it('has no head where no column has a name, and no row name that is a figure', () => {
    const html = renderHtml([
      { kind: 'table', columns: [{ header: '', align: 'right' }], rows: [{ cells: ['5 %'] }] },
    ]);
    expect(html).not.toContain('<thead>');
    expect(html).toContain('<td class="figure">5 %</td>');
  });

  it('reads out counts, not dots', () => {
    const columns = [{ header: '', align: 'left' as const }];
    expect(renderHtml([{ kind: 'table', columns, rows: [{ cells: ['●●'] }] }])).toContain(
      '<span class="dots" aria-hidden="true">●●</span>',
    );
  });

  it('keeps lines to copy from left to right and in the reach of the keyboard', () => {
    expect(verbatim('a <b\nc')).toBe('<pre dir="ltr" tabindex="0"><code>a &lt;b\nc</code></pre>');
  });
});

describe('links', () => {
  it('go to the web only', () => {
    expect(linkTo('https://example.org/a?b=1&c="', 'A & B')).toBe(
      '<a href="https://example.org/a?b=1&amp;c=&quot;" rel="noreferrer">A &amp; B</a>',
    );
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '/etc',
      undefined,
    ]) {
      expect(linkTo(href, 'A')).toBe('A');
    }
  });
});

describe('escaping', () => {
  it('leaves words of other scripts alone', () => {
    expect(escapeHtml('انقطاع São 漢字 🌍')).toBe('انقطاع São 漢字 🌍');
  });
});
