import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Quantity } from '../../core/distribution/quantity.ts';
import type { ProvenanceRow } from '../../core/result.ts';
import type { EstimateReply, Problem, Span } from '../engine/messages.ts';
import { placeOfProblem } from '../state/problem-field.ts';
import { typedQuantity } from '../state/typed-quantity.ts';
import type { Speech } from '../words/speech.ts';
import { Sentence } from './english.tsx';
import { SourceLink } from './why-sections.tsx';

interface Props {
  readonly reply: EstimateReply;
  readonly overrides: Readonly<Record<string, Quantity>>;
  readonly problem: Problem | null;
  readonly speech: Speech;
  readonly onChange: (assumptions: Readonly<Record<string, Quantity>>) => void;
}

/** Every input with value, range, source and grade; each one can be changed and put back. */
export function Assumptions({ reply, overrides, problem, speech, onChange }: Props) {
  const { words } = speech;
  const open = useSignal(Object.keys(overrides).length > 0);
  const filter = useSignal('');
  const filterId = useId();
  const rows = reply.result.provenance;
  const place = problem === null ? null : placeOfProblem(problem, Object.keys(overrides));
  const atFault = typeof place === 'object' && place !== null ? place.assumption : null;
  const wanted = filter.value.trim().toLowerCase();
  const shown = rows.filter(({ parameter, words: text, unit }) =>
    `${parameter} ${text} ${words.sentences?.[text] ?? ''} ${unit}`.toLowerCase().includes(wanted),
  );
  return (
    <details
      class="assumptions"
      open={open.value}
      onToggle={(event) => (open.value = event.currentTarget.open)}
    >
      <summary>
        <h2>{words.assumptions.title(speech.count(rows.length))}</h2>
      </summary>
      {open.value && (
        <>
          <p class="muted">{words.assumptions.note}</p>
          <div class="filter">
            <label for={filterId}>{words.assumptions.filter}</label>
            <input
              id={filterId}
              type="search"
              value={filter.value}
              onInput={(event) => (filter.value = event.currentTarget.value)}
            />
            <span class="muted" aria-live="polite">
              {words.assumptions.found(speech.count(shown.length))}
            </span>
          </div>
          <ul class="assumption-list">
            {shown.map((row) => (
              <AssumptionRow
                key={row.parameter}
                row={row}
                span={reply.spans[row.parameter]}
                changed={row.parameter in overrides}
                problem={atFault === row.parameter ? problem : null}
                speech={speech}
                onSet={(value) => onChange({ ...overrides, [row.parameter]: value })}
                onReset={() => {
                  const others = Object.entries(overrides).filter(([path]) => path !== row.parameter);
                  onChange(Object.fromEntries(others));
                }}
              />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

interface RowProps {
  readonly row: ProvenanceRow;
  readonly span: Span | undefined;
  readonly changed: boolean;
  readonly problem: Problem | null;
  readonly speech: Speech;
  readonly onSet: (value: Quantity) => void;
  readonly onReset: () => void;
}

function AssumptionRow({ row, span, changed, problem, speech, onSet, onReset }: RowProps) {
  const { words } = speech;
  const typed = useSignal('');
  const refused = useSignal(false);
  const id = useId();
  const editable = row.evidence !== 'fact';
  const set = (): void => {
    const value = typedQuantity(typed.value);
    refused.value = value === null;
    if (value !== null) onSet(value);
  };
  return (
    <li class={changed ? 'assumption is-changed' : 'assumption'}>
      <div class="assumption-what">
        <label for={editable ? id : undefined}>
          <Sentence speech={speech}>{row.words}</Sentence>
        </label>
        <bdi dir="ltr">
          <code>{row.parameter}</code>
        </bdi>
        {row.note !== undefined && (
          <small lang="en" dir="ltr">
            {row.note}
          </small>
        )}
      </div>
      <p class="assumption-value">
        <SpanInWords span={span} unit={row.unit} speech={speech} />
      </p>
      <p class="assumption-source">
        <span class={`grade grade-${row.evidence}`}>{words.grades[row.evidence]}</span>{' '}
        {row.source === null ? (
          <span class="muted">
            {row.evidence === 'fact' ? words.assumptions.known : words.assumptions.noSource}
          </span>
        ) : (
          <SourceLink source={row.source} />
        )}
      </p>
      {editable && (
        <form
          class="assumption-edit"
          onSubmit={(event) => {
            event.preventDefault();
            set();
          }}
        >
          <input
            id={id}
            type="text"
            dir="ltr"
            inputMode="decimal"
            placeholder={words.assumptions.edit}
            title={words.assumptions.editHint}
            aria-describedby={refused.value || problem !== null ? `${id}-error` : undefined}
            aria-invalid={refused.value || problem !== null}
            value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
          <button type="submit" class="quiet">
            {words.assumptions.apply}
          </button>
          {changed && (
            <button type="button" class="link" onClick={onReset}>
              {words.assumptions.reset}
            </button>
          )}
        </form>
      )}
      {changed && <p class="changed-mark">{words.assumptions.changed}</p>}
      {(refused.value || problem !== null) && (
        <p class="error" role="alert" id={`${id}-error`}>
          {refused.value ? (
            words.assumptions.badNumber
          ) : (
            <bdi lang="en">
              {problem?.message}. {problem?.hint}
            </bdi>
          )}
        </p>
      )}
    </li>
  );
}

/** Middle and range of an input. */
export function SpanInWords({
  span,
  unit,
  speech,
}: {
  readonly span: Span | undefined;
  readonly unit: string;
  readonly speech: Speech;
}) {
  if (span === undefined) return null;
  const figure = (value: number): string =>
    speech.figure(
      Math.abs(value) >= 1e6
        ? value.toExponential(2)
        : value.toLocaleString('en-US', { maximumSignificantDigits: 3 }),
    );
  const { words } = speech;
  return (
    <>
      <strong>{figure(span.middle)}</strong>{' '}
      <bdi lang="en" dir="ltr" class="muted">
        {unit === '1' ? '' : unit}
      </bdi>
      {span.low !== span.high && (
        <span class="muted"> · {words.why.fromTo(figure(span.low), figure(span.high))}</span>
      )}
    </>
  );
}
