import { readFileSync, writeFileSync } from 'node:fs';
import { scoreBacktest } from '../services/score-backtest.ts';

/**
 * Fits the structural errors to the bundled past outages and writes them into models/structural-error, with the hash of
 * the events used. Run by `npm run fit`; the same events and engine give the same file.
 */
const path = new URL('../../models/structural-error/structural-error.json', import.meta.url);

interface StructuralErrorFile {
  fittedOn: { events: number; families: number; eventsHash: string };
  parameters: Record<string, { value: number; note: string }>;
}

const { structuralFits, scored, families, eventsHash } = await scoreBacktest();
const file = JSON.parse(readFileSync(path, 'utf8')) as StructuralErrorFile;
file.fittedOn = { events: scored, families, eventsHash };
for (const { exposure, rows, families: ofKind, fitted, shipped } of structuralFits) {
  const parameter = file.parameters[exposure]!;
  const before = parameter.value;
  parameter.value = shipped;
  if (rows > 0) {
    parameter.note = `Fitted ${fitted.toFixed(2)} on ${rows} past figures of ${ofKind} families, a prior weighing as much as four; shipped one standard error above the fit.`;
  }
  console.log(`${exposure.padEnd(20)} ${before} -> ${shipped} (fitted ${fitted.toFixed(3)}, ${rows} rows)`);
}
writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
