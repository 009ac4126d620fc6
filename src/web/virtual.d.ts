/** Made by `vite.config.ts` from models/ and data/. */
declare module 'virtual:catalog' {
  /** JSON of a `CatalogBundle`, for `reviveBundle`. */
  export const text: string;
}

declare module 'virtual:events' {
  /** JSON of an `EventsBundle`, for `reviveEvents`. */
  export const text: string;
}

declare module 'virtual:claims' {
  /** JSON of a `ClaimsBundle`. */
  export const text: string;
}

declare module '*.css';
