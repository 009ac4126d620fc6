import { withinLimit, type MoneyContext, type MoneyTerm } from './term.ts';

/** The sublimit that holds for this loss: of a provider's failure without an attack, else none. */
function sublimitOf<Money>({ policy, loss }: MoneyContext<Money>): Money | null {
  const { coverage, malicious } = loss.cause;
  return coverage === 'dependent' && !malicious ? policy.dependent.systemFailureLimit : null;
}

/** min(x, sublimit), inside the limit of the coverage. */
export const systemFailureLimit: MoneyTerm = {
  name: 'Sublimit of dependent system failure',
  stated: (context, show) => {
    const limit = sublimitOf(context);
    return limit === null ? null : show(limit);
  },
  apply: (context, amount) => withinLimit(context.arithmetic, amount, sublimitOf(context)),
  why: () => 'no attack was behind the failure of the provider',
};
