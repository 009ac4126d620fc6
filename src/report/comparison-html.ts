import type { ComparisonResult, EstimateResult } from '../core/result.ts';
import { citationOf } from './citation.ts';
import { comparisonDocument, ratioSentence } from './comparison-document.ts';
import type { ReportOptions } from './context.ts';
import { citeSection, footerOf, mainFigure, runSection, section } from './estimate-html.ts';
import { htmlPage } from './html-page.ts';
import { escapeHtml, renderHtml } from './render-html.ts';
import { sectionsOf } from './sections-of.ts';

/** What a page of a comparison needs besides the report. Drawings are ours, so they go in as they are. */
export interface ComparisonHtmlOptions extends ReportOptions {
  /** Both estimates on one axis, in the form for a page. */
  readonly svg: string;
  /** The same, laid out for a telephone. */
  readonly narrow?: string | undefined;
}

/** Two estimates as one page that can be kept, mailed and printed; see `estimateHtml`. */
export function comparisonHtml(comparison: ComparisonResult, options: ComparisonHtmlOptions): string {
  const { first, second } = comparison;
  const [head = [], ...parts] = sectionsOf(
    comparisonDocument(comparison, { ...options, command: undefined }),
  );
  const answer = ratioSentence(comparison);
  const name = `A: ${titleOf(first)}. B: ${titleOf(second)}`;
  const rest = head.filter((block) => !(block.kind === 'paragraph' && block.text === answer));
  return htmlPage({
    title: `${name}: ${answer}`,
    language: 'en',
    footer: footerOf([first, second]),
    body: [
      '<header>',
      `<h1>A: ${escapeHtml(titleOf(first))}<br>B: ${escapeHtml(titleOf(second))}</h1>`,
      `<p class="answer">${escapeHtml(answer)}</p>`,
      '</header>',
      mainFigure(options.svg, options.narrow),
      renderHtml(rest.filter(({ kind }) => kind !== 'title')),
      ...parts.map((blocks) => section(blocks)),
      citeSection(
        [first, second].map((result) =>
          citationOf({
            title: titleOf(result),
            id: result.id,
            version: result.versions.engine,
            kind: 'estimate',
            asOf: result.scenario.asOf,
          }),
        ),
      ),
      runSection({ command: options.command }),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  });
}

function titleOf({ scenario }: EstimateResult): string {
  return scenario.title ?? scenario.id ?? 'this outage';
}
