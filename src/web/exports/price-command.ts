import { cloudOf, defaultRisk, type RiskChoice } from '../state/risk-choice.ts';

/** The line that prices the same risk: plain words and numbers, which no shell changes. */
export function priceCommand(risk: RiskChoice): string {
  const { provider, region } = cloudOf(risk);
  const options: readonly (readonly [string, string | number | undefined])[] = [
    ['--revenue', risk.revenue],
    ['--sector', risk.sector],
    ['--provider', provider],
    ['--region', region],
    ['--waiting-hours', risk.waitingHours],
    ['--waiting-mode', risk.waitingMode === defaultRisk.waitingMode ? undefined : risk.waitingMode],
    ['--recapture', risk.recapture === defaultRisk.recapture ? undefined : risk.recapture],
    ['--limit', risk.limit],
    ['--retention', risk.retention === 0 ? undefined : risk.retention],
    ['--extra-expense', risk.extraExpense === 0 ? undefined : risk.extraExpense],
  ];
  const given = options.filter(([, value]) => value !== undefined);
  return ['lossrange price', ...given.map(([name, value]) => `${name} ${value}`)].join(' ');
}
