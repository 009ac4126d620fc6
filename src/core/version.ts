/** Version of the engine: part of every result's id, since it fixes forms, streams and chunk size. */
export const ENGINE_VERSION = '0.1.0';
