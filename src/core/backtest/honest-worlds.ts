import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import { compile } from '../impact/compile.ts';
import type { CompiledModel } from '../impact/compile.ts';
import type { ExposureKind, Scenario } from '../scenario.ts';
import type { World, WorldGroup } from './run-worlds.ts';

/** One event of each exposure kind, whose facts all worlds share. The systemic one is a cloud region. */
export type CalibrationEvents = Readonly<Record<ExposureKind, Scenario>>;

const titles: Readonly<Record<Exclude<ExposureKind, 'systemic'>, string>> = {
  'company-long-cyber': 'company, long cyber incident',
  airline: 'airline',
  'company-it': 'company, own service down',
  'national-shutdown': 'national shutdown',
};

/** Sector that is scored alone. */
const ONE_SECTOR = 'retail-trade';

/**
 * Worlds that follow the engine: each kind of event; and of the cloud event the pool, one wide and one narrow method,
 * and one sector.
 */
export function honestWorlds(
  events: CalibrationEvents,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): readonly WorldGroup[] {
  const modelOf = (scenario: Scenario): CompiledModel => compile(scenario, catalog, zoneOffset).model;
  return [
    groupOf(modelOf(events.systemic), [
      { id: 'systemic', title: 'cloud region, all methods pooled', target: 'pool' },
      { id: 'footprint', title: 'cloud region, footprint alone', target: 'footprint' },
      { id: 'user-time', title: 'cloud region, user time alone', target: 'user-time' },
    ]),
    groupOf(modelOf(oneSector(events.systemic, catalog)), [
      { id: 'one-sector', title: 'cloud region, retail trade alone', target: 'footprint' },
    ]),
    ...Object.entries(titles).map(([kind, title]) =>
      groupOf(modelOf(events[kind as ExposureKind]), [{ id: kind, title, target: 'pool' }]),
    ),
  ];
}

function groupOf(
  range: CompiledModel,
  worlds: readonly Pick<World, 'id' | 'title' | 'target'>[],
): WorldGroup {
  return { range, worlds: worlds.map((world) => ({ ...world, expected: 'honest', truth: () => range })) };
}

/** The event when one sector alone depends on what failed; without counts no other loss is added to its own. */
function oneSector(scenario: Scenario, catalog: Catalog): Scenario {
  const others = catalog.sectors.filter(({ id }) => id !== ONE_SECTOR);
  return {
    ...scenario,
    affected: { ...scenario.affected, businesses: [], userReports: [] },
    assumptions: Object.fromEntries(others.map(({ id }) => [`dependence.${id}`, 0])),
  };
}
