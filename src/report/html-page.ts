import { escapeHtml } from './render-html.ts';
import { pageStyle } from './page-style.ts';

export interface HtmlPage {
  readonly title: string;
  /** Language of the page; parts in another one say so themselves. */
  readonly language: 'en' | 'ar';
  /** Trusted HTML. */
  readonly body: string;
  /** Foot of each printed page: version, id, date; letters, digits, blanks, dots and dashes only. */
  readonly footer: string;
}

/**
 * A page that needs nothing but itself: no script runs in it and nothing is loaded, which it also tells the browser,
 * so that a mail reader or an archive can show it as it is.
 */
export function htmlPage({ title, language, body, footer }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="lossrange">
<title>${escapeHtml(title)}</title>
<style>
${pageStyle(footer)}
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
