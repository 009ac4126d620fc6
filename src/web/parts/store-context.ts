import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Store } from '../state/store.ts';
import type { Speech } from '../words/speech.ts';

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no store above this part');
  return store;
}

/** The reader's language; a part that reads it is drawn again when it changes. */
export function useSpeech(): Speech {
  return useStore().speech.value;
}
