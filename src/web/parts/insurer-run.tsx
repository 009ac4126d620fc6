import type { ComponentChildren } from 'preact';
import { saveFile } from '../exports/save-file.ts';
import type { Speech } from '../words/speech.ts';
import { CopiedLine } from './copied-line.tsx';

/** What can be done with an answer to an insurer; `children` come first. */
export function AnswerActions(props: {
  readonly file: string;
  readonly json: () => string;
  readonly speech: Speech;
  readonly children?: ComponentChildren;
}) {
  const { file, json, speech, children } = props;
  return (
    <div class="actions">
      {children}
      <button type="button" class="quiet" onClick={() => saveFile(file, 'application/json', json())}>
        <bdi>JSON</bdi>
      </button>
      <button type="button" class="quiet" onClick={() => window.print()}>
        {speech.words.run.print}
      </button>
    </div>
  );
}

/** The line that gives the same result elsewhere, and the id of the result; `children` say the rest of the record. */
export function InsurerRun(props: {
  readonly name: 'price' | 'book';
  readonly command: string;
  readonly id: string;
  readonly speech: Speech;
  readonly children: ComponentChildren;
}) {
  const { name, command, id, speech, children } = props;
  const { run } = speech.words;
  return (
    <section class="run" aria-labelledby={`${name}-run`}>
      <h2 id={`${name}-run`}>{run.title}</h2>
      <dl>
        <CopiedLine name={run.cli} text={command} copy={run.copy} />
      </dl>
      <p class="record">
        {run.id}{' '}
        <bdi dir="ltr">
          <code data-testid={`${name}-id`}>{id}</code>
        </bdi>{' '}
        · {children}
      </p>
    </section>
  );
}
