import type { Speech } from '../words/speech.ts';

/** Text that exists in English only: an Arabic page marks it, so that it is read and laid out as English. */
export function English({ speech, children }: { readonly speech: Speech; readonly children: string }) {
  if (speech.words.language === 'en') return <>{children}</>;
  return (
    <bdi lang="en" dir="ltr">
      {children}
    </bdi>
  );
}

/** A sentence of the engine in the reader's language where there is one. */
export function Sentence({ speech, children }: { readonly speech: Speech; readonly children: string }) {
  const known = speech.words.sentences?.[children];
  return known === undefined ? <English speech={speech}>{children}</English> : <>{known}</>;
}
