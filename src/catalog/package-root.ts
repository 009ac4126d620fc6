/** The folder that holds models/ and data/, whether this file runs from src/catalog or from dist/catalog. */
export const packageRoot = new URL('../../', import.meta.url);
