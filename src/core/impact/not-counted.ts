import type { Scenario, Scope } from '../scenario.ts';

/** What the figure leaves out, in words; shown with every result. */
export function notCounted(scenario: Scenario, scope: Scope): string[] {
  if (scope.kind === 'company') {
    return [
      'fines, redress to customers and lawsuits',
      'customers who do not come back',
      'the fall of the share price, which is not a loss of output',
      'what passengers, suppliers and customers lost themselves',
    ];
  }
  return [
    'reputation and customers who do not come back',
    'data that were lost',
    'market value: a fall of share prices is not a loss of output',
    'service credits, penalties and insurance payouts: they move money, they lose none',
    "people's own time, which lies outside GDP",
    ...(scenario.outage.kind === 'power'
      ? []
      : ['losses of suppliers and customers further along the chain']),
  ];
}
