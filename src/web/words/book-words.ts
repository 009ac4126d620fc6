import type { Language } from '../state/page-state.ts';
import { arabicTreaties, englishTreaties, type TreatyWords } from './treaty-words.ts';

/** What the half for books says. Amounts, ranges and counts come in as words or figures already. */
export interface BookWords {
  readonly intro: string;
  readonly private: string;
  readonly choose: string;
  readonly drop: string;
  readonly trySample: string;
  readonly sampleFails: string;
  readonly event: string;
  readonly reading: (rows: string) => string;
  readonly noBook: string;
  readonly mostRows: string;
  readonly columnsHelp: string;
  readonly gross: (amount: string) => string;
  readonly grossNothing: string;
  readonly nothing: string;
  readonly range: (range: string) => string;
  readonly rangeUpTo: (amount: string) => string;
  readonly without: (none: string, outcomes: string) => string;
  readonly alwaysPays: string;
  readonly perspective: string;
  readonly rows: (used: string, read: string, refused: string) => string;
  readonly notInForce: (policies: string) => string;
  /** Rows that differ from the first of their account. */
  readonly unlikeFirstRow: (rows: string) => string;
  readonly notRead: string;
  readonly struck: (struck: string, past: string, all: string) => string;
  readonly losses: (unit: string) => string;
  readonly loss: string;
  readonly middle: string;
  readonly nineInTen: string;
  readonly mean: string;
  readonly groundUp: string;
  readonly grossRow: string;
  readonly waitingTitle: (unit: string) => string;
  readonly waitingNote: string;
  readonly mode: string;
  readonly unknownTitle: string;
  readonly unknown: (provider: string, region: string, name: string, share: string) => string;
  readonly withoutUnknown: string;
  readonly largestTitle: (count: number) => string;
  readonly largestNote: string;
  readonly policy: string;
  readonly layer: (number: string) => string;
  readonly counted: string;
  readonly struckShare: string;
  readonly groups: Readonly<Record<'sectors' | 'providers' | 'regions', string>>;
  readonly groupsNote: (unit: string) => string;
  readonly name: string;
  readonly policies: string;
  readonly groundUpShort: string;
  readonly grossShort: string;
  readonly others: (count: number) => string;
  readonly notKnown: string;
  readonly refusedTitle: (count: string) => string;
  readonly refusedMore: (shown: string, all: string) => string;
  readonly saveRefused: string;
  readonly line: (line: string) => string;
  readonly column: string;
  readonly notThis: string;
  readonly treaties: TreatyWords;
}

const english: BookWords = {
  intro:
    'What the policies of a file would have cost in a past outage, before and after their terms. US dollars.',
  private: 'The file stays in this browser: nothing is sent anywhere.',
  choose: 'Choose a CSV file',
  drop: 'or drop it here',
  trySample: 'Try the sample',
  sampleFails: 'The sample could not be fetched: check the connection and try again.',
  event: 'Past outage',
  reading: (rows) => `${rows} rows read so far. Choose another file to stop.`,
  noBook: 'No book yet.',
  mostRows: 'At most 100,000 rows here; the command line reads books of any size.',
  columnsHelp: 'Columns as in OED, one policy a line. To print a file to start from:',
  gross: (amount) => `Gross loss about ${amount} in the middle.`,
  grossNothing: 'Gross loss: nothing in the middle.',
  nothing: '19 chances in 20: nothing.',
  range: (range) => `9 chances in 10: ${range}.`,
  rangeUpTo: (amount) => `9 chances in 10: from nothing to ${amount}.`,
  without: (none, outcomes) => `No policy pays in ${none} of ${outcomes} outcomes.`,
  alwaysPays: 'Some policy pays in each of the outcomes.',
  perspective: 'Gross: after policy terms, before reinsurance. Ground-up: before policy terms.',
  rows: (used, read, refused) => `${used} of ${read} rows used, ${refused} refused.`,
  notInForce: (policies) => `${policies} were not in force when it began.`,
  unlikeFirstRow: (rows) =>
    `Rows that differ from the first of their account in what is lost before terms: ${rows}; ground-up counts the first.`,
  notRead: 'Columns not read:',
  struck: (struck, past, all) =>
    `Of ${all} policies in force, ${struck} are struck and ${past} are past their waiting period, on average over the outcomes.`,
  losses: (unit) => `Losses of the book, ${unit}`,
  loss: 'Loss',
  middle: 'middle',
  nineInTen: '9 chances in 10',
  mean: 'mean',
  groundUp: 'Ground-up loss',
  grossRow: 'Gross loss',
  waitingTitle: (unit) => `Gross loss by waiting period, ${unit}`,
  waitingNote:
    'Middle of the outcomes, were all policies to wait so long and in this way. Everything else as in the file.',
  mode: 'The waiting period is',
  unknownTitle: 'Policies whose cloud is not known',
  unknown: (provider, region, name, share) =>
    `${provider} policies name no provider, and ${region} name ${name} without a region: ${share} of the book. Each rests on what failed with the chance of its market share.`,
  withoutUnknown: 'without them',
  largestTitle: (count) => (count === 1 ? 'Largest policy, US$' : `The ${count} largest policies, US$`),
  largestNote: 'By mean gross loss over the outcomes.',
  policy: 'Policy',
  layer: (number) => `layer ${number}`,
  counted: 'hours that count',
  struckShare: 'struck in',
  groups: { sectors: 'By sector', providers: 'By provider', regions: 'By region' },
  groupsNote: (unit) => `Mean loss over the outcomes, ${unit}.`,
  name: 'Name',
  policies: 'policies',
  groundUpShort: 'ground-up',
  grossShort: 'gross',
  others: (count) => (count === 1 ? '1 other' : `${count} others`),
  notKnown: 'not known',
  refusedTitle: (count) => `Refused rows: ${count}`,
  refusedMore: (shown, all) => `The first ${shown} of ${all} things that are wrong; the saved file has all.`,
  saveRefused: 'Save the refused rows (CSV)',
  line: (line) => `Line ${line}`,
  column: ', column',
  notThis:
    'An estimate by a model, not a measurement. Terms are read as the file has them, no claim is judged, and one event gives no premium.',
  treaties: englishTreaties,
};

const arabic: BookWords = {
  intro: 'كم كانت وثائق ملف ستكلّف في انقطاع سابق، قبل شروطها وبعدها. بالدولار الأمريكي.',
  private: 'يبقى الملف في هذا المتصفح: لا يُرسل شيء إلى أي مكان.',
  choose: 'اختر ملف CSV',
  drop: 'أو أفلته هنا',
  trySample: 'جرّب المثال',
  sampleFails: 'تعذّر جلب المثال: تحقق من الاتصال وحاول مرة أخرى.',
  event: 'الانقطاع السابق',
  reading: (rows) => `قُرئ حتى الآن ${rows} من الصفوف. اختر ملفًا آخر للإيقاف.`,
  noBook: 'لا محفظة بعد.',
  mostRows: 'هنا 100,000 صف على الأكثر؛ وسطر الأوامر يقرأ محافظ من أي حجم.',
  columnsHelp: 'الأعمدة بأسماء OED، وثيقة في كل سطر. ولطباعة ملف للبدء منه:',
  gross: (amount) => `الخسارة الإجمالية في الأوسط نحو ${amount}.`,
  grossNothing: 'الخسارة الإجمالية في الأوسط: لا شيء.',
  nothing: '19 فرصة من 20: لا شيء.',
  range: (range) => `9 فرص من 10: ${range}.`,
  rangeUpTo: (amount) => `9 فرص من 10: من لا شيء إلى ${amount}.`,
  without: (none, outcomes) => `لا تدفع أي وثيقة في ${none} من ${outcomes} من النتائج.`,
  alwaysPays: 'تدفع وثيقة ما في كل نتيجة.',
  perspective: 'الخسارة الإجمالية: بعد شروط الوثائق وقبل إعادة التأمين. والخسارة الأصلية: قبل شروط الوثائق.',
  rows: (used, read, refused) => `الصفوف المستخدمة: ${used} من ${read}، والمرفوضة: ${refused}.`,
  notInForce: (policies) => `وثائق لم تكن سارية عند بدء الانقطاع: ${policies}.`,
  unlikeFirstRow: (rows) =>
    `صفوف تختلف عن أول صف لحسابها في الخسارة قبل الشروط: ${rows}؛ وتُحسب الخسارة الأصلية من الصف الأول.`,
  notRead: 'أعمدة لم تُقرأ:',
  struck: (struck, past, all) =>
    `في متوسط النتائج: من الوثائق السارية وعددها ${all} أصاب الانقطاع ${struck}، وتجاوز فترة الانتظار منها ${past}.`,
  losses: (unit) => `خسائر المحفظة، ${unit}`,
  loss: 'الخسارة',
  middle: 'الأوسط',
  nineInTen: '9 فرص من 10',
  mean: 'المتوسط',
  groundUp: 'الخسارة الأصلية',
  grossRow: 'الخسارة الإجمالية',
  waitingTitle: (unit) => `الخسارة الإجمالية بحسب فترة الانتظار، ${unit}`,
  waitingNote: 'أوسط النتائج لو انتظرت كل الوثائق هذه المدة وبهذه الطريقة. وكل ما عدا ذلك كما في الملف.',
  mode: 'فترة الانتظار',
  unknownTitle: 'وثائق لا تُعرف سحابتها',
  unknown: (provider, region, name, share) =>
    `وثائق لا تذكر مزوّدًا: ${provider}؛ ووثائق تذكر ${name} دون منطقة: ${region}؛ وهي معًا ${share} من المحفظة. وتعتمد كل واحدة منها على ما تعطّل باحتمال يساوي حصته من السوق.`,
  withoutUnknown: 'من دونها',
  largestTitle: () => 'أكبر الوثائق خسارةً، بالدولار',
  largestNote: 'بحسب متوسط الخسارة الإجمالية في النتائج.',
  policy: 'الوثيقة',
  layer: (number) => `الطبقة ${number}`,
  counted: 'الساعات المحسوبة',
  struckShare: 'تُصاب في',
  groups: { sectors: 'بحسب القطاع', providers: 'بحسب المزوّد', regions: 'بحسب المنطقة' },
  groupsNote: (unit) => `متوسط الخسارة في النتائج، ${unit}.`,
  name: 'الاسم',
  policies: 'الوثائق',
  groundUpShort: 'الأصلية',
  grossShort: 'الإجمالية',
  others: (count) => `غيرها (${count})`,
  notKnown: 'غير معروفة',
  refusedTitle: (count) => `الصفوف المرفوضة: ${count}`,
  refusedMore: (shown, all) => `أول ${shown} من ${all} من الأخطاء؛ والملف المحفوظ فيه كلها.`,
  saveRefused: 'احفظ الصفوف المرفوضة (CSV)',
  line: (line) => `السطر ${line}`,
  column: '، العمود',
  notThis:
    'تقدير من نموذج، لا قياس. تُقرأ الشروط كما هي في الملف، ولا يُحكم في أي مطالبة، ولا يعطي انقطاع واحد قسطًا.',
  treaties: arabicTreaties,
};

export function bookWords(language: Language): BookWords {
  return language === 'ar' ? arabic : english;
}
