/**
 * The candidate closest to a misspelt name by edit distance; null when none is near: over a third of it differs, or all
 * of a short one.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const distance = candidate.includes(name)
      ? 0.5
      : editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return bestDistance <= Math.min(Math.max(1, name.length / 3), name.length - 1) ? best : null;
}

/** Levenshtein distance by one row. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const substitution = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      diagonal = row[j]!;
      row[j] = Math.min(row[j]! + 1, row[j - 1]! + 1, substitution);
    }
  }
  return row[b.length]!;
}
