/** Languages that reports are written in. */
export const reportLanguages = ['en', 'ar'] as const;

export type ReportLanguage = (typeof reportLanguages)[number];
