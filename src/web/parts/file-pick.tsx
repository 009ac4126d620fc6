import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

/** What a pick of a file says. */
export interface FilePickWords {
  /** Of the group; absent where a heading nearby says it. */
  readonly title?: string;
  readonly choose: string;
  readonly drop: string;
  readonly trySample: string;
  readonly sampleFails: string;
  /** Absent where the file cannot be removed. */
  readonly remove?: string;
}

/** A file to choose, to drop, or to take from the samples, with what is wrong with it beside it. */
export function FilePick(props: {
  readonly words: FilePickWords;
  readonly file: ReadonlySignal<File | null>;
  readonly sample: () => Promise<File>;
  /** Null: removed. */
  readonly onPick: (file: File | null) => void;
  /** What is wrong with the file. */
  readonly problem: ComponentChildren | null;
  /** How far it is read. */
  readonly progress?: ComponentChildren;
  /** What a reader should know before a file is chosen. */
  readonly note: ComponentChildren;
  /** Less in the eye than the file that everything rests on. */
  readonly quiet?: boolean;
  readonly children?: ComponentChildren;
}) {
  const { words, file, sample, onPick, problem, progress, note, quiet = false, children } = props;
  const over = useSignal(false);
  const sampleFails = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const choose = (chosen: File | null | undefined): void => {
    sampleFails.value = false;
    if (chosen !== null && chosen !== undefined) onPick(chosen);
  };
  const trySample = async (): Promise<void> => {
    const before = file.value;
    try {
      const taken = await sample();
      // Another file may have been chosen since.
      if (file.value === before) choose(taken);
    } catch {
      sampleFails.value = true;
    }
  };
  const remove = (): void => {
    onPick(null);
    // The button goes away with the file.
    input.current?.focus();
  };
  return (
    <div
      class={over.value ? 'file-zone is-over' : 'file-zone'}
      {...(words.title === undefined ? {} : { role: 'group', 'aria-labelledby': `${id}-title` })}
      onDragOver={(dragged) => {
        dragged.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(dropped) => {
        dropped.preventDefault();
        over.value = false;
        choose(dropped.dataTransfer?.files[0]);
      }}
    >
      {words.title !== undefined && (
        <p class="file-title" id={`${id}-title`}>
          {words.title}
        </p>
      )}
      <div class="actions">
        <label class={quiet ? 'file-pick is-quiet' : 'file-pick'}>
          <input
            ref={input}
            type="file"
            class="unseen"
            accept=".csv,.txt,text/csv"
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? `${id}-note` : `${id}-error`}
            // The same file again, after it was changed, is a choice too.
            onClick={(clicked) => (clicked.currentTarget.value = '')}
            // It looks like a button, and a button opens with Enter as well.
            onKeyDown={(pressed) => {
              if (pressed.key !== 'Enter') return;
              pressed.preventDefault();
              pressed.currentTarget.click();
            }}
            onChange={(changed) => choose(changed.currentTarget.files?.[0])}
          />
          {words.choose}
        </label>
        <span class="muted">{words.drop}</span>
        <button type="button" class="quiet" onClick={() => void trySample()}>
          {words.trySample}
        </button>
      </div>
      {file.value !== null && (
        <p class="file-name">
          <bdi dir="auto">{file.value.name}</bdi>
          {words.remove !== undefined && (
            <button type="button" class="quiet" onClick={remove}>
              {words.remove}
            </button>
          )}
        </p>
      )}
      {progress}
      {problem !== null && (
        <p class="error" role="alert" id={`${id}-error`}>
          {problem}
        </p>
      )}
      {sampleFails.value && (
        <p class="error" role="alert">
          {words.sampleFails}
        </p>
      )}
      <p id={`${id}-note`} class={quiet ? 'muted' : undefined}>
        {note}
      </p>
      {children}
    </div>
  );
}
