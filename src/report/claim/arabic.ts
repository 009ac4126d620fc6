import type { ClaimMeasure, ClaimUnit, OtherFigure } from '../../core/claims/claim.ts';
import type { ClaimFindings, PastClaim, Verdict } from '../../core/claims/claim-assessment.ts';
import type { MeasureId } from '../../core/result.ts';
import {
  amountInArabic,
  countOfInArabic,
  dateInArabic,
  figureInArabic,
  hoursInArabic,
  percentInArabic,
  rangeInArabic,
  statedInArabic,
  statedRangeInArabic,
  type ArabicNoun,
} from '../arabic.ts';
import type { AnswerRow, ClaimSentences, TitledTable } from './claim-sentences.ts';
import {
  decisiveEndUsd,
  isLow,
  isOneFigure,
  oneIn,
  ourFigure,
  pastClaimsToShow,
  shareBeyond,
  timesInDigits,
} from './figures.ts';

/**
 * A claim check in Arabic, in logical order and without direction marks. Words of the model's inputs exist in English
 * only, so what a single input would have to be is left to the English report and the JSON.
 */
export function arabicSentences(): ClaimSentences {
  return {
    title: ({ claim, event }) => `«${shortened(claim.text)}»: ${event.title}`,
    headline,
    rows,
    quote: (claim) => `${firstSentence(claim)} ${secondSentence(claim)}`,
    quoteTitle: 'للاقتباس',
    tables: (claim) => [
      ...otherReadings(claim),
      ...byKind(claim),
      ...pastClaims(claim),
      ...neighbours(claim),
    ],
    record: (claim) => ({
      title: 'السجل',
      lines: [`المعرّف ${claim.id}؛ التقدير ${claim.estimate.id}`],
    }),
  };
}

const firm: ArabicNoun = {
  one: 'شركة واحدة',
  two: 'شركتين',
  few: 'شركات',
  many: 'شركة',
  other: 'شركة',
};
const organisation: ArabicNoun = {
  one: 'مؤسسة واحدة',
  two: 'مؤسستين',
  few: 'مؤسسات',
  many: 'مؤسسة',
  other: 'مؤسسة',
};

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

const verdictNames: Readonly<Record<Verdict, string>> = {
  'exceeds-ceiling': 'أعلى من كل ما يُنتج',
  'implausible-high': 'مرتفع على نحو غير معقول',
  'high-but-possible': 'مرتفع لكنه ممكن',
  plausible: 'غير مستبعد',
  'low-but-possible': 'منخفض لكنه ممكن',
  'implausible-low': 'منخفض على نحو غير معقول',
  'not-comparable': 'غير قابل للمقارنة',
  'needs-review': 'غير واضح',
};

const kinds: Readonly<Record<MeasureId, string>> = {
  'economic-loss': 'خسارة نهائية',
  'interrupted-output': 'إنتاج تعطّل قبل أي تعويض',
  'corporate-interruption': 'تعطّل لدى الشركات قبل أي تعويض',
  revenue: 'مبيعات لم تتم',
  cost: 'تكلفة على الشركات',
  profit: 'أرباح ضائعة',
  'insured-industry': 'تعويضات شركات التأمين',
  'household-time': 'قيمة وقت الناس',
};

const otherFigures: Readonly<Record<OtherFigure, string>> = {
  'market-value': 'تغيّر في القيمة السوقية، وليس خسارة في العمل أو المبيعات',
  'trading-loss': 'خسارة من التداول، لا من ساعات بلا خدمة',
  compensation: 'تعويضات تنقل المال ولا تُضيّعه',
  'service-credit': 'رصيد خدمة ينقل المال ولا يُضيّعه',
  investment: 'مال سيُستثمر، لا مال ضاع',
  'several-years': 'مجموع عدة سنوات أو أحداث',
  'survey-rate': 'معدّل من استطلاع للشركات، لا خسارة هذا الحدث',
  'per-record': 'تكلفة لكل سجل بيانات، لا لساعات بلا خدمة',
  scenario: 'سيناريو، لا هذا الحدث',
};

const units: Readonly<Record<ClaimUnit, string>> = {
  total: 'إجمالًا',
  'per-minute': 'في الدقيقة',
  'per-hour': 'في الساعة',
  'per-day': 'في اليوم',
  'per-week': 'في الأسبوع',
  'per-firm': 'لكل شركة',
  'per-firm-hour': 'في الساعة لكل شركة',
  'per-customer': 'لكل عميل',
};

const bounds = { none: '', 'at-least': ' أو أكثر', 'up-to': ' أو أقل' } as const;

function headline(claim: ClaimFindings): string {
  const { verdict, ratioLowToMedian: low, ratioHighToMedian: high } = claim;
  const name = verdictNames[verdict];
  const times = (ratio: number): string => {
    const figure = `${figureInArabic(timesInDigits(ratio))} ضعف`;
    return isOneFigure(claim) ? `نحو ${figure}` : figure;
  };
  const atLeast = isOneFigure(claim) ? '' : ' على الأقل';
  switch (verdict) {
    case 'exceeds-ceiling':
      return claim.ceiling === null
        ? 'أعلى من كل ما يمكن أن يُخسر في تلك المدة'
        : `أعلى من كل ما ينتجه ${placeOf(claim)} في تلك المدة`;
    case 'implausible-high':
      return `${name}: ${times(low ?? high ?? 0)} تقديرنا الأوسط${atLeast}`;
    case 'implausible-low':
      return `${name}: تقديرنا الأوسط ${times(1 / (high ?? low ?? 1))} هذا الرقم${atLeast}`;
    case 'high-but-possible':
    case 'low-but-possible':
      return `${name}: ${chance(claim) ?? 'قرب طرف نطاقنا'}`;
    case 'plausible':
      return `${name}: داخل نطاقنا`;
    case 'not-comparable':
      return `${name}: ${notComparable(claim)}`;
    case 'needs-review':
      return `${name}: ${unclear(claim)}`;
  }
}

function placeOf({ ceiling, estimate }: ClaimFindings): string {
  const label = ceiling?.economy ?? estimate.scope;
  if (label === 'world') return 'العالم كله';
  if (!/^[A-Z]{2}(?:(?:, | and )[A-Z]{2})*$/.test(label)) return label;
  const names = new Intl.DisplayNames(['ar'], { type: 'region' });
  return [...label.matchAll(/[A-Z]{2}/g)].map(([code]) => names.of(code) ?? code).join(' و');
}

function notComparable({ claim }: ClaimFindings): string {
  const { measure, unit } = claim;
  if (measure !== null && measure in otherFigures) return otherFigures[measure as OtherFigure];
  if (unit === 'per-firm' || unit === 'per-firm-hour') return otherFigures['survey-rate'];
  if (unit === 'per-customer') return 'معدّل لكل عميل، ولا عدد للعملاء لدينا';
  return 'يتحدث عن نطاق غير نطاق تقديرنا';
}

function unclear({ claim }: ClaimFindings): string {
  if (claim.low === null && claim.high === null) return 'لم نقرأ فيه مبلغًا من المال';
  const other =
    claim.alternatives.find(({ verdict }) => verdict !== claim.alternatives[0]?.verdict) ??
    claim.alternatives[0];
  return other === undefined
    ? 'لا شيء نقدّره لهذا الحدث من هذا النوع من الخسارة'
    : `يمكن أن يُقرأ ${stated(claim)} أو ${stated(other.amount)}`;
}

function stated({
  low,
  high,
  currency,
}: {
  low: number | null;
  high: number | null;
  currency: string | null;
}): string {
  const options = { currency: currency ?? undefined };
  if (low === null || high === null || low === high) return statedInArabic(low ?? high ?? 0, options);
  return statedRangeInArabic(low, high, options);
}

function rows(claim: ClaimFindings): readonly AnswerRow[] {
  const { ceiling } = claim;
  const ours = ourFigure(claim);
  const row = (label: string, text: string | null): AnswerRow[] => (text === null ? [] : [{ label, text }]);
  return [
    ...row('قرأناه', readAs(claim)),
    ...row(
      'تقديرنا',
      `نحو ${amountInArabic(ours.p50)}، ${kinds[ours.measure]}؛ 9 فرص من 10: ${rangeInArabic(ours.p5, ours.p95)}`,
    ),
    ...row(
      'للمقارنة',
      ceiling === null
        ? null
        : `أنتج ${placeOf(claim)} نحو ${amountInArabic(ceiling.scopeUsd)} في تلك المدة (${hoursInArabic(ceiling.hours)})`,
    ),
    ...row('ليصحّ', toBeTrue(claim)),
    ...row('الاحتمال', chance(claim)),
    ...row('خطأ محتمل', slips(claim)),
    ...row('القاعدة', rule(claim)),
  ];
}

function readAs({ claim, comparisons, verdict }: ClaimFindings): string {
  if (claim.low === null && claim.high === null) return 'لا مبلغ من المال';
  const inUsd = claim.currency === 'USD' && claim.unit === 'total' ? '' : inDollars(claim);
  const currency = claim.currencyStated ? '' : '؛ لم تُذكر العملة';
  return `${stated(claim)}${bounds[claim.bound]} ${units[claim.unit]}${inUsd}${currency}؛ ${kind(
    claim.measure,
    comparisons.every((row) => row.verdict === verdict),
  )}`;
}

function inDollars({ lowUsd, highUsd }: ClaimFindings['claim']): string {
  if (lowUsd === null && highUsd === null) return '';
  const [low, high] = [lowUsd ?? highUsd ?? 0, highUsd ?? lowUsd ?? 0];
  const digits = (value: number): number => Number(value.toPrecision(3));
  return ` (${stated({ low: digits(low), high: digits(high), currency: 'USD' })} في المجموع)`;
}

function kind(measure: ClaimMeasure | null, same: boolean): string {
  if (measure === null) {
    const verdict = same ? 'والحكم واحد لكل منها' : 'والحكم ليس واحدًا لكل منها، انظر أدناه';
    return `لم يُذكر نوع الخسارة، فقيس بكل نوع نقدّره، ${verdict}`;
  }
  return `نوع الخسارة: ${measure in kinds ? kinds[measure as MeasureId] : otherFigures[measure as OtherFigure]}`;
}

function toBeTrue({ wouldHaveToBeTrue, verdict }: ClaimFindings): string | null {
  const simple = wouldHaveToBeTrue.filter((row) => row.within === null && row.needed !== null);
  if (simple.length === 0 || verdict === 'plausible') return null;
  return simple
    .map(({ input, words, needed }) => {
      const value = needed ?? 0;
      if (input === 'share-of-output') {
        return value > 1
          ? `أن يضيع ${figureInArabic(timesInDigits(value))} ضعف كل ما أُنتج في تلك الساعات`
          : `أن يضيع ${percentInArabic(value)}${isLow(verdict) ? ' فقط' : ''} من كل ما أُنتج في تلك الساعات${isLow(verdict) ? '' : '، بلا أي تعويض لاحق'}`;
      }
      const count = Number((/\(([\d,]+) of them\)/.exec(words)?.[1] ?? '0').replaceAll(',', ''));
      const who = words.includes('named')
        ? `من ${countOfInArabic(count, firm)} ذُكرت بالاسم`
        : `من ${countOfInArabic(count, organisation)} تضررت`;
      return `أن تخسر كل واحدة ${who} ${amountInArabic(value)}`;
    })
    .join('، أو ');
}

function chance(claim: ClaimFindings): string | null {
  const share = shareBeyond(claim);
  const end = decisiveEndUsd(claim);
  if (share === null || end === null || claim.rule.number < 3) return null;
  const figure = statedInArabic(Number(end.toPrecision(3)), {});
  const reach = isLow(claim.verdict) ? `تنخفض إلى ${figure}` : `تبلغ ${figure}`;
  if (share === 0) return `لا نتيجة من نتائجنا ${reach}`;
  if (share < 0.01) {
    return `أقل من نتيجة واحدة من ${figureInArabic(share < 0.001 ? 1000 : 100)} من نتائجنا ${reach}`;
  }
  const many = Math.round(share * 20);
  return share >= 0.05 && many !== 1
    ? `نحو ${figureInArabic(many)} من كل ${figureInArabic(20)} من نتائجنا ${reach}`
    : `نحو نتيجة واحدة من ${figureInArabic(oneIn(share))} من نتائجنا ${reach}`;
}

const slipWords: Readonly<Record<string, string>> = {
  'ten-times-high': 'أعلى عشر مرات: ضاعت فاصلة عشرية',
  'ten-times-low': 'أدنى عشر مرات: تحركت فاصلة عشرية',
  'thousand-times-high': 'أعلى ألف مرة: ملايين كُتبت مليارات',
  'thousand-times-low': 'أدنى ألف مرة: مليارات كُتبت ملايين',
  'million-times-high': 'أعلى مليون مرة: ملايين كُتبت تريليونات',
  'million-times-low': 'أدنى مليون مرة: رقم بالملايين بلا كلمتها',
  'rate-per-hour': 'معدّل في الساعة قُرئ مجموعًا',
  'rate-per-day': 'معدّل في اليوم قُرئ مجموعًا',
  'total-per-hour': 'المجموع قُرئ معدّلًا في الساعة',
  'total-per-day': 'المجموع قُرئ معدّلًا في اليوم',
  'day-as-hour': 'معدّل في اليوم قُرئ في الساعة',
  'hour-as-day': 'معدّل في الساعة قُرئ في اليوم',
  'hour-as-minute': 'معدّل في الساعة قُرئ في الدقيقة',
  'published-as-rate': 'نُشر الرقم نفسه معدّلًا في وحدة من الزمن',
  'interrupted-not-lost': 'عمل تعطّل، قبل أن يُعوّض شيء منه',
  'revenue-not-loss': 'مبيعات تلك الساعات، ومعظمها تمّ لاحقًا أو له تكلفة',
  'survey-times-count': 'تكلفة ساعة من استطلاع لشركات كبرى مضروبة في عدد كل الشركات',
  'one-for-all': 'رقم شركة واحدة وحدها',
};

const MOST_SLIPS = 3;

function slips({ likelyMistakes }: ClaimFindings): string | null {
  if (likelyMistakes.length === 0) return null;
  return `يستقيم الرقم لو كان: ${likelyMistakes
    .slice(0, MOST_SLIPS)
    .map(({ id }) => slipWords[id] ?? `مبلغًا بعملة ${id.replace('currency-', '').toUpperCase()}`)
    .join('؛ أو ')}`;
}

function rule({ verdict, rule: { number } }: ClaimFindings): string {
  switch (verdict) {
    case 'exceeds-ceiling':
      return 'أدنى قراءة له أعلى من كل ما يمكن أن يُخسر في تلك الساعات';
    case 'implausible-high':
      return 'أدنى قراءة له أعلى من مرة ونصف المرة من أعلى نطاقنا';
    case 'high-but-possible':
      return number === 5
        ? 'أدنى قراءة له أعلى من نطاقنا بأقل من نصف أعلاه'
        : 'وسطه أعلى من نطاق 8 فرص من 10';
    case 'plausible':
      return 'وسطه داخل نطاق 8 فرص من 10';
    case 'low-but-possible':
      return number === 6
        ? 'أعلى قراءة له أدنى من نطاقنا بأقل من ثلث أدناه'
        : 'وسطه أدنى من نطاق 8 فرص من 10';
    case 'implausible-low':
      return 'أعلى قراءة له أدنى من ثلثي أدنى نطاقنا';
    case 'not-comparable':
      return 'رقم من نوع آخر، أو عن نطاق آخر، غير ما نقدّره هنا';
    case 'needs-review':
      return 'يمكن أن يُقرأ بأكثر من وجه، والجواب يتوقف على ذلك';
  }
}

function firstSentence(claim: ClaimFindings): string {
  const end = decisiveEndUsd(claim);
  const { ceiling, verdict } = claim;
  if (end === null) return 'لا يذكر القول مبلغًا يمكن فحصه.';
  const figure = statedInArabic(Number(end.toPrecision(3)), {});
  const subject = isOneFigure(claim) ? `إن خسارة قدرها ${figure}` : `حتى أدنى قراءة، وهي ${figure}،`;
  switch (verdict) {
    case 'exceeds-ceiling':
      return ceiling === null
        ? `${figure} أكثر مما تجنيه الشركة كلها في تلك المدة.`
        : `${figure} تساوي ${figureInArabic(timesInDigits(ceiling.shareOfScopeNeeded))} ضعف كل ما أنتجه ${placeOf(claim)} في تلك المدة (${hoursInArabic(ceiling.hours)}).`;
    case 'implausible-high':
      return ceiling === null
        ? `${subject} تبلغ نحو ${figureInArabic(timesInDigits(claim.ratioLowToMedian ?? claim.ratioHighToMedian ?? 0))} ضعف التقدير الأوسط.`
        : `${subject} تتطلب ${percentInArabic(ceiling.shareOfScopeNeeded)} من كل ما أنتجه ${placeOf(claim)} في تلك المدة (${hoursInArabic(ceiling.hours)})، بلا أي تعويض لاحق.`;
    case 'not-comparable':
      return `الرقم ${figure} ${notComparable(claim)}.`;
    case 'needs-review':
      return `القول غير واضح: ${unclear(claim)}.`;
    case 'high-but-possible':
    case 'low-but-possible':
    case 'implausible-low':
    case 'plausible':
      return `الرقم ${figure} ${verdictNames[verdict]}: ${chance(claim) ?? 'قرب طرف نطاقنا'}.`;
  }
}

function secondSentence(claim: ClaimFindings): string {
  const ours = ourFigure(claim);
  const middle = `ويقدّر النموذج المفتوح lossrange نحو ${amountInArabic(ours.p50)} (${kinds[ours.measure]})`;
  if (claim.verdict === 'exceeds-ceiling' || claim.verdict === 'implausible-high') {
    return `${middle}، مع 19 فرصة من 20 أن يكون أقل من ${amountInArabic(ours.p95)}.`;
  }
  if (claim.verdict === 'implausible-low') {
    return `${middle}، مع 19 فرصة من 20 أن يكون أكثر من ${amountInArabic(ours.p5)}.`;
  }
  return `${middle}؛ 9 فرص من 10: ${rangeInArabic(ours.p5, ours.p95)}.`;
}

const MOST_ALTERNATIVES = 6;

function otherReadings({ claim }: ClaimFindings): readonly TitledTable[] {
  if (claim.alternatives.length === 0) return [];
  return [
    {
      title: 'قراءات أخرى',
      words: null,
      headers: ['القراءة', 'الحكم'],
      rows: claim.alternatives
        .slice(0, MOST_ALTERNATIVES)
        .map(({ amount, verdict }) => [`${stated(amount)} ${units[amount.unit]}`, verdictNames[verdict]]),
    },
  ];
}

function byKind({ claim, comparisons, rule: { number } }: ClaimFindings): readonly TitledTable[] {
  if (claim.measure !== null || comparisons.length < 2 || number < 3) return [];
  return [
    {
      title: 'بكل نوع من الخسارة',
      words: 'يقوم الحكم على ما تعنيه كلمة «خسارة» أو «تكلفة» وحدها، لا على المبيعات أو التأمين.',
      headers: ['النوع', 'التقدير الأوسط', '9 فرص من 10', 'الحكم'],
      rows: comparisons.map(({ measure, p5, p50, p95, verdict }) => [
        kinds[measure],
        `نحو ${amountInArabic(p50)}`,
        rangeInArabic(p5, p95),
        verdictNames[verdict],
      ]),
    },
  ];
}

const fates: Readonly<Record<string, string>> = {
  confirmed: 'تأكد',
  plausible: 'ثبت',
  company_guidance: 'توقعات الشركة',
  contested: 'مختلف فيه',
  implausible: 'غير معقول',
  misprint: 'خطأ مطبعي',
  unit_error: 'وحدة خاطئة',
  not_a_loss: 'ليس خسارة',
  too_low: 'منخفض أكثر من اللازم',
  high_side: 'إلى الارتفاع',
  low_side: 'إلى الانخفاض',
  weak_method: 'طريقة ضعيفة',
  ambiguous: 'ملتبس',
  unverified: 'لم يُتحقق منه',
  internally_inconsistent: 'يناقض نفسه',
  gross_not_net: 'قبل الوفورات',
  measure_mismatch: 'تكلفة من نوع آخر',
  benchmark: 'سيناريو',
};

function pastClaims(claim: ClaimFindings): readonly TitledTable[] {
  const shown = pastClaimsToShow(claim);
  if (shown.length === 0) return [];
  return [
    {
      title: 'أقوال عن هذا الانقطاع، وما آلت إليه',
      words: null,
      headers: ['المبلغ', 'القائل والتاريخ', 'المآل'],
      rows: shown.map((past) => [
        pastAmount(past),
        `${past.claimant}، ${dateInArabic(past.date)}`,
        fates[past.assessment] ?? past.assessment,
      ]),
    },
  ];
}

function pastAmount({ lowUsd, highUsd }: PastClaim): string {
  const digits = (value: number): number => Number(value.toPrecision(3));
  return stated({ low: digits(lowUsd), high: digits(highUsd), currency: 'USD' });
}

function neighbours({ neighbours: near }: ClaimFindings): readonly TitledTable[] {
  if (near.length === 0) return [];
  return [
    {
      title: 'انقطاعات أخرى بحجم قريب مما قيل',
      words: null,
      headers: ['المنشور', 'الانقطاع', 'النوع'],
      rows: near.map(({ usd, title, measure }) => [
        statedInArabic(Number(usd.toPrecision(3)), {}),
        title,
        kinds[measure],
      ]),
    },
  ];
}
