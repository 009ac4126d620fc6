import { accruedIn } from '../accrual.ts';
import { showHours, showShare, type Term } from './term.ts';

/** Only what accrues in the counted hours is looked at further: ∫ ℓ over hours 0…D of the clock. */
export const countedLoss: Term = {
  name: 'Hours that count',
  stated: ({ policy: { waiting } }) => {
    const count = waiting.count === 'continuous' ? 'without a gap' : 'added up';
    const least = waiting.minimumImpairmentShare;
    const impaired = least > 0 ? `impaired by ${showShare(least)} or more` : 'impaired at all';
    const clock = waiting.clock === 'provider-outage' ? "provider's outage" : "insured's interruption";
    return `${impaired}, ${count}, ${clock}`;
  },
  apply: ({ arithmetic, loss, counted }, amount) =>
    arithmetic.atMost(amount, accruedIn(arithmetic, loss.accrual, counted.runs, 0, Infinity)),
  why: ({ counted }) => {
    const { runs, hours } = counted;
    if (runs.length === 0) return 'no service that the insured depends on was impaired so far';
    const spans = runs.map(({ fromHour, toHour }) => `${showHours(fromHour)} to ${showHours(toHour)}`);
    return `${spans.join(', ')} after the start: ${showHours(hours)}`;
  },
};
