import type { Driver, EstimateResult } from '../../core/result.ts';
import { heading, paragraph, type Block } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { factName, methodNames } from '../names.ts';
import { joinWords } from '../words.ts';

const MOST_DRIVERS = 5;
const MOST_FACTS = 3;

/** The inputs that hold the range open, and the facts worth asking for next. */
export function whatWouldNarrowItSection(result: EstimateResult, context: ReportContext): readonly Block[] {
  const known = result.drivers.filter((driver) => driver.share >= 0.005);
  const ofAll = known.filter((driver) => driver.within === null).slice(0, MOST_DRIVERS);
  const ofOne = known.filter((driver) => driver.within !== null);
  const ask = (context.ask ?? []).slice(0, MOST_FACTS);
  if (result.economicLoss?.p95 === 0 || (known.length === 0 && ask.length === 0)) return [];
  return [
    heading('What would narrow it'),
    ...driverTable('Share of the width that goes when this one is known; the shares overlap:', ofAll),
    ...driverTable('The same within each way of counting:', ofOne),
    ...(ask.length === 0 ? [] : [paragraph(`Facts worth asking for: ${joinWords(ask.map(factName))}.`)]),
  ];
}

function driverTable(words: string, drivers: readonly Driver[]): readonly Block[] {
  if (drivers.length === 0) return [];
  return [
    paragraph(words),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'right' },
        { header: '', align: 'left' },
      ],
      rows: drivers.map((driver) => ({
        cells: [`${Math.round(driver.share * 100)} %`, driverInWords(driver)],
      })),
    },
  ];
}

function driverInWords({ within, words }: Driver): string {
  return within === null ? words : `${methodNames[within]}: ${words}`;
}
