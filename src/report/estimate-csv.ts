import { invariant } from '../core/errors/invariant.ts';
import type { EstimateResult, LossSummary } from '../core/result.ts';
import { csvText, type CsvCell } from './csv-text.ts';
import { inCurrency, type CurrencyRate } from './currency.ts';

type Row = readonly [
  section: string,
  item: string,
  quantity: string,
  value: CsvCell,
  unit: string,
  source: string,
];

const header = ['section', 'item', 'quantity', 'value', 'unit', 'source'];

/** An estimate as tidy CSV: one value a row, unrounded, for a spreadsheet or a script. */
export function estimateCsv(result: EstimateResult, currency?: CurrencyRate): string {
  const shown = currency === undefined ? result : inCurrency(result, currency);
  return csvText(header, [
    ...record(result),
    ...rateRows(currency),
    ...headline(shown),
    ...methodRows(shown),
    ...Object.values(shown.measures).flatMap((loss) =>
      summaryRows('measure', loss.measure, loss, loss.scope),
    ),
    ...amountRows(result),
    ...driverRows(result),
    ...inputRows(result),
    ...result.notCounted.map((words): Row => ['not counted', words, '', null, '', '']),
    ...result.warnings.map((warning): Row => [
      'warning',
      warning.path,
      warning.code,
      warning.message,
      '',
      '',
    ]),
  ]);
}

function record(result: EstimateResult): readonly Row[] {
  const { scenario } = result;
  return [
    ['record', 'title', 'text', scenario.title ?? scenario.id ?? '', '', ''],
    ['record', 'id', 'text', result.id, '', ''],
    ['record', 'engine', 'version', result.versions.engine, '', ''],
    ['record', 'seed', 'number', result.seed, '', ''],
    ['record', 'draws', 'number', result.draws, '', ''],
    ['record', 'headline', 'true or false', String(result.headline), '', ''],
  ];
}

function rateRows(currency: CurrencyRate | undefined): readonly Row[] {
  if (currency === undefined) return [];
  const unit = `${currency.code} per USD`;
  return [['record', 'exchange rate', `average of ${currency.year}`, currency.perUsd, unit, currency.source]];
}

function headline(result: EstimateResult): readonly Row[] {
  const loss = result.economicLoss;
  if (loss !== null) return summaryRows('headline', loss.measure, loss, loss.scope);
  if (result.span === undefined) return [];
  return [
    ['headline', 'span of the methods', 'low', number(result.span.lowUsd), 'USD', ''],
    ['headline', 'span of the methods', 'high', number(result.span.highUsd), 'USD', ''],
  ];
}

function methodRows(result: EstimateResult): readonly Row[] {
  return result.methods.flatMap((method): readonly Row[] => {
    if (method.notUsedBecause !== null) {
      return [['method', method.method, 'not used because', method.notUsedBecause, '', '']];
    }
    return [
      ['method', method.method, 'scope', method.scope, '', ''],
      ['method', method.method, 'weight', number(method.weight), 'share', ''],
      ...(method.raw === null
        ? []
        : summaryRows('method, before structural error', method.method, method.raw, '')),
      ...(method.economicLoss === null
        ? []
        : summaryRows('method', method.method, method.economicLoss, method.words)),
    ];
  });
}

function summaryRows(section: string, item: string, loss: LossSummary, source: string): readonly Row[] {
  const quantities = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'mean'] as const;
  return quantities.map((quantity): Row => [
    section,
    item,
    quantity,
    number(loss[quantity]),
    loss.unit,
    source,
  ]);
}

/** Steps that take away are written without a sign under `subtract`, so that no cell starts with one. */
function amountRows(result: EstimateResult): readonly Row[] {
  const { waterfall } = result;
  return [
    ...waterfall.map(({ step, usd }, index): Row => {
      const quantity = index === waterfall.length - 1 ? 'total' : usd < 0 ? 'subtract' : 'add';
      return [
        'from interrupted to lost',
        step,
        quantity,
        number(Math.abs(usd)),
        'USD',
        'average of the middle tenth',
      ];
    }),
    ...result.bySector.map(({ id, usd }): Row => ['sector', id, 'part', number(usd), 'USD', '']),
    ...result.byCountry.map(({ id, usd }): Row => ['country', id, 'part', number(usd), 'USD', '']),
    ...result.timeline.map(({ fromHour, usd }): Row => {
      const item = fromHour === null ? 'after the end' : `from hour ${fromHour}`;
      return ['timeline', item, 'part', number(usd), 'USD', ''];
    }),
    ...ceilingRows(result.ceiling),
  ];
}

function ceilingRows(ceiling: EstimateResult['ceiling']): readonly Row[] {
  if (ceiling === null) return [];
  return [
    ['ceiling', 'scope', 'produced in those hours', number(ceiling.scopeUsd), 'USD', ''],
    ...(ceiling.dependentUsd === null
      ? []
      : [['ceiling', 'scope', 'of it by dependent work', number(ceiling.dependentUsd), 'USD', ''] as const]),
    ['ceiling', 'world', 'produced in those hours', number(ceiling.worldUsd), 'USD', ''],
    ['ceiling', 'scope', 'middle estimate of it', number(ceiling.shareOfScope), 'share', ''],
  ];
}

function driverRows(result: EstimateResult): readonly Row[] {
  return result.drivers.map(({ input, within, share, words }): Row => {
    const range = within === null ? 'of the range' : `of the range of ${within}`;
    return ['driver', input, range, number(share), 'share', words];
  });
}

function inputRows(result: EstimateResult): readonly Row[] {
  return [
    ...result.facts.map((fact): Row => {
      const from = [fact.source, fact.asOf].filter((part) => part !== undefined).join(', ');
      const quantity = fact.used ? 'used' : 'set aside';
      return ['fact', fact.path, quantity, JSON.stringify(fact.value), fact.words, from];
    }),
    ...result.provenance.map((row): Row => {
      const source = row.source?.href ?? row.source?.title ?? row.note ?? '';
      return ['assumption', row.parameter, row.evidence, JSON.stringify(row.value), row.unit, source];
    }),
  ];
}

function number(value: number): number {
  invariant(Number.isFinite(value), `${value} in a result`);
  return value;
}
