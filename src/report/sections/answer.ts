import type { EstimateResult, MethodId, ResultWarning, ScopedLoss } from '../../core/result.ts';
import { paragraph, title, type Block } from '../blocks.ts';
import { rangeInWords, type ReportContext } from '../context.ts';
import { methodNames } from '../names.ts';
import { isCompanyLoss, lossInWords } from '../scope-in-words.ts';
import { twentyDots } from '../twenty-dots.ts';
import { percentInWords } from '../words.ts';

/** The sentence that answers the question and can be quoted alone. */
export function answerSentence(result: EstimateResult, context: ReportContext): string {
  const { money } = context;
  const loss = result.economicLoss;
  if (loss === null) return withoutHeadline(result, context);
  const error = loss.monteCarloStandardError;
  if (loss.p95 === 0) return 'No lasting loss: by these facts nothing was hit, or nothing stopped.';
  if (loss.p50 === 0) {
    return `Probably no lasting loss; 1 chance in 20 that it is above ${money.sayFirst(loss.p95, error.p95)}.`;
  }
  const middle = `About ${money.sayFirst(loss.p50, error.p50)}`;
  if (result.draws === 1) return `${middle} in the one outcome that was drawn: no range.`;
  if (loss.p5 === loss.p95) return `${middle}; every fact is given as known.`;
  return `${middle}; 9 chances in 10: ${rangeInWords(loss, money)}.`;
}

function withoutHeadline(result: EstimateResult, { money }: ReportContext): string {
  const disagree = 'Methods disagree more than tenfold: no middle figure.';
  if (result.span === undefined) return disagree;
  const { lowUsd, highUsd } = result.span;
  const [low, high] =
    lowUsd > 0 ? [money.sayFirst(lowUsd), money.say(highUsd)] : [money.say(lowUsd), money.sayFirst(highUsd)];
  return `${disagree} Together they span from ${low} to ${high}.`;
}

/** Title, answer, twenty outcomes, largest doubt: all that most readers need. */
export function answerSection(result: EstimateResult, context: ReportContext): readonly Block[] {
  const name = result.scenario.title ?? result.scenario.id ?? 'This outage';
  const loss = result.economicLoss;
  return [
    title(`${name}: ${lossInWords(result, context.countryNames)} (estimate)`),
    ...(context.said ?? []).map((change) => paragraph(`What if: ${change}.`)),
    paragraph(answerSentence(result, context)),
    ...(loss === null || loss.p95 === 0 ? [] : outcomes(result, loss, context)),
    ...doubts(result),
    ...result.warnings.map((warning) => paragraph(`Note: ${sentence(noteInWords(warning, result))}`)),
  ];
}

function outcomes(result: EstimateResult, loss: ScopedLoss, context: ReportContext): readonly Block[] {
  if (loss.p5 === loss.p95) return [];
  const { money } = context;
  const middle = money.say(loss.p50, loss.monteCarloStandardError.p50);
  const halves = loss.p50 > 0 ? `As likely above ${middle} as below. ` : '';
  const notLost = isCompanyLoss(result)
    ? 'Sales made up later are not counted as lost.'
    : 'Work and sales made up later are not counted as lost.';
  const dot = context.unicode ? '●' : '*';
  const inCurrency = {
    ...loss,
    quantiles: loss.quantiles.map(([p, usd]) => [p, money.convert(usd)] as const),
  };
  return [
    paragraph(`${halves}${notLost} Of 20 equally likely outcomes:`),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: '', align: 'left' },
        { header: '', align: 'left' },
      ],
      rows: twentyDots(inCurrency, money.code).map((row) => ({
        cells: [row.label, dot.repeat(row.count), row.chance ?? String(row.count)],
      })),
    },
  ];
}

function doubts(result: EstimateResult): readonly Block[] {
  const largest = largestDoubt(result);
  const inputs = result.provenance.filter((row) => row.evidence !== 'fact' && row.evidence !== 'user');
  const judged = inputs.filter((row) => row.evidence === 'expert' || row.evidence === 'assumed').length;
  const judgement = inputs.length === 0 ? '' : `: ${judged} of its ${inputs.length} inputs are judgement`;
  return [
    ...(largest === undefined ? [] : [paragraph(`Largest doubt: ${sentence(largest)}`)]),
    paragraph(`An estimate by a model, not a measurement${judgement}.`),
  ];
}

/** What no model can know is no help to a reader by itself: the doubt of the way that counts most stands beside it. */
function largestDoubt({ drivers, methods }: EstimateResult): string | undefined {
  const first = drivers.find((driver) => driver.within === null);
  const weightOf = (id: MethodId | null): number => methods.find((row) => row.method === id)?.weight ?? 0;
  const inside = drivers
    .filter((driver) => driver.within !== null && !driver.input.startsWith('structural/'))
    .sort((x, y) => weightOf(y.within) - weightOf(x.within))[0];
  if (first === undefined || inside === undefined || !first.input.startsWith('structural/')) {
    return (first ?? inside)?.words;
  }
  return `${first.words}; among the inputs, ${inside.words}`;
}

/** A warning in the words of the report: methods by the names that stand in its table, no path of a parameter. */
export function noteInWords({ code, path, message }: ResultWarning, { methods }: EstimateResult): string {
  const cut = code === 'CEILING_CUT' ? methods.find(({ method }) => path === `methods.${method}`) : undefined;
  if (cut !== undefined) {
    const share = percentInWords(cut.clippedShare);
    return `in ${share} of outcomes, counting ${methodNames[cut.method]} gave more than all that can be lost; those were cut to that`;
  }
  const named = Object.entries(methodNames).reduce(
    (words, [id, name]) =>
      code === 'METHODS_DISAGREE' ? words.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), name) : words,
    message,
  );
  return named.replace(/ \([a-z][\w-]*(?:\.[\w-]+)+\)/g, '').replace(/(\d) %/g, '$1 percent');
}

/** With one full stop at the end. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
