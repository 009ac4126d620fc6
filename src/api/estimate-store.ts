/** Estimates that were sent, by id, for a while. */
export interface EstimateStore {
  /** The text of an estimate; it counts as used, so it stays longer. */
  get(id: string): string | undefined;
  /** Keeps an estimate; one that is known already stays as it is, since its answers may be cached elsewhere. */
  put(id: string, json: string): void;
}

/**
 * A store in memory that forgets the estimates unused for longest.
 *
 * @param mostCharacters  of all texts together
 */
export function openEstimateStore(mostCharacters: number): EstimateStore {
  // A Map keeps the order of insertion, so the first key is the one unused for longest.
  const texts = new Map<string, string>();
  let characters = 0;
  const get = (id: string): string | undefined => {
    const json = texts.get(id);
    if (json === undefined) return undefined;
    texts.delete(id);
    texts.set(id, json);
    return json;
  };
  return {
    get,
    put(id, json) {
      if (get(id) !== undefined || json.length > mostCharacters) return;
      texts.set(id, json);
      characters += json.length;
      for (const [oldest, text] of texts) {
        if (characters <= mostCharacters) break;
        texts.delete(oldest);
        characters -= text.length;
      }
    },
  };
}
