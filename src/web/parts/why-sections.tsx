import type { ComponentChildren } from 'preact';
import type { EstimateResult, LossSummary, MeasureId, MethodResult, ScopedLoss } from '../../core/result.ts';
import { addingColumn, columnUnit } from '../../report/amount-column.ts';
import { factName } from '../../report/names.ts';
import { chanceAbove } from '../../report/quantile-of.ts';
import { quantityInWords } from '../../report/quantity-in-words.ts';
import { roundToTotal } from '../../report/round-to-total.ts';
import { largestFirst } from '../../report/sections/split.ts';
import { Decimal } from 'decimal.js';
import type { EstimateReply } from '../engine/messages.ts';
import { countryNamesIn, driverWords } from '../words/answer.ts';
import type { Speech } from '../words/speech.ts';
import { Chart } from './chart.tsx';
import { DataTable } from './data-table.tsx';
import { Sentence } from './english.tsx';

interface Props {
  readonly reply: EstimateReply;
  readonly speech: Speech;
  readonly names: ReadonlyMap<string, string>;
}

function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="why-part" aria-labelledby={props.id}>
      <h3 id={props.id}>{props.title}</h3>
      {props.note !== undefined && <p class="muted">{props.note}</p>}
      {props.children}
    </section>
  );
}

const lossOf = (row: MethodResult): LossSummary | null => row.economicLoss ?? row.raw;

/** Each method with its own middle and range, so that agreement and quarrel are both seen. */
export function MethodsSection({ reply: { result }, speech, names }: Props) {
  const { words } = speech;
  const used = result.methods.filter((row) => lossOf(row) !== null);
  const whole = used.filter((row) => row.scope === 'whole');
  const unit = columnUnit(used.map((row) => speech.convert(lossOf(row)!.p50)));
  const weights = roundToTotal(
    used.map((row) => row.weight * 100),
    used.reduce((sum, row) => sum + row.weight, 0) * 100,
    new Decimal(1),
  ).parts;
  const unused = result.methods.filter((row) => row.notUsedBecause !== null);
  const top = upperEnd(result, whole);
  return (
    <Section id="why-methods" title={words.why.methods(whole.length === 0 ? used.length : whole.length)}>
      <Chart of={result} names={names} draw={({ methodsChart }, options) => methodsChart(result, options)} />
      <DataTable
        caption={words.why.methods(whole.length)}
        columns={[words.why.method, speech.columnHead(unit), words.why.range, words.why.weight]}
        rows={used.map((row, place) => ({
          key: row.method,
          head: (
            <>
              {words.methodNames[row.method]}
              <small>{words.methodWords?.[row.method] ?? row.words}</small>
            </>
          ),
          cells: [
            speech.cell(lossOf(row)!.p50, unit, lossOf(row)!.monteCarloStandardError.p50),
            speech.rangeCell(lossOf(row)!, unit),
            row.scope === 'part' ? words.why.floor : speech.figure(`${weights[place]?.toFixed() ?? ''} %`),
          ],
        }))}
      />
      {top !== null && (
        <p class="muted">
          {words.why.upperEnd(speech.amount(top.usd, top.error), words.methodNames[top.method.method])}
        </p>
      )}
      {unused.length > 0 && (
        <p class="muted">
          {words.why.notUsed}:{' '}
          {unused.map((row, place) => (
            <span key={row.method}>
              {place > 0 && '; '}
              {words.methodNames[row.method]} (<Sentence speech={speech}>{row.notUsedBecause ?? ''}</Sentence>
              )
            </span>
          ))}
          .
        </p>
      )}
    </Section>
  );
}

/** The method that most of the outcomes above the range come from, when it is one. */
function upperEnd(
  result: EstimateResult,
  whole: readonly MethodResult[],
): { readonly usd: number; readonly error: number; readonly method: MethodResult } | null {
  const pooled = result.economicLoss;
  if (pooled === null || whole.length < 2 || pooled.p95 === 0) return null;
  const above = whole.map((method) => {
    const loss = lossOf(method);
    return { method, mass: loss === null ? 0 : method.weight * chanceAbove(loss, pooled.p95) };
  });
  const total = above.reduce((sum, { mass }) => sum + mass, 0);
  const most = above.reduce((best, entry) => (entry.mass > best.mass ? entry : best));
  if (total === 0 || most.mass / total <= 0.5) return null;
  return { usd: pooled.p95, error: pooled.monteCarloStandardError.p95, method: most.method };
}

/** The steps from what was interrupted to what was lost for good. */
export function WaterfallSection({ reply: { result }, speech, names }: Props) {
  const { words } = speech;
  const last = result.waterfall.at(-1);
  const steps = result.waterfall.slice(0, -1).filter(({ usd }) => usd !== 0);
  // One step alone explains nothing: some ways of counting start at what was lost for good.
  if (last === undefined || steps.length === 0) return null;
  const column = addingColumn(
    steps.map(({ usd }) => speech.convert(usd)),
    speech.convert(last.usd),
  );
  const sign = (text: string, place: number): string =>
    place === 0 || text.startsWith('-') ? text.replace('-', '−') : `+${text}`;
  return (
    <Section id="why-waterfall" title={words.why.waterfall} note={words.why.waterfallNote}>
      <Chart
        of={result}
        names={names}
        draw={({ waterfallChart }, options) => waterfallChart(result, options)}
      />
      <DataTable
        caption={words.why.waterfall}
        columns={[words.why.step, speech.columnHead(column.unit)]}
        rows={[
          ...steps.map(({ step }, place) => ({
            key: step,
            head: words.stepNames[step],
            cells: [<bdi dir="ltr">{speech.figure(sign(column.parts[place] ?? '', place))}</bdi>],
          })),
          {
            key: last.step,
            head: words.stepNames[last.step],
            cells: [speech.figure(column.total)],
            total: true,
          },
        ]}
      />
    </Section>
  );
}

const MOST_SECTORS = 8;
const MOST_COUNTRIES = 6;

/** The same loss by sector and by country: the largest, then all others together. */
export function SplitSection({
  reply: { result },
  speech,
  names,
  by,
}: Props & { readonly by: 'sector' | 'country' }) {
  const { words } = speech;
  const rows = by === 'sector' ? result.bySector : result.byCountry;
  const most = by === 'sector' ? MOST_SECTORS : MOST_COUNTRIES;
  const { shown, total } = largestFirst(rows, most, by);
  if (total === 0 || shown.length < 2) return null;
  const known = by === 'sector' ? null : countryNamesIn(speech, names);
  const idOf = new Map(rows.map(({ title, id }) => [title, id]));
  const named = (title: string): ComponentChildren => {
    const id = idOf.get(title);
    const rest = rows.filter(({ usd }) => usd !== 0).length - (shown.length - 1);
    if (id === undefined)
      return by === 'sector' ? words.why.otherSectors(rest) : words.why.otherCountries(rest);
    return (by === 'sector' ? words.sectorNames?.[id] : known?.get(id)) ?? title;
  };
  const column = addingColumn(
    shown.map(({ usd }) => speech.convert(usd)),
    speech.convert(total),
  );
  const title = by === 'sector' ? words.why.sectors : words.why.countries;
  return (
    <Section
      id={`why-${by}`}
      title={title}
      note={words.why.sectorsNote(`${speech.figure(column.total)} ${speech.columnHead(column.unit)}`)}
    >
      <DataTable
        caption={title}
        columns={[by === 'sector' ? words.why.sector : words.why.country, speech.columnHead(column.unit)]}
        rows={shown.map((entry, place) => ({
          key: entry.title,
          head: named(entry.title),
          cells: [<Bar share={entry.usd / shown[0]!.usd}>{speech.figure(column.parts[place] ?? '')}</Bar>],
        }))}
      />
    </Section>
  );
}

/** A figure with its size beside it; the bar is an ornament, the figure is what is read. */
function Bar({ share, children }: { readonly share: number; readonly children: string }) {
  return (
    <span class="bar-cell">
      <span class="bar" aria-hidden="true" style={{ inlineSize: `${Math.max(0, share) * 100}%` }} />
      <span class="bar-figure">{children}</span>
    </span>
  );
}

const MOST_HOURS = 12;

/** Loss by hour since the start, then the tail after the end. */
export function HoursSection({ reply: { result }, speech, names }: Props) {
  const { words } = speech;
  const rows = joined(result.timeline);
  const total = rows.reduce((sum, { usd }) => sum + usd, 0);
  if (total === 0 || rows.length < 2) return null;
  const column = addingColumn(
    rows.map(({ usd }) => speech.convert(usd)),
    speech.convert(total),
  );
  const most = Math.max(...rows.map(({ usd }) => usd));
  return (
    <Section id="why-hours" title={words.why.hours}>
      <Chart
        of={result}
        names={names}
        draw={({ timelineChart }, options) => timelineChart(result, options)}
      />
      <DataTable
        caption={words.why.hours}
        columns={[words.why.hour, speech.columnHead(column.unit)]}
        rows={rows.map(({ from, to, usd }, place) => ({
          key: String(from),
          head:
            from === null
              ? words.why.afterEnd
              : words.why.fromTo(speech.figure(String(from)), speech.figure(String(to))),
          cells: [<Bar share={usd / most}>{speech.figure(column.parts[place] ?? '')}</Bar>],
        }))}
      />
    </Section>
  );
}

interface Stretch {
  readonly from: number | null;
  readonly to: number | null;
  readonly usd: number;
}

/** Hours put together so that no more than a dozen rows are left. */
function joined(timeline: EstimateResult['timeline']): readonly Stretch[] {
  const hours = timeline.filter(({ fromHour }) => fromHour !== null);
  const size = Math.max(1, Math.ceil(hours.length / MOST_HOURS));
  const stretches = Array.from({ length: Math.ceil(hours.length / size) }, (_, place): Stretch => {
    const part = hours.slice(place * size, (place + 1) * size);
    const from = part[0]?.fromHour ?? 0;
    return { from, to: from + part.length, usd: part.reduce((sum, { usd }) => sum + usd, 0) };
  });
  const tail = timeline.find(({ fromHour }) => fromHour === null);
  return tail === undefined || tail.usd === 0
    ? stretches
    : [...stretches, { from: null, to: null, usd: tail.usd }];
}

const measureOrder: readonly MeasureId[] = [
  'economic-loss',
  'interrupted-output',
  'corporate-interruption',
  'revenue',
  'cost',
  'profit',
  'insured-industry',
  'household-time',
];

/** Other figures that the press quotes for the same event; none is added to another. */
export function MeasuresSection({ reply: { result }, speech }: Props) {
  const { words } = speech;
  const headline = result.economicLoss?.measure ?? 'economic-loss';
  const others = measureOrder.flatMap((id): ScopedLoss[] => {
    const loss = result.measures[id];
    return loss === undefined || loss.measure === headline || loss.p95 === 0 ? [] : [loss];
  });
  if (others.length === 0) return null;
  const unit = columnUnit(others.map(({ p50 }) => speech.convert(p50)));
  return (
    <Section id="why-measures" title={words.why.measures}>
      <DataTable
        caption={words.why.measures}
        columns={[words.why.measure, speech.columnHead(unit), words.why.range]}
        rows={others.map((loss) => ({
          key: loss.measure,
          head: words.measureNames[loss.measure],
          cells: [
            speech.cell(loss.p50, unit, loss.monteCarloStandardError.p50),
            speech.rangeCell(loss, unit),
          ],
        }))}
      />
    </Section>
  );
}

const MOST_DRIVERS = 5;
const MOST_QUESTIONS = 3;

/** The inputs that hold the range open, and the facts worth asking for next. */
export function NarrowSection({ reply: { result, ask }, speech }: Props) {
  const { words } = speech;
  const known = result.drivers.filter(({ share }) => share >= 0.005);
  const ofAll = known.filter(({ within }) => within === null).slice(0, MOST_DRIVERS);
  const ofOne = known.filter(({ within }) => within !== null);
  const questions = ask
    .slice(0, MOST_QUESTIONS)
    .map((path) => words.factQuestions?.[path] ?? factName(path).replace(/ \([^()]*\)$/, ''));
  if (known.length === 0 && questions.length === 0) return null;
  const list = new Intl.ListFormat(words.language).format(questions);
  return (
    <Section id="why-narrow" title={words.why.narrow} note={words.why.narrowPool}>
      <DataTable
        caption={words.why.narrow}
        columns={[words.why.input, words.why.share]}
        rows={[...ofAll, ...ofOne].map((driver) => ({
          key: `${driver.within ?? ''} ${driver.input}`,
          head: (
            <>
              <Sentence speech={speech}>{driverWords(driver, speech)}</Sentence>
              {driver.within !== null && <small>{words.methodNames[driver.within]}</small>}
            </>
          ),
          cells: [speech.figure(`${Math.round(driver.share * 100)} %`)],
        }))}
      />
      {questions.length > 0 && <p class="muted">{words.why.ask(list)}</p>}
    </Section>
  );
}

export function NotCountedSection({ reply: { result }, speech }: Props) {
  if (result.notCounted.length === 0) return null;
  return (
    <Section id="why-not-counted" title={speech.words.why.notCounted}>
      <ul class="plain">
        {result.notCounted.map((text) => (
          <li key={text}>
            <Sentence speech={speech}>{text}</Sentence>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Dated facts, used and set aside: the same event had other counts on other days. */
export function FactsSection({ reply: { result }, speech }: Props) {
  const { words } = speech;
  if (result.facts.length === 0) return null;
  return (
    <Section id="why-facts" title={words.why.knownFacts}>
      <DataTable
        caption={words.why.knownFacts}
        columns={[words.why.fact, words.why.value, words.why.date, words.why.source, '']}
        text={[1, 2, 3]}
        rows={result.facts.map((fact) => {
          const source = fact.source === undefined ? undefined : result.scenario.sources[fact.source];
          return {
            key: fact.path,
            head: <Sentence speech={speech}>{fact.words}</Sentence>,
            cells: [
              typeof fact.value === 'number' ? (
                speech.count(fact.value)
              ) : (
                <bdi>{quantityInWords(fact.value)}</bdi>
              ),
              fact.asOf === undefined ? '' : speech.date(fact.asOf),
              <SourceLink source={source ?? null} />,
              fact.used ? words.why.used : <span class="muted">{words.why.aside}</span>,
            ],
          };
        })}
      />
      <p class="muted">{words.englishDetails}</p>
    </Section>
  );
}

/** A link with a safe address, or the title alone. */
export function SourceLink({
  source,
}: {
  readonly source: {
    readonly title: string;
    readonly href?: string | undefined;
    readonly publisher?: string | undefined;
  } | null;
}) {
  if (source === null) return null;
  const name = source.publisher ?? source.title;
  const isWeb = source.href !== undefined && /^https?:\/\//.test(source.href);
  return (
    <bdi lang="en" dir="ltr">
      {isWeb ? (
        <a href={source.href} title={source.title} rel="noreferrer">
          {name}
        </a>
      ) : (
        <span title={source.title}>{name}</span>
      )}
    </bdi>
  );
}

export function ScoreSection({
  reply: { result },
  speech,
  inside80,
  events,
}: Props & { readonly inside80: number; readonly events: number }) {
  const { words } = speech;
  const loss = result.economicLoss;
  return (
    <p class="muted">
      {words.why.score(speech.count(inside80), speech.count(events))}{' '}
      {loss !== null &&
        loss.p50 > 0 &&
        words.why.computing(speech.percent(loss.monteCarloStandardError.p50 / loss.p50))}
    </p>
  );
}

/** Warnings as sentences; methods by the names that stand in the table. */
export function Notes({ messages }: { readonly messages: readonly ComponentChildren[] }) {
  if (messages.length === 0) return null;
  return (
    <ul class="notes">
      {messages.map((message, place) => (
        <li key={place}>{message}</li>
      ))}
    </ul>
  );
}
