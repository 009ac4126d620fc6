import { currencySign, grouped } from '../amounts.ts';
import { contextOf, rangeInWords } from '../context.ts';
import { methodNames, stepNames } from '../names.ts';
import { economyInWords, lossInWords } from '../scope-in-words.ts';
import { answerSentence } from '../sections/answer.ts';
import { hoursInWords } from '../words.ts';
import { amountInScale } from './amount-in-scale.ts';
import type { WordsOptions } from './chart-options.ts';
import { nameOf } from './name-of.ts';
import type { ChartWords, ClaimedRange } from './chart-words.ts';

const legends = {
  dots: 'each dot is 1 chance in 20, the hollow ones lie outside the range; ',
  ways: 'mark: the middle; line: 9 chances in 10; ',
  span: '',
};

export function englishWords({ currency, countryNames }: WordsOptions): ChartWords {
  const context = contextOf({ unicode: true, currency, countryNames });
  const { money } = context;
  const sign = currencySign({ currency: money.code });
  const claimed = ({ lowUsd, highUsd }: ClaimedRange): string => {
    if (lowUsd === null) return `up to ${highUsd === null ? 'any amount' : money.say(highUsd)}`;
    if (highUsd === null) return `${money.say(lowUsd)} or more`;
    const [low, high] = [money.say(lowUsd), money.say(highUsd)];
    return low === high ? low : `${low} to ${high}`;
  };
  return {
    title: (result) => `${nameOf(result)}: ${lossInWords(result, countryNames)} (estimate)`,
    answer: (result) => answerSentence(result, context),
    amount: money.say,
    middle: (loss) => `middle: ${money.say(loss.p50, loss.monteCarloStandardError.p50)}`,
    nineInTen: (loss) => `9 chances in 10: ${rangeInWords(loss, money)}`,
    span: (lowUsd, highUsd) => `all ways of counting: from ${money.say(lowUsd)} to ${money.say(highUsd)}`,
    everything: (result) =>
      result.ceiling === null
        ? null
        : `everything produced in those ${hoursInWords(result.ceiling.hours, true)}, ` +
          `${economyInWords(result, countryNames)}: ${money.say(result.ceiling.scopeUsd)}`,
    claim: (claim) => `the claim: ${claimed(claim)}`,
    tick: (amount) => {
      const { figure, scale } = amountInScale(amount);
      return scale === '' ? [`${sign}${figure}`] : [`${sign}${figure}`, scale];
    },
    nothing: 'nothing',
    legend: (marks, inTens) =>
      legends[marks] + (inTens ? 'each step is 10 times the last' : 'equal distances are equal factors'),
    twentyOutcomes: 'Twenty equally likely outcomes',
    twoTimesTwenty: 'Twenty equally likely outcomes of each, on one axis',
    waysToCount: 'Middle and range of each way of counting',
    interruptedToLost: 'From interrupted to lost',
    bySector: 'Sector by sector',
    byHour: 'Hour by hour',
    together: 'all together',
    floor: 'a floor',
    method: (id) => methodNames[id],
    step: (id) => stepNames[id],
    figure: (value) => grouped(value),
    hoursSinceStart: 'hours since it began',
    mostInHour: (hour, amount) => `most in the hour from ${grouped(Number(hour.toFixed(1)))}: ${amount}`,
    afterTheEnd: (amount) => `after the end: ${amount}`,
    inColumn: (figure, { name }) => `${figure}${name === '' ? '' : ` ${name}`}`,
    source: (name, id, version) => `${name} · ${id} · lossrange ${version}, an estimate by a model`,
    detailsInEnglish: 'Details in English',
    line: (text) => text,
  };
}
