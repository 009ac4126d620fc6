import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { CatalogIndex, FactsNow, Problem, ReachReply } from '../engine/messages.ts';
import type { Changeable, Choice } from '../state/choice.ts';
import { placeOfProblem } from '../state/problem-field.ts';
import type { Speech } from '../words/speech.ts';
import { TypedInput } from './typed-input.tsx';

interface Props {
  readonly choice: Choice;
  readonly facts: FactsNow;
  readonly index: CatalogIndex | null;
  readonly reach: ReachReply | null;
  /** Ways of counting that run. */
  readonly ways: number;
  readonly problem: Problem | null;
  readonly speech: Speech;
  readonly onChange: (change: Partial<Choice>, moving?: boolean) => void;
}

/** The facts that a reader changes most, each with the ways of counting that feel it. */
export function FactsPanel(props: Props) {
  const { choice, facts, index, problem, speech, onChange } = props;
  const { words } = speech;
  const place = problem === null ? null : placeOfProblem(problem, Object.keys(choice.assumptions));
  const regions = (index?.providers ?? []).filter(({ provider }) => provider === facts.provider);
  const field = (name: Changeable, id: string, children: ComponentChildren): ComponentChildren => (
    <Field name={name} id={id} {...props} problem={place === name ? problem : null}>
      {children}
    </Field>
  );
  const ids = {
    hours: useId(),
    start: useId(),
    region: useId(),
    firms: useId(),
    reports: useId(),
    asOf: useId(),
  };
  const changed = Object.keys(words.facts.names).some((name) => choice[name as Changeable] !== undefined);
  return (
    <section class="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{words.facts.title}</h2>
      {field(
        'hours',
        ids.hours,
        <SliderWithBox
          id={ids.hours}
          value={choice.hours ?? facts.hours}
          scale={hoursScale}
          unit={words.facts.unit.hours}
          name={words.facts.names.hours}
          onChange={(hours, moving) => onChange({ hours }, moving)}
        />,
      )}
      {field('start', ids.start, <StartFields id={ids.start} {...props} />)}
      {regions.length > 1 &&
        field(
          'region',
          ids.region,
          <select
            id={ids.region}
            value={choice.region ?? facts.region ?? 'all'}
            onChange={(event) => onChange({ region: event.currentTarget.value })}
          >
            {regions.map(({ region, title }) => (
              <option key={region} value={region}>
                {title}
              </option>
            ))}
          </select>,
        )}
      {field(
        'firms',
        ids.firms,
        <SliderWithBox
          id={ids.firms}
          value={choice.firms ?? facts.firms}
          scale={firmsScale}
          name={words.facts.names.firms}
          onChange={(firms, moving) => onChange({ firms }, moving)}
        />,
      )}
      {field(
        'reports',
        ids.reports,
        <SliderWithBox
          id={ids.reports}
          value={choice.reports ?? facts.reports}
          scale={reportsScale}
          name={words.facts.names.reports}
          onChange={(reports, moving) => onChange({ reports }, moving)}
        />,
      )}
      {choice.event !== undefined &&
        field(
          'asOf',
          ids.asOf,
          <TypedInput
            id={ids.asOf}
            type="date"
            value={(choice.asOf ?? facts.asOf ?? '').slice(0, 10)}
            list={`${ids.asOf}-known`}
            onDone={(input) => onChange({ asOf: input.value || undefined })}
          />,
        )}
      <datalist id={`${ids.asOf}-known`}>
        {facts.datesKnown.map((date) => (
          <option key={date} value={date} />
        ))}
      </datalist>
      {changed && choice.event !== undefined && (
        <button
          type="button"
          class="quiet"
          onClick={() =>
            onChange({
              hours: undefined,
              start: undefined,
              region: undefined,
              firms: undefined,
              reports: undefined,
              asOf: undefined,
            })
          }
        >
          {words.facts.resetAll}
        </button>
      )}
    </section>
  );
}

function Field(
  props: Props & { readonly name: Changeable; readonly id: string; readonly children: ComponentChildren },
) {
  const { name, id, choice, facts, reach, ways, problem, speech, onChange, children } = props;
  const { words } = speech;
  const isChanged = choice.event !== undefined && choice[name] !== undefined;
  const felt = reach?.[name];
  const counted =
    name === 'firms' && facts.firmsCounted !== null ? words.facts.counted[facts.firmsCounted] : null;
  return (
    <div class={isChanged ? 'field is-changed' : 'field'} role="group" aria-labelledby={`${id}-label`}>
      <div class="field-head">
        <label id={`${id}-label`} for={id}>
          {words.facts.names[name]}
        </label>
        {isChanged && (
          <button
            type="button"
            class="link"
            aria-label={`${words.facts.reset}: ${words.facts.names[name]}`}
            onClick={() => onChange({ [name]: undefined })}
          >
            {words.facts.reset}
          </button>
        )}
      </div>
      {children}
      <p class="help" id={`${id}-help`}>
        {counted ?? words.facts.help[name]}
        {felt !== undefined && (
          <> · {felt.length === 0 ? words.facts.reachesNone : words.facts.reaches(felt.length, ways)}</>
        )}
      </p>
      {problem !== null && (
        <p class="error" role="alert" id={`${id}-error`}>
          <bdi lang="en">
            {problem.message}. {problem.hint}
          </bdi>
        </p>
      )}
    </div>
  );
}

/** Places of a slider and the values they stand for: each step is a little more, in proportion. */
interface Scale {
  readonly least: number;
  readonly most: number;
  readonly round: (value: number) => number;
}

const hoursScale: Scale = {
  least: 0.25,
  most: 336,
  round: (value) => Number(value.toPrecision(value < 10 ? 2 : 3)),
};
const firmsScale: Scale = { least: 1, most: 10_000_000, round: (value) => Number(value.toPrecision(2)) };
const reportsScale: Scale = { least: 100, most: 1e9, round: (value) => Number(value.toPrecision(2)) };
const STEPS = 200;

function placeOf(value: number, { least, most }: Scale): number {
  const held = Math.min(most, Math.max(least, value));
  return Math.round((STEPS * Math.log(held / least)) / Math.log(most / least));
}

function valueAt(place: number, { least, most, round }: Scale): number {
  return round(least * (most / least) ** (place / STEPS));
}

function SliderWithBox(props: {
  readonly id: string;
  readonly value: number | null;
  readonly scale: Scale;
  readonly name: string;
  readonly unit?: string;
  readonly onChange: (value: number | undefined, moving?: boolean) => void;
}) {
  const { id, value, scale, name, unit, onChange } = props;
  const shown = value === null ? '' : String(Number(value.toPrecision(value < 1000 ? 4 : 12)));
  return (
    <div class="slider" dir="ltr">
      <input
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={value === null ? 0 : placeOf(value, scale)}
        aria-label={name}
        aria-valuetext={`${shown} ${unit ?? ''}`.trim()}
        onInput={(event) => onChange(valueAt(event.currentTarget.valueAsNumber, scale), true)}
        onChange={(event) => onChange(valueAt(event.currentTarget.valueAsNumber, scale))}
      />
      <span class="box">
        <TypedInput
          id={id}
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          value={shown}
          aria-describedby={`${id}-help`}
          onDone={({ valueAsNumber: typed }) => onChange(Number.isNaN(typed) ? undefined : typed)}
        />
        {unit !== undefined && <span aria-hidden="true">{unit}</span>}
      </span>
    </div>
  );
}

function StartFields({ id, choice, facts, speech, onChange }: Props & { readonly id: string }) {
  const { words } = speech;
  const now = choice.start ?? facts.start ?? '';
  const [date, time] = [now.slice(0, 10), now.slice(11, 16)];
  const set = (day: string, hour: string): void => {
    if (day === '') onChange({ start: undefined });
    else onChange({ start: `${day}T${hour === '' ? '12:00' : hour}:00Z` });
  };
  const weekday =
    date === '' || Number.isNaN(Date.parse(now))
      ? ''
      : new Intl.DateTimeFormat(words.language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(now));
  return (
    <div class="start">
      <TypedInput id={id} type="date" value={date} onDone={(input) => set(input.value, time)} />
      <TypedInput
        type="time"
        value={time}
        aria-label={words.facts.time}
        onDone={(input) => set(date, input.value)}
      />
      <span class="muted">{weekday}</span>
    </div>
  );
}
