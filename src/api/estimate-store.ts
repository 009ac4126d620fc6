/** Estimates that were sent, by id, for a while. */
export interface EstimateStore {
  /** An estimate as it was sent, UTF-8; it counts as used, so it stays longer. */
  get(id: string): Uint8Array | undefined;
  /** Keeps an estimate; one that is known already stays as it is, since its answers may be cached elsewhere. */
  put(id: string, json: Uint8Array): void;
}

/**
 * A store in memory that forgets the estimates unused for longest.
 *
 * @param mostBytes  of all estimates together
 */
export function openEstimateStore(mostBytes: number): EstimateStore {
  // A Map keeps the order of insertion, so the first key is the one unused for longest.
  const texts = new Map<string, Uint8Array>();
  let bytes = 0;
  const get = (id: string): Uint8Array | undefined => {
    const json = texts.get(id);
    if (json === undefined) return undefined;
    texts.delete(id);
    texts.set(id, json);
    return json;
  };
  return {
    get,
    put(id, json) {
      if (get(id) !== undefined || json.byteLength > mostBytes) return;
      texts.set(id, json);
      bytes += json.byteLength;
      for (const [oldest, held] of texts) {
        if (bytes <= mostBytes) break;
        texts.delete(oldest);
        bytes -= held.byteLength;
      }
    },
  };
}
