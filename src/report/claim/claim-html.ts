import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import { ENGINE_VERSION } from '../../core/version.ts';
import { citeSection, mainFigure, runSection } from '../estimate-html.ts';
import { htmlPage } from '../html-page.ts';
import { escapeArabicHtml, escapeHtml, renderHtml } from '../render-html.ts';
import { sectionsOf } from '../sections-of.ts';
import { claimDocument, type ClaimReportOptions } from './claim-document.ts';
import { sentencesIn } from './sentences-in.ts';

/** What a page of a claim check needs besides the report. Drawings are ours, so they go in as they are. */
export interface ClaimHtmlOptions extends ClaimReportOptions {
  /** The estimate with the claim beside it, in the form for a page. */
  readonly svg: string;
  /** The same, laid out for a telephone. */
  readonly narrow?: string | undefined;
}

/** A claim check as one page that can be kept, mailed and printed; see `estimateHtml`. */
export function claimHtml(claim: ClaimAssessment, options: ClaimHtmlOptions): string {
  const sentences = sentencesIn(options.language, options);
  const asHtml = options.language === 'ar' ? escapeArabicHtml : escapeHtml;
  const [title, headline] = [sentences.title(claim), sentences.headline(claim)];
  const [[, , ...head] = [], ...parts] = sectionsOf(claimDocument(claim, { ...options, command: undefined }));
  return htmlPage({
    title: `${title}: ${headline}`,
    language: options.language,
    footer: `lossrange ${ENGINE_VERSION}, a claim check by a model · ${claim.id}`,
    body: [
      '<header>',
      `<h1>${asHtml(title)}</h1>`,
      `<p class="answer">${asHtml(headline)}</p>`,
      '</header>',
      mainFigure(options.svg, options.narrow),
      renderHtml(head, asHtml),
      ...parts.map((blocks) => `<section>\n${renderHtml(blocks, asHtml)}\n</section>`),
      citeSection([claim.citation]),
      runSection({ command: options.command }),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  });
}
