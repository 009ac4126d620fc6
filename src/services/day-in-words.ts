/** The UTC day of a date or an instant as `20 October 2025`; text without a day unchanged. */
export function dayInWords(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const date = new Date(`${day ?? ''}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? text
    : date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}
