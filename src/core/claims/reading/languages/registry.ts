import type { ClaimLanguage } from '../../claim.ts';
import { arabic } from './ar.ts';
import { chinese } from './zh.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { german } from './de.ts';
import { hindi } from './hi.ts';
import { japanese } from './ja.ts';
import type { Language } from './language.ts';
import { spanish } from './es.ts';

/** Every language that claims are read in. */
export const languages: Readonly<Record<ClaimLanguage, Language>> = {
  en: english,
  ar: arabic,
  de: german,
  fr: french,
  es: spanish,
  hi: hindi,
  ja: japanese,
  zh: chinese,
};
