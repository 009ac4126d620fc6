import { render } from 'preact';
import { engineClient } from './engine/client.ts';
import { Page } from './page.tsx';
import { StoreContext } from './parts/store-context.ts';
import { createStore } from './state/store.ts';
import './styles/page.css';
import './styles/print.css';

const worker = new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module' });
const store = createStore(engineClient(worker), window);
window.addEventListener('popstate', store.readAddress);
window.addEventListener('hashchange', store.readAddress);

const root = document.querySelector('#page');
if (root !== null) {
  render(
    <StoreContext.Provider value={store}>
      <Page />
    </StoreContext.Provider>,
    root,
  );
}
