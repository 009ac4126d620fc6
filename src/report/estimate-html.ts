import type { EstimateResult, ProvenanceRow } from '../core/result.ts';
import type { SourceReference } from '../core/scenario.ts';
import { heading, paragraph, type Block } from './blocks.ts';
import type { ArabicDigits } from './arabic.ts';
import type { ChartLanguage } from './charts/chart-options.ts';
import { chartWords } from './charts/chart-words.ts';
import { citationOf, type Citation } from './citation.ts';
import { contextOf, type ReportContext, type ReportOptions } from './context.ts';
import { htmlPage } from './html-page.ts';
import { jsonText } from './json-text.ts';
import { quantityInWords } from './quantity-in-words.ts';
import { escapeHtml, linkTo, renderHtml, verbatim } from './render-html.ts';
import { answerSection, answerSentence } from './sections/answer.ts';
import { factsSection, notCountedSection } from './sections/limits-and-facts.ts';
import { otherMeasuresSection } from './sections/other-measures.ts';
import { recordSection } from './sections/record.ts';
import {
  countriesSection,
  fromInterruptedToLostSection,
  hoursSection,
  sectorsSection,
} from './sections/split.ts';
import { waysToCountSection } from './sections/ways-to-count.ts';
import { whatWouldNarrowItSection } from './sections/what-would-narrow-it.ts';
import { whyNotMoreSection } from './sections/why-not-more.ts';
import { capitalised, dateInWords } from './words.ts';

/** Further drawings for a page, as SVG text; each stands beside its table. */
export interface EstimateCharts {
  /** The main chart, laid out for a telephone. */
  readonly narrow?: string | undefined;
  readonly methods?: string | undefined;
  readonly waterfall?: string | undefined;
  readonly sectors?: string | undefined;
  readonly timeline?: string | undefined;
}

/** What a page needs besides the report. Drawings are ours, so they go in as they are. */
export interface EstimateHtmlOptions extends ReportOptions {
  /** The main chart in its form for a page. */
  readonly svg: string;
  readonly charts?: EstimateCharts | undefined;
  /** Language of title, answer and drawings; the details are in English. */
  readonly language?: ChartLanguage | undefined;
  readonly digits?: ArabicDigits | undefined;
  /** The scenario as JSON data that a scenario file holds, to run it again. */
  readonly scenario?: unknown;
}

/**
 * An estimate as one page that can be kept, mailed and printed: the text report with its charts, every assumption,
 * sources, citation and scenario. It needs no script and loads nothing.
 */
export function estimateHtml(result: EstimateResult, options: EstimateHtmlOptions): string {
  const context = contextOf(options);
  const { charts = {}, language = 'en' } = options;
  const title = result.scenario.title ?? result.scenario.id ?? 'This outage';
  return htmlPage({
    title: `${title}: ${answerSentence(result, context)}`,
    language,
    footer: footerOf([result]),
    body: [
      ...(language === 'ar' ? [arabicLead(result, options), '<div lang="en" dir="ltr">'] : []),
      lead(result, options, context),
      section(whyNotMoreSection(result, context)),
      section(waysToCountSection(result, context), charts.methods),
      ...(result.headline
        ? [
            section(fromInterruptedToLostSection(result, context), charts.waterfall),
            section(sectorsSection(result, context), charts.sectors),
            section(countriesSection(result, context)),
            hours(hoursSection(result, context), charts.timeline),
            section(otherMeasuresSection(result, context)),
          ]
        : []),
      section(whatWouldNarrowItSection(result, context)),
      section(notCountedSection(result)),
      section(factsSection(result)),
      sourcesSection(result),
      assumptionsSection(result),
      citeSection([
        citationOf({
          title,
          id: result.id,
          version: result.versions.engine,
          kind: 'estimate',
          asOf: result.scenario.asOf,
        }),
      ]),
      runSection(options),
      section(recordSection(result, { ...context, command: undefined })),
      ...(language === 'ar' ? ['</div>'] : []),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  });
}

/** The answer for readers of Arabic, before the same and more in English. */
function arabicLead(result: EstimateResult, options: EstimateHtmlOptions): string {
  const words = chartWords(options);
  const { svg, charts } = options;
  return [
    '<header>',
    `<h1>${isolated(words.title(result))}</h1>`,
    `<p class="answer">${isolated(words.answer(result))}</p>`,
    '</header>',
    mainFigure(svg, charts?.narrow),
    `<p>${isolated(words.detailsInEnglish)}</p>`,
  ].join('\n');
}

/** Isolates of the text become elements; they come from us, since names have lost theirs. */
function isolated(text: string): string {
  return text
    .split(/([\u2066\u2069])/)
    .map((part) => (part === '\u2066' ? '<bdi dir="ltr">' : part === '\u2069' ? '</bdi>' : escapeHtml(part)))
    .join('');
}

/** Title, answer, chart, and the twenty outcomes as a table beside it. */
function lead(
  result: EstimateResult,
  { svg, charts, language }: EstimateHtmlOptions,
  context: ReportContext,
): string {
  const blocks = answerSection(result, context);
  const answer = answerSentence(result, context);
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && block.text === answer);
  const { asOf } = result.scenario;
  // A page has one main heading.
  const head = blocks
    .slice(0, at)
    .map((block) => (block.kind === 'title' && language === 'ar' ? heading(block.text) : block));
  return [
    '<header>',
    renderHtml(head),
    `<p class="answer">${escapeHtml(answer)}</p>`,
    ...(asOf === undefined ? [] : [`<p class="muted">Facts as of ${escapeHtml(dateInWords(asOf))}.</p>`]),
    '</header>',
    ...(language === 'ar' ? [] : [mainFigure(svg, charts?.narrow)]),
    inColumns(blocks.slice(at + 1)),
  ].join('\n');
}

/** What comes up to the first table, and what follows it, side by side where there is room. */
export function inColumns(blocks: readonly Block[]): string {
  const table = blocks.findIndex(({ kind }) => kind === 'table');
  const column = (part: readonly Block[]): string => `<div>\n${renderHtml(part)}\n</div>`;
  return table === -1
    ? column(blocks)
    : `<div class="pair">\n${column(blocks.slice(0, table + 1))}\n${column(blocks.slice(table + 1))}\n</div>`;
}

export function mainFigure(svg: string, narrow: string | undefined): string {
  return narrow === undefined
    ? `<figure>${svg}</figure>`
    : `<figure><div class="wide">${svg}</div><div class="narrow">${narrow}</div></figure>`;
}

/** A part of the report; nothing when it has nothing to say. A chart goes beside its first table. */
export function section(blocks: readonly Block[], chart?: string): string {
  if (blocks.length === 0) return '';
  const first = blocks.findIndex(({ kind }) => kind === 'table');
  if (chart === undefined || first === -1) return `<section>\n${renderHtml(blocks)}\n</section>`;
  return [
    '<section>',
    renderHtml(blocks.slice(0, first)),
    `<div class="pair beside">\n<figure>${chart}</figure>\n<div>\n${renderHtml(blocks.slice(first))}\n</div>\n</div>`,
    '</section>',
  ].join('\n');
}

/** Many rows: the chart stands for them until a reader asks. */
function hours(blocks: readonly Block[], chart: string | undefined): string {
  const [title, ...table] = blocks;
  if (title === undefined || chart === undefined) return '';
  return [
    '<section>',
    renderHtml([title]),
    `<figure>${chart}</figure>`,
    `<details>\n<summary>As a table</summary>\n${renderHtml(table)}\n</details>`,
    '</section>',
  ].join('\n');
}

function sourcesSection({ scenario, provenance }: EstimateResult): string {
  const ofFacts = Object.values(scenario.sources).map(sourceInFull);
  const ofModels = provenance.flatMap(({ source }) =>
    source === null ? [] : [linkTo(source.href, source.title)],
  );
  const list = (name: string, rows: readonly string[]): readonly string[] =>
    rows.length === 0
      ? []
      : [
          `<p>${name}</p>`,
          `<ul class="links">\n${[...new Set(rows)].map((row) => `<li>${row}</li>`).join('\n')}\n</ul>`,
        ];
  const rows = [...list('Of the facts:', ofFacts), ...list('Of the model:', ofModels)];
  return rows.length === 0
    ? ''
    : `<section>\n${renderHtml([heading('Sources')])}\n${rows.join('\n')}\n</section>`;
}

function sourceInFull({ title, href, publisher, published, accessed }: SourceReference): string {
  const rest = [
    publisher,
    published === undefined ? undefined : dateInWords(published),
    accessed === undefined ? undefined : `read ${dateInWords(accessed)}`,
  ].filter((part) => part !== undefined);
  return [linkTo(href, title), ...rest.map(escapeHtml)].join(', ');
}

function assumptionsSection({ provenance }: EstimateResult): string {
  if (provenance.length === 0) return '';
  const head = ['What', 'Value and range', 'Unit', 'Evidence', 'Source']
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  return [
    '<section>',
    renderHtml([
      heading('Assumptions'),
      paragraph(
        'Evidence: user, changed by whoever ran this; fact, as the scenario states it; measured; published; derived from such sources; expert, judged by a named person or panel; assumed, our judgement.',
      ),
    ]),
    '<details>',
    `<summary>All ${provenance.length} assumptions</summary>`,
    '<div class="scroll" tabindex="0" role="region" aria-label="All assumptions">',
    `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${provenance.map(assumptionRow).join('\n')}\n</tbody>\n</table>`,
    '</div>',
    '</details>',
    '</section>',
  ].join('\n');
}

function assumptionRow({ parameter, words, value, unit, evidence, source, note }: ProvenanceRow): string {
  const origin =
    source === null
      ? escapeHtml(note ?? '')
      : linkTo(source.href, source.title) +
        (source.locator === undefined ? '' : `, ${escapeHtml(source.locator)}`);
  return (
    `<tr><th scope="row">${escapeHtml(capitalised(words))}<small><code>${escapeHtml(parameter)}</code></small></th>` +
    `<td>${escapeHtml(quantityInWords(value))}</td>` +
    `<td>${unit === '1' ? '' : escapeHtml(unit)}</td>` +
    `<td>${evidence}</td><td>${origin}</td></tr>`
  );
}

/** How to cite one or more results. */
export function citeSection(citations: readonly Citation[]): string {
  return [
    '<section class="wrap">',
    renderHtml([heading('Cite it')]),
    ...citations.flatMap(({ inline, full, bibtex }) => [
      renderHtml([paragraph(`In a text: ${inline}`), paragraph(full)]),
      `<details>\n<summary>BibTeX</summary>\n${verbatim(bibtex)}\n</details>`,
    ]),
    '</section>',
  ].join('\n');
}

/** Commands that give the same figures again, and the scenario that they take. */
export function runSection({
  command,
  scenario,
}: {
  readonly command?: string | undefined;
  readonly scenario?: unknown;
}): string {
  const again = [
    ...(command === undefined ? [] : ['In a terminal:', command]),
    ...(scenario === undefined
      ? []
      : [
          'From the scenario below, saved as scenario.json:',
          [
            'lossrange estimate ./scenario.json',
            "curl -s 127.0.0.1:8080/v1/estimates -H 'content-type: application/json' -d @scenario.json",
          ].join('\n'),
        ]),
  ];
  if (again.length === 0) return '';
  return [
    '<section>',
    renderHtml([heading('Run it yourself')]),
    ...again.map((text, index) => (index % 2 === 0 ? renderHtml([paragraph(text)]) : verbatim(text))),
    ...(scenario === undefined
      ? []
      : [`<details>\n<summary>The scenario (JSON)</summary>\n${verbatim(inertJson(scenario))}\n</details>`]),
    '</section>',
  ].join('\n');
}

/** JSON whose letters keep their order: controls of direction are written as escapes, which read back the same. */
function inertJson(value: unknown): string {
  return jsonText(value).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function footerOf(results: readonly EstimateResult[]): string {
  const [first] = results;
  const asOf = first?.scenario.asOf;
  return [
    `lossrange ${first?.versions.engine ?? ''}, an estimate by a model`,
    ...results.map(({ id }) => id),
    ...(asOf === undefined ? [] : [`facts as of ${dateInWords(asOf)}`]),
  ].join(' · ');
}
