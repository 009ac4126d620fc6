import { showShare, withinLimit, type MoneyTerm } from './term.ts';

/**
 * Of an event that strikes many insureds at once: min((1 − kept share) · x, limit), after and beside the ordinary
 * coinsurance and limits.
 */
export const widespread: MoneyTerm = {
  name: 'Widespread event',
  stated: ({ policy, loss }, show) => {
    const { keptShare, limit } = policy.widespread;
    if (!loss.cause.widespread || (keptShare === 0 && limit === null)) return null;
    const kept = keptShare === 0 ? [] : [`${showShare(keptShare)} kept`];
    return [...kept, ...(limit === null ? [] : [`at most ${show(limit)}`])].join(', ');
  },
  apply: ({ arithmetic, policy, loss }, amount) => {
    if (!loss.cause.widespread) return amount;
    const { keptShare, limit } = policy.widespread;
    return withinLimit(arithmetic, arithmetic.without(amount, keptShare), limit);
  },
  why: () => 'one cause strikes many insureds at once',
};
