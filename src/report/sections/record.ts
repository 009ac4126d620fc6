import type { EstimateResult } from '../../core/result.ts';
import { heading, paragraph, type Block } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { rateInWords } from '../currency.ts';
import { percentInWords, plural } from '../words.ts';

/** Everything that makes the same figures again. */
export function recordSection(result: EstimateResult, context: ReportContext): readonly Block[] {
  const models = Object.keys(result.versions.models).length;
  const tables = Object.keys(result.versions.data).length;
  return [
    heading('Record'),
    paragraph(
      `id ${result.id}, seed ${result.seed}, ${plural(result.draws, 'draw')}, lossrange ${result.versions.engine}`,
    ),
    paragraph(
      `${plural(models, 'model file')} and ${tables === 0 ? 'no data table' : plural(tables, 'data table')}; hashes with --format json`,
    ),
    ...pastScore(context),
    ...computingError(result),
    ...rate(context),
    ...(context.command === undefined ? [] : [{ kind: 'verbatim' as const, lines: [context.command] }]),
  ];
}

/** The score that ships with the models, in one line. */
function pastScore({ validation }: ReportContext): readonly Block[] {
  if (validation === undefined) return [];
  const { events, inside80 } = validation;
  return [
    paragraph(
      `Our 8-in-10 ranges held the published figure in ${inside80} of ${events} past outages, themselves estimates; see models/VALIDATION.md`,
    ),
  ];
}

function computingError(result: EstimateResult): readonly Block[] {
  const loss = result.economicLoss;
  if (loss === null || loss.p50 === 0) return [];
  const error = percentInWords(loss.monteCarloStandardError.p50 / loss.p50);
  return [
    paragraph(`Error of computing with that many draws: ${error} of the middle; not part of the range`),
  ];
}

function rate({ currency }: ReportContext): readonly Block[] {
  if (currency === undefined) return [];
  return [paragraph(rateInWords(currency))];
}

/** Commands that carry on from here. */
export function tryNextSection(
  result: EstimateResult,
  { subject, command }: ReportContext,
): readonly Block[] {
  const lines =
    subject === undefined
      ? [`${command ?? 'lossrange estimate'} --save my.json`, 'lossrange explain coverage multiplier']
      : [
          ...otherLength(result).map((hours) => `lossrange estimate ${subject} --hours ${hours}`),
          `lossrange estimate ${subject} --format json`,
          `lossrange explain ${subject}`,
        ];
  return [heading('Try next'), { kind: 'verbatim', lines }];
}

/** A length that differs enough to be worth a look; none in a company's view, where other facts decide. */
function otherLength({ ceiling }: EstimateResult): readonly number[] {
  if (ceiling === null || ceiling.hours === 0) return [];
  const { hours } = ceiling;
  return [hours < 20 ? 24 : Math.round(hours / 2)];
}
