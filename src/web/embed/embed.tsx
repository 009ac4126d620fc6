import { render } from 'preact';
import { engineClient } from '../engine/client.ts';
import type { EstimateReply } from '../engine/messages.ts';
import { DotsTable } from '../parts/dots-table.tsx';
import { English } from '../parts/english.tsx';
import { readState, writeState } from '../state/url-state.ts';
import { answerOf } from '../words/answer.ts';
import { speechOf, type Speech } from '../words/speech.ts';
import '../styles/page.css';
import '../styles/print.css';

/** Key of the address that fixes the result: another id is another number, which is then not shown. */
const FIXED_ID = /(?:^#|&)id=([a-z2-7]{26})(?=&|$)/;

/** A figure for other people's pages: no inputs, a link back, and a number that cannot change under an article. */
async function show(root: Element): Promise<void> {
  const fixed = FIXED_ID.exec(window.location.hash)?.[1];
  const { state } = readState(window.location.hash.replace(FIXED_ID, ''));
  const worker = new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' });
  const reply = await engineClient(worker).ask('main', { kind: 'estimate', choice: state.choice });
  worker.terminate();
  const speech = speechOf(state.language, state.digits, undefined);
  document.documentElement.lang = speech.words.language;
  document.documentElement.dir = speech.words.direction;
  const isSame = fixed === undefined || fixed === reply.result.id;
  render(<Figure reply={reply} isSame={isSame} speech={speech} back={`../#${writeState(state)}`} />, root);
}

function Figure(props: {
  readonly reply: EstimateReply;
  readonly isSame: boolean;
  readonly speech: Speech;
  readonly back: string;
}) {
  const { reply, isSame, speech, back } = props;
  const { words } = speech;
  const { result } = reply;
  const { first, second } = answerOf(result, speech);
  const loss = result.economicLoss;
  return (
    <main class="answer">
      <p class="eyebrow">
        <English speech={speech}>{result.scenario.title ?? ''}</English>
      </p>
      {isSame ? (
        <>
          <h1 class="first">{first}</h1>
          <p class="second">{second}</p>
          {loss !== null && loss.p95 > 0 && <DotsTable loss={loss} speech={speech} />}
          <p class="muted">{words.dots.caption}</p>
        </>
      ) : (
        <p class="lead">{words.embed.moved}</p>
      )}
      <p class="muted">
        <a href={back} target="_blank" rel="noopener">
          {words.embed.back}
        </a>{' '}
        · lossrange {result.versions.engine} ·{' '}
        <bdi dir="ltr">
          <code>{result.id}</code>
        </bdi>
      </p>
    </main>
  );
}

const root = document.querySelector('#page');
if (root !== null) void show(root);
