import type { WaitingMode } from '../../core/insurance/policy.ts';
import type { PremiumLine } from '../../core/insurance/price/price-result.ts';
import type { RecaptureWording } from '../../core/insurance/price/risk.ts';
import { grouped, roundForSentence } from '../../report/amounts.ts';
import { recaptureWords, modeWords, otherWordingInWords, stepWords } from '../../report/price/price-words.ts';
import type { RiskChoice } from '../state/risk-choice.ts';
import type { InsurerPart, Language } from '../state/page-state.ts';

/** What the view of insurers says: loaded with it, so that the first view stays light. */
export interface InsurerWords {
  readonly parts: Readonly<Record<InsurerPart, string>>;
  readonly intro: string;
  readonly fields: Readonly<Record<keyof RiskChoice, string>>;
  readonly unknownCloud: string;
  readonly modes: Readonly<Record<WaitingMode, string>>;
  readonly recapture: Readonly<Record<RecaptureWording, string>>;
  readonly price: string;
  readonly premium: (amount: string) => string;
  readonly range: (range: string) => string;
  /** A rate as a frequency. */
  readonly often: (perYear: number) => string;
  readonly paying: (middle: string, low: string, high: string) => string;
  readonly average: (gross: string, groundUp: string) => string;
  readonly waitingTitle: string;
  readonly waitingNote: string;
  readonly hours: (hours: number) => string;
  readonly otherWording: (recapture: RecaptureWording, premium: string) => string;
  readonly rateOnLine: (rate: string) => string;
  readonly linesTitle: string;
  readonly line: string;
  readonly rate: string;
  readonly usd: string;
  readonly steps: Readonly<Record<PremiumLine['step'], string>>;
  readonly notAnOffer: string;
}

const english: InsurerWords = {
  parts: { risk: 'One risk', book: 'A book of policies' },
  intro:
    'What covering one insured against outages of its cloud should cost, before reinsurance. US dollars.',
  fields: {
    revenue: 'Revenue of a year, US$',
    sector: 'Sector',
    cloud: 'Cloud it rests on',
    waitingHours: 'Waiting period, hours',
    waitingMode: 'The waiting period is',
    recapture: 'Sales made up later are',
    limit: 'Limit, US$',
    retention: 'Retention of each loss, US$',
    extraExpense: 'Extra expense of each outage, US$',
  },
  unknownCloud: 'not known',
  modes: modeWords,
  recapture: recaptureWords,
  price: 'Price',
  premium: (amount) => `Technical premium about ${amount} a year.`,
  range: (range) => `9 chances in 10: ${range}.`,
  often: (perYear) => {
    if (perYear === 0) return 'never in the years simulated';
    if (perYear >= 0.95) return `${grouped(roundForSentence(perYear))} a year`;
    return `1 in ${grouped(roundForSentence(1 / perYear))} years`;
  },
  paying: (middle, low, high) =>
    `Outages that pay: about ${middle}; 9 chances in 10: from ${low} to ${high}.`,
  average: (gross, groundUp) =>
    `Average gross loss ${gross} a year, after policy terms and before reinsurance; ground-up, before terms, ${groundUp}.`,
  waitingTitle: 'Premium by waiting period, US$ a year',
  waitingNote: 'Everything else as above.',
  hours: (hours) => `${hours} h`,
  otherWording: otherWordingInWords,
  rateOnLine: (rate) => `Rate on line ${rate}: premium ÷ limit.`,
  linesTitle: 'From loss to price, US$ a year',
  line: 'Line',
  rate: 'Rate',
  usd: 'US$',
  steps: stepWords,
  notAnOffer: 'An estimate by a model, not a measurement or an offer of cover.',
};

const arabic: InsurerWords = {
  parts: { risk: 'خطر واحد', book: 'محفظة وثائق' },
  intro: 'كم ينبغي أن تكلّف تغطية مؤمَّن له واحد من انقطاعات سحابته، قبل إعادة التأمين. بالدولار الأمريكي.',
  fields: {
    revenue: 'الإيراد السنوي، بالدولار',
    sector: 'القطاع',
    cloud: 'السحابة التي يعتمد عليها',
    waitingHours: 'فترة الانتظار، بالساعات',
    waitingMode: 'فترة الانتظار',
    recapture: 'المبيعات المعوَّضة لاحقًا',
    limit: 'الحد الأقصى، بالدولار',
    retention: 'التحمّل من كل خسارة، بالدولار',
    extraExpense: 'النفقات الإضافية في كل انقطاع، بالدولار',
  },
  unknownCloud: 'غير معروفة',
  modes: {
    timeDeductible: 'تُخصم من الخسارة',
    qualifying: 'يكفي أن يتجاوزها الانقطاع',
    greaterOf: 'يُخصم الأكبر من خسارتها ومما يتحمّله المؤمَّن له',
  },
  recapture: { deducted: 'تُخصم من الخسارة', 'not-deducted': 'لا تُخصم من الخسارة' },
  price: 'احسب السعر',
  premium: (amount) => `القسط الفني نحو ${amount} في السنة.`,
  range: (range) => `9 فرص من 10: ${range}.`,
  often: (perYear) => {
    if (perYear === 0) return 'لم يقع في السنوات المحاكاة';
    if (perYear >= 0.95) return `${grouped(roundForSentence(perYear))} في السنة`;
    return `مرة كل ${grouped(roundForSentence(1 / perYear))} سنة`;
  },
  paying: (middle, low, high) => `انقطاعات يُدفع عنها: نحو ${middle}؛ 9 فرص من 10: من ${low} إلى ${high}.`,
  average: (gross, groundUp) =>
    `متوسط الخسارة الإجمالية ${gross} في السنة، بعد شروط الوثيقة وقبل إعادة التأمين؛ وقبل الشروط ${groundUp}.`,
  waitingTitle: 'القسط بحسب فترة الانتظار، بالدولار في السنة',
  waitingNote: 'وكل ما عدا ذلك كما هو أعلاه.',
  hours: (hours) => `${hours} س`,
  otherWording: (recapture, premium) =>
    recapture === 'deducted'
      ? `لو خُصمت المبيعات المعوَّضة لاحقًا لكان القسط نحو ${premium}.`
      : `لو لم تُخصم المبيعات المعوَّضة لاحقًا لكان القسط نحو ${premium}.`,
  rateOnLine: (rate) => `معدل القسط ${rate}، وهو القسط ÷ الحد الأقصى.`,
  linesTitle: 'من الخسارة إلى السعر، بالدولار في السنة',
  line: 'البند',
  rate: 'النسبة',
  usd: 'دولار',
  steps: {
    'average-gross-loss': 'متوسط الخسارة الإجمالية، قبل إعادة التأمين',
    'loss-adjustment': '+ تسوية المطالبات، من الخسائر',
    'risk-load': '+ تحميل المخاطرة',
    'fixed-expense': '+ مصروف ثابت',
    commission: '+ العمولة، من القسط',
    'premium-tax': '+ ضريبة القسط، من القسط',
    'variable-expense': '+ إدارة شركة التأمين، من القسط',
    profit: '+ الربح، من القسط',
    'technical-premium': 'القسط الفني',
  },
  notAnOffer: 'تقدير من نموذج، لا قياس ولا عرض تغطية.',
};

export function insurerWords(language: Language): InsurerWords {
  return language === 'ar' ? arabic : english;
}
