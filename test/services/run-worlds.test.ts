import { describe, expect, it } from 'vitest';
import { zoneOffsetHours } from '../../src/catalog/zone-offset.ts';
import { openParameterBook } from '../../src/core/impact/parameter-book.ts';
import { openBookYears } from '../../src/core/insurance/book-years/open-book-years.ts';
import { runWorlds } from '../../src/services/run-worlds.ts';
import { policyOf } from '../core/insurance/years/support.ts';
import { catalog } from '../support/engine.ts';

describe('worlds on threads', () => {
  it('come in order and are the same bytes for any number of them', async () => {
    // 1,000 policies × 105,000 years are worth three threads.
    const rows = Array.from({ length: 1000 }, (_, i) =>
      policyOf(
        String(i),
        {},
        { dependsOn: i % 3 === 0 ? null : [{ provider: 'aws', region: 'us-east-1', share: 1 }] },
      ),
    );
    const simulation = { worlds: 7, yearsPerWorld: 15_000, seed: 3 };
    const digestsOf = async (threads: number): Promise<readonly unknown[]> => {
      const book = openParameterBook(catalog, { assumptions: {}, sources: {} });
      const { model } = openBookYears(
        rows,
        catalog.catalogues.get('cloud')!,
        simulation,
        catalog,
        book,
        zoneOffsetHours,
      );
      const seen: unknown[] = [];
      for await (const result of runWorlds(model, { rows, catalogue: 'cloud', simulation }, threads)) {
        seen.push([
          result.world,
          Buffer.from(result.grossMeanNeutral.byEvent.buffer).toString('base64').slice(-4000),
          [...result.gross.byPolicy].slice(-20),
          [...result.disasters.gross],
        ]);
      }
      return seen;
    };
    const alone = await digestsOf(1);
    expect(alone.map((row) => (row as [number])[0])).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await digestsOf(3)).toEqual(alone);
  }, 120_000);

  it('can be left early: what other threads still run is dropped', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => policyOf(String(i)));
    const simulation = { worlds: 7, yearsPerWorld: 15_000, seed: 3 };
    const book = openParameterBook(catalog, { assumptions: {}, sources: {} });
    const cloud = catalog.catalogues.get('cloud')!;
    const { model } = openBookYears(rows, cloud, simulation, catalog, book, zoneOffsetHours);
    const dropped: unknown[] = [];
    const note = (reason: unknown): void => void dropped.push(reason);
    process.on('unhandledRejection', note);
    try {
      for await (const { world } of runWorlds(model, { rows, catalogue: 'cloud', simulation }, 3)) {
        expect(world).toBe(0);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(dropped).toEqual([]);
  }, 60_000);
});
