import type { EstimateResult } from '../../core/result.ts';
import { heading, paragraph, type Block } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { economyInWords } from '../scope-in-words.ts';
import { hoursInWords, percentInWords } from '../words.ts';

/**
 * What the scope produces in those hours, and what past outages took of that: bounds that anyone can check. A
 * company's view has no such bound.
 */
export function whyNotMoreSection(result: EstimateResult, context: ReportContext): readonly Block[] {
  const { ceiling } = result;
  if (ceiling === null || !(ceiling.hours > 0) || !(ceiling.scopeUsd > 0)) return [];
  return [heading('Why not more'), paragraph(produced(result, ceiling, context)), ...ladder(result)];
}

function produced(
  result: EstimateResult,
  ceiling: NonNullable<EstimateResult['ceiling']>,
  { money, unicode, countryNames }: ReportContext,
): string {
  const hours = hoursInWords(ceiling.hours, unicode);
  const scope = economyInWords(result, countryNames);
  const world = scope === 'the whole world' ? '' : ` (the whole world: ${money.say(ceiling.worldUsd)})`;
  const startUnknown = result.warnings.some((warning) => warning.code === 'START_UNKNOWN');
  const clock = startUnknown ? 'at the average pace of the week' : 'counted by local hour';
  const share = result.headline
    ? ` The middle estimate is ${percentInWords(ceiling.shareOfScope)} of that output.`
    : '';
  const dependent =
    ceiling.dependentUsd === null
      ? ''
      : ` Work that needs such services at all made about ${money.say(ceiling.dependentUsd)} of it; only a part rests on what failed, not all of that stops, and much is made up.`;
  return `In those ${hours} ${scope} produced about ${money.say(ceiling.scopeUsd)}${world}, ${clock}.${dependent}${share}`;
}

function ladder(result: EstimateResult): readonly Block[] {
  const { nearest, p50 } = result.lossFraction ?? { nearest: [], p50: 0 };
  if (nearest.length === 0 || !result.headline) return [];
  return [
    paragraph(
      `Against average output, day and night alike, it is ${percentInWords(p50)}. The nearest cases on record or in studies:`,
    ),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'right' },
        { header: '', align: 'left' },
      ],
      rows: nearest.map((rung) => ({ cells: [fractions(rung.lowFraction, rung.highFraction), rung.title] })),
    },
  ];
}

function fractions(low: number, high: number): string {
  if (low === high) return percentInWords(low);
  return `${percentInWords(low).replace(' percent', '')} to ${percentInWords(high)}`;
}
