import type { EstimateResult } from '../core/result.ts';
import type { Block } from './blocks.ts';
import { contextOf, type ReportContext, type ReportOptions } from './context.ts';
import { answerSection } from './sections/answer.ts';
import { factsSection, notCountedSection } from './sections/limits-and-facts.ts';
import { otherMeasuresSection } from './sections/other-measures.ts';
import { recordSection, tryNextSection } from './sections/record.ts';
import { countriesSection, fromInterruptedToLostSection, sectorsSection } from './sections/split.ts';
import { waysToCountSection } from './sections/ways-to-count.ts';
import { whatWouldNarrowItSection } from './sections/what-would-narrow-it.ts';
import { whyNotMoreSection } from './sections/why-not-more.ts';

/** An estimate in reading order: the answer first, then why, then what it rests on. */
export function estimateDocument(result: EstimateResult, options: ReportOptions): readonly Block[] {
  const context = contextOf(options);
  return [
    ...answerSection(result, context),
    ...whyNotMoreSection(result, context),
    ...waysToCountSection(result, context),
    ...(result.headline ? partsOfTheMiddle(result, context) : []),
    ...whatWouldNarrowItSection(result, context),
    ...notCountedSection(result),
    ...factsSection(result),
    ...recordSection(result, context),
    ...tryNextSection(result, context),
  ];
}

/** Where methods disagree there is no middle, so there is nothing to split. */
function partsOfTheMiddle(result: EstimateResult, context: ReportContext): readonly Block[] {
  return [
    ...fromInterruptedToLostSection(result, context),
    ...sectorsSection(result, context),
    ...countriesSection(result, context),
    ...otherMeasuresSection(result, context),
  ];
}
