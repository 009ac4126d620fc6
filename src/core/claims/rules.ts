import type { Verdict } from './claim-assessment.ts';

/** Why a verdict was given, in words; the numbers are those of the README of this folder. */
export const ruleWords = {
  noAmount: 'no amount of money could be read',
  noMeasure: 'nothing that is estimated for this event is of this kind of loss',
  noCount: 'the rate needs a count that this event does not give',
  noLoss: 'the middle estimate for this event is no loss at all',
  ambiguous: 'it can be read in more than one way, and the answer depends on which',
  of: (verdict: Verdict, rule: number): string => byVerdict[verdict][rule] ?? byVerdict[verdict][0] ?? '',
} as const;

const byVerdict: Readonly<Record<Verdict, Readonly<Record<number, string>>>> = {
  'not-comparable': {
    0: 'it is another kind of figure, or about another scope, than anything estimated here',
  },
  'needs-review': { 0: 'it can be read in more than one way, and the answer depends on which' },
  'exceeds-ceiling': { 0: 'its lowest reading is above everything that can be lost in those hours' },
  'implausible-high': { 0: 'its lowest reading is above 1.5 times the top of our range' },
  'high-but-possible': {
    5: 'its lowest reading is above our range, by less than half of its top',
    7: 'its middle is above our 8-in-10 range',
  },
  plausible: { 0: 'its middle lies inside our 8-in-10 range' },
  'low-but-possible': {
    6: 'its highest reading is below our range, by less than a third of its foot',
    7: 'its middle is below our 8-in-10 range',
  },
  'implausible-low': { 0: 'its highest reading is below two thirds of the foot of our range' },
};
