import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Header } from './parts/header.tsx';
import { useStore } from './parts/store-context.ts';
import { CompareView } from './views/compare-view.tsx';
import { EstimateView } from './views/estimate-view.tsx';

/** Views with words and code of their own, loaded when they are opened. */
const laterViews = {
  claim: () => import('./views/claim-view.tsx').then(({ ClaimView }) => ClaimView),
  insurer: () => import('./views/insurer-view.tsx').then(({ InsurerView }) => InsurerView),
};

function LaterView({ name }: { readonly name: keyof typeof laterViews }) {
  const view = useSignal<ComponentType | null>(null);
  useEffect(() => {
    void laterViews[name]().then((Loaded) => (view.value = () => <Loaded />));
  }, []);
  const View = view.value;
  return View === null ? null : <View />;
}

/** The whole page: one of four views under one header. */
export function Page() {
  const { page, speech, ignored, announcement, shown } = useStore();
  useSignalEffect(() => {
    const { words } = speech.value;
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
    const title = page.value.view === 'estimate' ? shown.value?.result.scenario.title : undefined;
    document.title =
      title === undefined ? `lossrange: ${words.views[page.value.view]}` : `${title} | lossrange`;
  });
  const { words } = speech.value;
  return (
    <>
      <Header />
      <main>
        {ignored.value.length > 0 && (
          <p class="problem" role="status">
            {words.status.ignored('')} <bdi dir="ltr">{ignored.value.join(', ')}</bdi>
          </p>
        )}
        {page.value.view === 'estimate' && <EstimateView />}
        {page.value.view === 'compare' && <CompareView />}
        {page.value.view === 'claim' && <LaterView key="claim" name="claim" />}
        {page.value.view === 'insurer' && <LaterView key="insurer" name="insurer" />}
      </main>
      <footer>
        <p>{words.status.offline}</p>
        <p class="print-only">
          <bdi dir="ltr">
            {window.location.href} · {shown.value?.result.id} · lossrange{' '}
            {shown.value?.result.versions.engine}
          </bdi>
        </p>
      </footer>
      <p class="unseen" aria-live="polite" data-testid="announcement">
        {announcement.value}
      </p>
    </>
  );
}
