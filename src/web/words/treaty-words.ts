import { englishTreaty, type TreatyPhrases } from '../../report/book/treaty-terms.ts';

/** What the half for books says of reinsurance. Amounts come in as words already. */
export interface TreatyWords {
  readonly title: string;
  readonly choose: string;
  readonly trySample: string;
  readonly remove: string;
  /** Before the name of the file of OED that has these columns. */
  readonly columnsHelp: string;
  readonly refused: string;
  readonly net: (amount: string) => string;
  readonly netNothing: string;
  readonly netRow: string;
  readonly netSame: string;
  readonly netMeans: string;
  readonly netShort: string;
  readonly pays: (unit: string) => string;
  readonly treaty: string;
  readonly paysIn: string;
  readonly notInForce: string;
  readonly order: string;
  readonly meansAdd: string;
  readonly inProportion: string;
  readonly premium: (amount: string) => string;
  readonly phrases: TreatyPhrases;
}

export const englishTreaties: TreatyWords = {
  title: 'Treaties (optional)',
  choose: 'Choose treaties (CSV)',
  trySample: 'Try sample treaties',
  remove: 'Remove',
  columnsHelp:
    'They add net losses. One treaty of the whole book a line, at most 200; they stay in this browser too. Columns as in OED:',
  refused: 'No losses until the treaties are corrected or removed.',
  net: (amount) => `Net of reinsurance about ${amount} in the middle.`,
  netNothing: 'Net of reinsurance: nothing in the middle.',
  netRow: 'Net loss',
  netSame: 'Net loss: no treaty, same as gross',
  netMeans: 'Net: after reinsurance.',
  netShort: 'net',
  pays: (unit) => `What reinsurance pays, ${unit}`,
  treaty: 'Treaty',
  paysIn: 'pays in',
  notInForce: 'Not in force at the start of the event: pays nothing.',
  order: 'Treaties of one priority see the same loss, and those of the next what is left.',
  meansAdd:
    'Means add up to the gross less the net loss; the other columns do not. Pays in: share of the outcomes, each the first event of its year.',
  inProportion:
    'Treaties are of the whole book: each policy, and each part of the book below, bears them in proportion to its gross loss, outcome by outcome.',
  premium: (amount) =>
    `Limits used cost a reinstatement premium of ${amount} on average, which is not in the net loss.`,
  phrases: englishTreaty,
};

export const arabicTreaties: TreatyWords = {
  title: 'اتفاقيات إعادة التأمين (اختياري)',
  choose: 'اختر الاتفاقيات (CSV)',
  trySample: 'جرّب اتفاقيات المثال',
  remove: 'أزلها',
  columnsHelp:
    'تضيف الخسائر الصافية. اتفاقية للمحفظة كلها في كل سطر، وأكثرها 200؛ وهي تبقى أيضًا في هذا المتصفح. الأعمدة بأسماء OED:',
  refused: 'لا خسائر قبل تصحيح الاتفاقيات أو إزالتها.',
  net: (amount) => `الخسارة الصافية بعد إعادة التأمين في الأوسط نحو ${amount}.`,
  netNothing: 'الخسارة الصافية بعد إعادة التأمين في الأوسط: لا شيء.',
  netRow: 'الخسارة الصافية',
  netSame: 'الخسارة الصافية: لا اتفاقية، فهي كالإجمالية',
  netMeans: 'والخسارة الصافية: بعد إعادة التأمين.',
  netShort: 'الصافية',
  pays: (unit) => `ما تدفعه إعادة التأمين، ${unit}`,
  treaty: 'الاتفاقية',
  paysIn: 'تدفع في',
  notInForce: 'لم تكن سارية عند بدء الانقطاع: لا تدفع شيئًا.',
  order: 'الاتفاقيات ذات الأولوية الواحدة ترى الخسارة نفسها، والتي تليها ترى ما بقي.',
  meansAdd:
    'تُجمع المتوسطات إلى الخسارة الإجمالية ناقصةً الصافية، ولا تُجمع الأعمدة الأخرى. تدفع في: حصة من النتائج، وكل نتيجة هي أول انقطاع في سنتها.',
  inProportion:
    'الاتفاقيات للمحفظة كلها: تتحملها كل وثيقة، وكل جزء من المحفظة أدناه، بنسبة خسارتها الإجمالية في كل نتيجة.',
  premium: (amount) => `تكلّف الحدود المستهلكة قسط إعادة سريان متوسطه ${amount}، وهو ليس من الخسارة الصافية.`,
  phrases: {
    terms: (type, priority, parts) => `${type}، الأولوية ${priority}: ${parts}.`,
    between: '؛ ',
    dollars: (usd) => `${usd} دولار`,
    percent: (percent) => `${percent} في المئة`,
    shareOfLosses: (percent) => `${percent} من كل خسارة`,
    everyLoss: 'كل خسارة',
    ofEvent: (layer) => `${layer} من كل حدث`,
    oneEvent: (hours) => `سبب واحد خلال ${hours} س حدث واحد`,
    ofYear: (layer) => `${layer} من مجموع السنة`,
    atMost: (most) => `${most} على الأكثر`,
    above: (most, attachment) => `${most} فوق ${attachment}`,
    all: 'الكل',
    noReinstatement: 'بلا إعادة سريان',
    reinstatements: (count, costs) => `إعادات السريان: ${count}، ${costs}`,
    free: 'مجانًا',
    atCharge: (percent) => `بنسبة ${percent} من القسط`,
    allPlaced: 'مغطاة كلها',
    placed: (percent) => `المغطى منها ${percent}`,
  },
};
