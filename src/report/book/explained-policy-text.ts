import { Decimal } from 'decimal.js';
import type { ExplainedPolicy } from '../../core/insurance/portfolio/explained-policy.ts';
import type { Insured } from '../../core/insurance/insured/insured.ts';
import { grouped } from '../amounts.ts';
import { bullets, heading, paragraph, title, type Block } from '../blocks.ts';
import { renderText } from '../render-text.ts';
import { percentInWords } from '../words.ts';

/** An amount of one policy, to the dollar. */
export function showDollars(amount: Decimal): string {
  return `US$${grouped(amount.toDecimalPlaces(0, Decimal.ROUND_HALF_UP))}`;
}

/** How the losses of one policy come about, term by term, layer by layer. */
export function explainedPolicyText(event: string, layers: readonly ExplainedPolicy[]): string {
  const { polNumber } = layers[0]!.policy.key;
  return renderText([title(`Policy ${polNumber} under ${event}`), ...layers.flatMap(layerBlocks)]);
}

function layerBlocks({ policy, struckShare, counted, outcome, steps }: ExplainedPolicy): readonly Block[] {
  const { line, key } = policy;
  return [
    heading(`Line ${line}, account ${key.accNumber}, layer ${key.layerNumber}`),
    paragraph(
      struckShare === 0
        ? 'No outcome strikes this insured: what it depends on did not fail.'
        : `Struck in ${percentInWords(struckShare)} of the outcomes. At the middle of those:`,
    ),
    bullets([
      `Ground-up loss (before terms) ${showDollars(outcome.groundUp)}${groundUpOf(policy.insured)}`,
      ...steps.map(
        ({ name, stated, why, amountIn, amountOut }) =>
          `${name} (${stated}): ${showDollars(amountIn)} becomes ${showDollars(amountOut)}; ${why}`,
      ),
      `Gross loss (after policy terms) ${showDollars(outcome.gross)}, for ${hours(outcome.paidHours)} of ${hours(counted.hours)}`,
    ]),
  ];
}

/** What the ground-up loss holds, or leaves in, that is not usual. */
function groundUpOf({ extraExpenseUsd, recaptureReducesLoss }: Insured): string {
  return [
    ...(extraExpenseUsd > 0 ? [', extra expense included'] : []),
    ...(recaptureReducesLoss ? [] : ['; sales made up later are not deducted']),
  ].join('');
}

const hours = (value: number): string => `${Number(value.toFixed(2))} h`;
