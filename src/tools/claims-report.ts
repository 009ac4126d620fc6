import type { Verdict } from '../core/claims/claim-assessment.ts';
import type { CheckedClaim } from './run-claims.ts';
import { markdownTable } from './markdown-table.ts';

const verdicts: readonly Verdict[] = [
  'implausible-low',
  'low-but-possible',
  'plausible',
  'high-but-possible',
  'implausible-high',
  'exceeds-ceiling',
  'not-comparable',
  'needs-review',
];

/** What became of claims that must not be called impossible, and of those that must be noticed. */
export const heldUp: readonly string[] = ['confirmed', 'plausible', 'company_guidance'];
export const wrong: readonly string[] = ['implausible', 'misprint', 'unit_error', 'not_a_loss'];

/** Verdicts on published claims against what became of them, as Markdown. */
export function claimsMarkdown(checked: readonly CheckedClaim[]): string {
  const fates = [...new Set(checked.map(({ row }) => row.claim.assessment))].sort();
  const count = (fate: string, verdict: Verdict): number =>
    checked.filter(({ row, byFigures }) => row.claim.assessment === fate && byFigures.verdict === verdict)
      .length;
  const rejected = checked.filter(
    ({ row, byFigures }) => heldUp.includes(row.claim.assessment) && isRejected(byFigures.verdict),
  );
  const unnoticed = checked.filter(
    ({ row, byFigures }) => wrong.includes(row.claim.assessment) && !byFigures.flagged,
  );
  const sameByWords = checked.filter(({ byWords, byFigures }) => byWords.verdict === byFigures.verdict);
  const unclear = checked.filter(({ byWords }) => byWords.verdict === 'needs-review');
  return [
    '# Published claims',
    `${checked.length} claims about bundled outages, by what became of them (rows, as judged when the list was made) and by the verdict on their figures (columns).`,
    markdownTable(
      ['', ...verdicts],
      fates.map((fate) => [fate, ...verdicts.map((verdict) => blankZero(count(fate, verdict)))]),
    ),
    `Of the claims that held up, ${names(rejected)} called implausible. Of those that were wrong, ${names(unnoticed)} not flagged.`,
    `Read from the words of the page alone, without its table, ${sameByWords.length} get the same verdict and ${unclear.length} are unclear, mostly because the words name no currency or amount.`,
    markdownTable(
      ['claim', 'about', 'fate', 'verdict by figures', 'by words', 'flagged', 'likely mistakes'],
      checked.map(({ row, byFigures, byWords }) => [
        row.claim.id,
        row.event ?? '',
        row.claim.assessment,
        byFigures.verdict,
        byWords.verdict,
        byFigures.flagged ? 'yes' : '',
        byFigures.likelyMistakes.map(({ id }) => id).join(', '),
      ]),
    ),
  ].join('\n\n');
}

export function isRejected(verdict: Verdict): boolean {
  return verdict === 'exceeds-ceiling' || verdict.startsWith('implausible');
}

function names(claims: readonly CheckedClaim[]): string {
  if (claims.length === 0) return 'none is';
  return `${claims.map(({ row }) => row.claim.id).join(', ')} ${claims.length === 1 ? 'is' : 'are'}`;
}

function blankZero(count: number): string {
  return count === 0 ? '' : `${count}`;
}
