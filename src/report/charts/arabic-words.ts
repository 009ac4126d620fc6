import type { EstimateResult, LossSummary, MethodId, WaterfallStep } from '../../core/result.ts';
import {
  amountInArabic,
  figureInArabic,
  hoursInArabic,
  rangeInArabic,
  type ArabicAmountOptions,
} from '../arabic.ts';
import { contextOf } from '../context.ts';
import { economyInWords, isCompanyLoss, scopeInWords } from '../scope-in-words.ts';
import { amountInScale } from './amount-in-scale.ts';
import type { WordsOptions } from './chart-options.ts';
import type { ChartWords, ClaimedRange } from './chart-words.ts';
import { printable } from '../printable.ts';
import { nameOf } from './name-of.ts';

const methods: Readonly<Record<MethodId, string>> = {
  footprint: 'العمل المعتمد على الخدمة',
  'business-count': 'المؤسسات المتضررة',
  'user-time': 'وقت المستخدمين',
  'gdp-hours-ladder': 'نسب ما ضاع في انقطاعات سابقة',
  'named-companies': 'الشركات المذكورة بالاسم',
  airline: 'الرحلات الملغاة',
};

const steps: Readonly<Record<WaterfallStep, string>> = {
  'interrupted-output': 'ما تعطّل',
  'made-up-later': 'ما عُوّض لاحقًا',
  'inputs-saved': 'مدخلات لم تُشترَ',
  'moved-to-rivals': 'ما انتقل إلى المنافسين',
  'extra-expense': 'نفقات إضافية',
  'lost-for-good': 'ما ضاع نهائيًا',
};

/** Words of scale beside a figure: on an axis 1 and 2 are figures too. */
const scaleWords = {
  million: { one: 'مليون', few: 'ملايين' },
  billion: { one: 'مليار', few: 'مليارات' },
  trillion: { one: 'تريليون', few: 'تريليونات' },
} as const;

/** Words of the units of a table column. */
const scales: Readonly<Record<string, string>> = { tn: 'تريليون', bn: 'مليار', mn: 'مليون' };

/** As in English: more countries are counted. */
const MOST_LISTED = 4;

const RIGHT_TO_LEFT = '\u2067';
const LEFT_TO_RIGHT = '\u2066';
const END = '\u2069';

/** Names in Latin letters keep their own order inside an Arabic line. */
function latin(text: string): string {
  return `${LEFT_TO_RIGHT}${printable(text)}${END}`;
}

export function arabicWords({ currency, countryNames, digits }: WordsOptions): ChartWords {
  const { money } = contextOf({ unicode: true, currency });
  const inMoney = (standardErrorUsd?: number): ArabicAmountOptions => ({
    digits,
    currency: money.code,
    standardError: standardErrorUsd === undefined ? undefined : money.convert(standardErrorUsd),
  });
  const amount = (usd: number, error?: number): string => amountInArabic(money.convert(usd), inMoney(error));
  const between = (low: number, high: number, lowError?: number, highError?: number): string =>
    rangeInArabic(money.convert(low), money.convert(high), {
      ...inMoney(highError),
      lowStandardError: lowError === undefined ? undefined : money.convert(lowError),
    });
  const rangeOf = ({ p5, p95, monteCarloStandardError: error }: LossSummary): string =>
    between(p5, p95, error.p5, error.p95);
  const figure = (value: number): string => figureInArabic(value, { digits });
  const nineInTen = `${figure(9)} فرص من ${figure(10)}`;
  const currencyName = new Intl.DisplayNames(['ar'], { type: 'currency' }).of(money.code) ?? money.code;
  const legends = {
    dots: `كل نقطة فرصة واحدة من ${figure(20)}، والمفرغة خارج النطاق؛ `,
    ways: `العلامة: التقدير الأوسط؛ الخط: ${nineInTen}؛ `,
    span: '',
  };
  const claimed = ({ lowUsd, highUsd }: ClaimedRange): string => {
    if (lowUsd === null) return highUsd === null ? '' : `حتى ${amount(highUsd)}`;
    if (highUsd === null) return `${amount(lowUsd)} أو أكثر`;
    return amount(lowUsd) === amount(highUsd) ? amount(lowUsd) : between(lowUsd, highUsd);
  };
  return {
    title: (result) => {
      const place = placeInArabic(result, scopeInWords(result, countryNames));
      const loss = isCompanyLoss(result) ? `التكلفة على ${place}` : `الخسارة الدائمة، ${place}`;
      return `${latin(nameOf(result))}: ${loss} (تقدير)`;
    },
    answer: (result) => answer(result, { amount, between, rangeOf, nineInTen, fewer: figure(20) }),
    amount,
    middle: (loss) => `التقدير الأوسط: ${amount(loss.p50, loss.monteCarloStandardError.p50)}`,
    nineInTen: (loss) => `${nineInTen}: ${rangeOf(loss)}`,
    span: (lowUsd, highUsd) => `كل طرق الحساب: ${between(lowUsd, highUsd)}`,
    everything: (result) =>
      result.ceiling === null
        ? null
        : `كل ما يُنتج في ${hoursInArabic(result.ceiling.hours, { digits })}، ` +
          `${placeInArabic(result, economyInWords(result, countryNames))}: ${amount(result.ceiling.scopeUsd)}`,
    claim: (claim) => `الرقم المتداول: ${claimed(claim)}`,
    tick: (value) => {
      const scaled = amountInScale(value);
      const count = Number(scaled.figure.replaceAll(',', ''));
      if (scaled.scale === '') return [figure(count)];
      const { one, few } = scaleWords[scaled.scale];
      return [figure(count), count >= 3 && count <= 10 ? few : one];
    },
    nothing: 'لا شيء',
    legend: (marks, inTens) =>
      legends[marks] +
      `${currencyName}: ${inTens ? 'كل درجة عشرة أمثال ما قبلها' : 'المسافات المتساوية مضاعفات متساوية'}`,
    twentyOutcomes: 'عشرون نتيجة متساوية الاحتمال',
    twoTimesTwenty: 'عشرون نتيجة متساوية الاحتمال لكل منهما، على محور واحد',
    waysToCount: 'التقدير الأوسط والنطاق لكل طريقة حساب',
    interruptedToLost: 'مما تعطّل إلى ما ضاع',
    bySector: 'قطاعًا قطاعًا',
    byHour: 'ساعة بساعة',
    together: 'كلها معًا',
    floor: 'حد أدنى',
    method: (id) => methods[id],
    step: (id) => steps[id],
    figure,
    hoursSinceStart: 'ساعات منذ البداية',
    mostInHour: (hour, most) => `الأكثر في الساعة التي تبدأ عند ${figure(Number(hour.toFixed(1)))}: ${most}`,
    afterTheEnd: (rest) => `بعد النهاية: ${rest}`,
    inColumn: (amountText, { name }) =>
      [figure(Number(amountText.replaceAll(',', ''))), ...(name === '' ? [] : [scales[name] ?? name])].join(
        ' ',
      ),
    source: (name, id, version) =>
      `${latin(name)} · ${latin(id)} · ${latin(`lossrange ${version}`)}، تقدير من نموذج`,
    detailsInEnglish: 'هذا تقدير من نموذج، لا قياس. التفاصيل أدناه بالإنجليزية.',
    line: (text) => `${RIGHT_TO_LEFT}${text}${END}`,
  };
}

function answer(
  result: EstimateResult,
  words: {
    readonly amount: (usd: number, error?: number) => string;
    readonly between: (low: number, high: number) => string;
    readonly rangeOf: (loss: LossSummary) => string;
    readonly nineInTen: string;
    readonly fewer: string;
  },
): string {
  const { economicLoss: loss, span } = result;
  if (loss === null) {
    const disagree = 'تختلف الطرق بأكثر من عشرة أضعاف: لا تقدير أوسط.';
    return span === undefined
      ? disagree
      : `${disagree} وهي تمتد معًا ${words.between(span.lowUsd, span.highUsd)}.`;
  }
  const error = loss.monteCarloStandardError;
  if (loss.p95 === 0) return 'لا خسارة دائمة: وفق هذه الوقائع لم يتضرر شيء أو لم يتوقف شيء.';
  if (loss.p50 === 0) {
    return `على الأرجح لا خسارة دائمة؛ فرصة واحدة من ${words.fewer} أن تزيد على ${words.amount(loss.p95, error.p95)}.`;
  }
  const middle = `نحو ${words.amount(loss.p50, error.p50)}`;
  if (result.draws === 1) return `${middle} في النتيجة الوحيدة التي سُحبت: لا نطاق.`;
  if (loss.p5 === loss.p95) return `${middle}؛ كل الوقائع معطاة على أنها معلومة.`;
  return `${middle}؛ ${words.nineInTen}: ${words.rangeOf(loss)}.`;
}

/** Countries by their Arabic names; a part of an economy or a company as its scenario calls it. */
function placeInArabic({ scenario, economicLoss }: EstimateResult, inEnglish: string): string {
  if (inEnglish === 'the whole world') return 'العالم كله';
  const { countries = [], label } = scenario.scope ?? {};
  const named = inEnglish === label || inEnglish === economicLoss?.scope;
  if (countries.length === 0 || countries.length > MOST_LISTED || named) return latin(inEnglish);
  const names = new Intl.DisplayNames(['ar'], { type: 'region' });
  return countries.map((code) => names.of(code) ?? code).join(' و');
}
