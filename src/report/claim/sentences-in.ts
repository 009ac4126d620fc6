import type { ReportLanguage } from '../language.ts';
import { arabicSentences } from './arabic.ts';
import type { ClaimSentences } from './claim-sentences.ts';
import { englishSentences, type ClaimWordsOptions } from './english.ts';

export function sentencesIn(language: ReportLanguage, options: ClaimWordsOptions): ClaimSentences {
  switch (language) {
    case 'en':
      return englishSentences(options);
    case 'ar':
      return arabicSentences();
  }
}
