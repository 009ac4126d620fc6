import { describe, expect, it } from 'vitest';
import {
  amountInArabic,
  chanceInArabic,
  columnHeadInArabic,
  countInArabic,
  countOfInArabic,
  dateInArabic,
  edgeInArabic,
  edgesInArabic,
  hoursInArabic,
  percentInArabic,
  rangeInArabic,
  type ArabicNoun,
} from '../../src/report/arabic.ts';

const firm: ArabicNoun = { one: 'شركة واحدة', two: 'شركتين', few: 'شركات', many: 'شركة', other: 'شركة' };

describe('amounts in Arabic', () => {
  it.each([
    [0, 'لا شيء'],
    [5, '5 دولارات أمريكية'],
    [1, 'دولار أمريكي واحد'],
    [2, 'دولارين أمريكيين'],
    [60, '60 دولارًا أمريكيًا'],
    [1500, '1,500 دولار أمريكي'],
    [25_000, '25 ألف دولار أمريكي'],
    [250_000, '250 ألف دولار أمريكي'],
    [1e6, 'مليون دولار أمريكي'],
    [2e6, 'مليوني دولار أمريكي'],
    [3e6, '3 ملايين دولار أمريكي'],
    [10e6, '10 ملايين دولار أمريكي'],
    [11e6, '11 مليون دولار أمريكي'],
    [62e6, '60 مليون دولار أمريكي'],
    [100e6, '100 مليون دولار أمريكي'],
    [0.54e9, '0.5 مليار دولار أمريكي'],
    [1e9, 'مليار دولار أمريكي'],
    [1.5e9, '1.5 مليار دولار أمريكي'],
    [2e9, 'ملياري دولار أمريكي'],
    [6e9, '6 مليارات دولار أمريكي'],
    [270e9, '270 مليار دولار أمريكي'],
    [2e12, 'تريليوني دولار أمريكي'],
    [5e12, '5 تريليونات دولار أمريكي'],
    [-6e9, 'ناقص 6 مليارات دولار أمريكي'],
  ])('%d: %s', (value, text) => {
    expect(amountInArabic(value)).toBe(text);
  });

  it('has the digits that the reader chose', () => {
    expect(amountInArabic(0.54e9, { digits: 'arab' })).toBe('٠٫٥ مليار دولار أمريكي');
    expect(amountInArabic(1500, { digits: 'arab' })).toBe('١٬٥٠٠ دولار أمريكي');
  });

  it('shows no digit that the error of computing forbids', () => {
    expect(amountInArabic(1.24e9, { standardError: 1e7 })).toBe('1.2 مليار دولار أمريكي');
    expect(amountInArabic(1.24e9, { standardError: 1e8 })).toBe('مليار دولار أمريكي');
  });

  it('names other currencies', () => {
    expect(amountInArabic(5e9, { currency: 'EUR' })).toBe('5 مليارات يورو');
    expect(amountInArabic(5e6, { currency: 'GBP' })).toBe('5 ملايين جنيه إسترليني');
  });
});

describe('edges and columns in Arabic', () => {
  it.each([
    [300e6, '300 مليون دولار'],
    [1e9, 'مليار دولار'],
    [3e9, '3 مليارات دولار'],
    [2e12, 'تريليوني دولار'],
    [30_000, '30 ألف دولار'],
    [3000, '3,000 دولار'],
  ])('%d: %s', (amount, text) => {
    expect(edgeInArabic(amount)).toBe(text);
  });

  it('stands between two edges', () => {
    expect(edgesInArabic(300e6, 1e9)).toBe('من 300 مليون إلى مليار دولار');
    expect(edgesInArabic(1e9, 3e9)).toBe('من مليار واحد إلى 3 مليارات دولار');
    expect(edgesInArabic(300, 1000)).toBe('من 300 دولار إلى 1,000 دولار');
    expect(edgesInArabic(3e6, 10e6, { currency: 'EUR' })).toBe('من 3 ملايين إلى 10 ملايين يورو');
  });

  it('heads a column', () => {
    expect(columnHeadInArabic('bn')).toBe('مليار دولار أمريكي');
    expect(columnHeadInArabic('')).toBe('دولار أمريكي');
    expect(columnHeadInArabic('mn', 'EUR')).toBe('مليون يورو');
  });
});

describe('ranges in Arabic', () => {
  it.each([
    [80e6, 5e9, 'من 80 مليونًا إلى 5 مليارات دولار أمريكي'],
    [2e6, 8e6, 'من مليونين إلى 8 ملايين دولار أمريكي'],
    [1e9, 2e9, 'من مليار واحد إلى ملياري دولار أمريكي'],
    [0, 14e6, 'من صفر إلى 14 مليون دولار أمريكي'],
    [500, 30_000, 'من 500 دولار أمريكي إلى 30 ألف دولار أمريكي'],
  ])('%d to %d: %s', (low, high, text) => {
    expect(rangeInArabic(low, high)).toBe(text);
  });
});

describe('other figures in Arabic', () => {
  it.each([
    [14.53, '14 ساعة ونصف'],
    [1, 'ساعة واحدة'],
    [1.5, 'ساعة ونصف'],
    [2, 'ساعتين'],
    [2.5, 'ساعتين ونصف'],
    [2.87, '2.9 ساعة'],
    [3.5, '3 ساعات ونصف'],
    [10, '10 ساعات'],
    [24, '24 ساعة'],
    [0.4, '24 دقيقة'],
    [0.05, '3 دقائق'],
    [500, '21 يومًا'],
    [240, '10 أيام'],
  ])('%d hours: %s', (hours, text) => {
    expect(hoursInArabic(hours)).toBe(text);
  });

  it.each([
    [0.0018, '0.2 في المئة'],
    [0.284, '28 في المئة'],
    [0.00001, 'أقل من 0.01 في المئة'],
    [0, '0 في المئة'],
  ])('a share of %d: %s', (share, text) => {
    expect(percentInArabic(share)).toBe(text);
  });

  it.each([
    [1, 'شركة واحدة', '1'],
    [2, 'شركتين', '2'],
    [7, '7 شركات', '7'],
    [2500, '2,500 شركة', '2,500'],
    [2503, '2,503 شركات', '2,503'],
    [2e6, 'مليوني شركة', 'مليونين'],
    [8.5e6, '8.5 مليون شركة', '8.5 مليون'],
    [11e6, '11 مليون شركة', '11 مليونًا'],
  ])('a count of %d: %s', (count, withNoun, alone) => {
    expect(countOfInArabic(count, firm)).toBe(withNoun);
    expect(countInArabic(count)).toBe(alone);
  });

  it('says chances and dates', () => {
    expect(chanceInArabic(0.025)).toBe('نحو فرصة واحدة من 40');
    expect(chanceInArabic(0.001)).toBe('أقل من فرصة واحدة من 200');
    expect(dateInArabic('2025-10-20T06:48:00Z')).toBe('20 أكتوبر 2025');
    expect(dateInArabic('2025-10-20', { digits: 'arab' })).toBe('٢٠ أكتوبر ٢٠٢٥');
    expect(dateInArabic('2025')).toBe('2025');
  });
});
