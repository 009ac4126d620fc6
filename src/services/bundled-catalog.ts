import type { Catalog } from '../core/catalog.ts';

/** The models and tables that ship, read when first needed: importing the library reads no file. */
export async function bundledCatalog(): Promise<Catalog> {
  const { loadCatalog } = await import('../catalog/load-catalog.ts');
  return loadCatalog();
}
