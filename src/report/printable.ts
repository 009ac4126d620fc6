/**
 * Takes out what could act on a terminal or turn the order of the letters around: control characters and
 * bidirectional overrides in names that came from a file.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}
