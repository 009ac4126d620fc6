import { useId } from 'preact/hooks';
import type { CatalogIndex, Problem } from '../engine/messages.ts';
import { blankChoice, type Choice } from '../state/choice.ts';
import type { Speech } from '../words/speech.ts';
import { TypedInput } from './typed-input.tsx';

interface Props {
  readonly choice: Choice;
  readonly index: CatalogIndex | null;
  readonly problem: Problem | null;
  readonly speech: Speech;
  readonly onChange: (choice: Choice) => void;
}

const BLANK = '';
const NO_PROVIDER = '';

/** Which outage: a bundled one by name, or a blank start told in a few facts. */
export function Subject({ choice, index, problem, speech, onChange }: Props) {
  const { words } = speech;
  const ids = { event: useId(), kind: useId(), provider: useId(), countries: useId() };
  const events = index?.events ?? [];
  const titleOfKind = (id: string): string =>
    words.kindNames?.[id] ?? index?.kinds.find((kind) => kind.id === id)?.title ?? id;
  const kinds = [...new Set(events.map(({ kind }) => kind))];
  return (
    <div class="subject">
      <label for={ids.event}>{words.subject.event}</label>
      <select
        id={ids.event}
        value={choice.event ?? BLANK}
        onChange={(event) => {
          const id = event.currentTarget.value;
          onChange(id === BLANK ? blankChoice : { event: id, assumptions: {} });
        }}
      >
        <option value={BLANK}>{words.subject.blank}</option>
        {index === null && choice.event !== undefined && <option value={choice.event}>{choice.event}</option>}
        {kinds.map((kind) => (
          <optgroup key={kind} label={titleOfKind(kind)}>
            {events
              .filter((event) => event.kind === kind)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {choice.event === undefined && (
        <>
          <label for={ids.kind}>{words.subject.kind}</label>
          <select
            id={ids.kind}
            value={choice.kind ?? 'cloud'}
            onChange={(event) => onChange({ ...choice, kind: event.currentTarget.value })}
          >
            {(index?.kinds ?? []).map(({ id }) => (
              <option key={id} value={id}>
                {titleOfKind(id)}
              </option>
            ))}
          </select>
          <label for={ids.provider}>{words.subject.provider}</label>
          <select
            id={ids.provider}
            value={
              choice.provider === undefined ? NO_PROVIDER : `${choice.provider}/${choice.region ?? 'all'}`
            }
            onChange={(event) => {
              const [provider, region] = event.currentTarget.value.split('/');
              const isNone = event.currentTarget.value === NO_PROVIDER;
              onChange({
                ...choice,
                provider: isNone ? undefined : provider,
                region: isNone || region === 'all' ? undefined : region,
              });
            }}
          >
            <option value={NO_PROVIDER}>{words.subject.noProvider}</option>
            {(index?.providers ?? []).map(({ provider, region, title }) => (
              <option key={`${provider}/${region}`} value={`${provider}/${region}`}>
                {title}
              </option>
            ))}
          </select>
          <label for={ids.countries}>{words.subject.countries}</label>
          <TypedInput
            id={ids.countries}
            type="text"
            dir="ltr"
            placeholder="ES, PT"
            title={words.subject.countriesHint}
            value={(choice.countries ?? []).join(', ')}
            onDone={(input) => {
              const codes = input.value
                .toUpperCase()
                .split(/[\s,،]+/)
                .filter((code) => code !== '');
              onChange({ ...choice, countries: codes.length === 0 ? undefined : codes });
            }}
          />
        </>
      )}
      {problem !== null && (
        <p class="error" role="alert">
          <bdi lang="en">
            {problem.message}. {problem.hint}
          </bdi>
        </p>
      )}
    </div>
  );
}
