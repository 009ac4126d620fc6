import { countrySeverityUsd, severityUsd, severityUsdBetween } from '../exposure/economy.ts';
import type { Economy } from '../exposure/economy.ts';
import { CHUNK_DRAWS } from '../random/stream.ts';
import type { NamedAmount } from '../result.ts';
import { invariant } from '../errors/invariant.ts';
import { middleNode } from '../outage/scale-nodes.ts';
import type { Compilation } from './compile.ts';
import type { DrawTable } from './method.ts';
import type { CompiledFootprint, ExposureGroup } from './methods/footprint.ts';
import { fillAfterEndUsd, fillPhaseUsd, fillStoppedUsd, readColumns } from './methods/footprint-columns.ts';
import type { CompiledLadder } from './methods/gdp-hours-ladder.ts';
import { companyLosses } from './methods/named-companies.ts';
import type { CompiledCompanies } from './methods/named-companies.ts';
import type { Pool } from './pool.ts';
import type { Simulation } from './simulate.ts';
import { lendFloats, lendUnset } from '../memory/lent-arrays.ts';

/** The pooled loss split by sector, country and hour; each list sums to the mean loss of the chosen draws. */
export interface Attribution {
  readonly bySector: readonly NamedAmount[];
  readonly byCountry: readonly NamedAmount[];
  readonly timeline: readonly { readonly fromHour: number | null; readonly usd: number }[];
}

/**
 * Splits the pooled loss by the shares that the leading method has on the same draw.
 *
 * The leading method is the one of highest weight that can tell sectors, countries or hours apart; a method that
 * cannot (a count of firms or users) says how much, not where.
 *
 * @param chosen  draws to average over, ascending, all within the detail chunks
 */
export function attribute(
  compilation: Compilation,
  simulation: Simulation,
  pooled: Pool,
  chosen: readonly number[],
  titles: Titles,
): Attribution {
  const order = compilation.model.methods
    .map((method, index) => ({ method, weight: pooled.weights[index]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const draws = chosenDraws(simulation, pooled, chosen);
  for (const { method } of order) {
    switch (method.method) {
      case 'footprint':
        return attributeFootprint(compilation, method, draws, titles);
      case 'named-companies':
        return attributeCompanies(method, draws, titles);
      case 'gdp-hours-ladder':
        if (!order.some((row) => row.method.method === 'footprint')) {
          return attributeLadder(method, draws, titles);
        }
        break;
      default:
    }
  }
  return { bySector: [], byCountry: [], timeline: [] };
}

/** The chosen draws side by side. */
interface ChosenDraws {
  /** [inputs][chosen] */
  readonly inputs: DrawTable;
  /** The pooled loss: [chosen]. */
  readonly usd: Float64Array;
}

function chosenDraws({ detail }: Simulation, pooled: Pool, chosen: readonly number[]): ChosenDraws {
  const chunk = Uint8Array.from(chosen, (draw) => draw / CHUNK_DRAWS);
  const place = Uint16Array.from(chosen, (draw) => draw % CHUNK_DRAWS);
  return {
    inputs: detail[0]!.map((_, input) => {
      const column = lendUnset(chosen.length);
      const chunks = detail.map((table) => table[input]!);
      for (let i = 0; i < column.length; i++) column[i] = chunks[chunk[i]!]![place[i]!]!;
      return column;
    }),
    usd: Float64Array.from(chosen, (draw) => pooled.lost[draw]!),
  };
}

/** Names for ids, as printed. */
export type Titles = { sector: (id: string) => string; country: (iso2: string) => string };

/** Mean amount of each cell (group × sector × phase) over the draws, and how much of it fell after the end. */
function attributeFootprint(
  compilation: Compilation,
  method: CompiledFootprint,
  draws: ChosenDraws,
  titles: Titles,
): Attribution {
  const { economy, sectorIds } = compilation;
  invariant(economy !== null, 'a footprint without an economy');
  const phases = method.timing.phases.length;
  const cells = splitByCell(method, draws);
  // Draws on which this method finds no loss say nothing of where; the others speak for them.
  if (cells === null) return { bySector: [], byCountry: [], timeline: [] };
  const { before, total } = cells;
  const bySector = sectorIds.map((id, s) => {
    let usd = 0;
    for (const group of total) for (let p = 0; p < phases; p++) usd += group[s * phases + p]!;
    return { id, title: titles.sector(id), usd };
  });
  return {
    bySector: largestFirst(bySector),
    byCountry: largestFirst(splitByCountry(economy, method, total, titles)),
    timeline: splitByHour(economy, method, total, before),
  };
}

/**
 * Mean of what the draws lost, split by cell in proportion to what the footprint finds there: US dollars before the end
 * and in all, [groups][sectors × phases]. Null when it finds nothing on any draw.
 */
function splitByCell(
  method: CompiledFootprint,
  { inputs, usd }: ChosenDraws,
): { before: Float64Array[]; total: Float64Array[] } | null {
  const n = usd.length;
  const phases = method.timing.phases.length;
  const columns = readColumns(method, inputs, n);
  const [factor, stopped, after, phaseUsd] = [lendUnset(n), lendUnset(n), lendUnset(n), lendUnset(n)];
  // Without the factors that all cells of a draw share.
  const readSector = (group: ExposureGroup, s: number): void => {
    const sector = method.sectors[s]!;
    const exposure = inputs[group.exposure]!;
    const dependence = inputs[sector.dependence]!;
    const recapture = inputs[sector.recapture]!;
    const left = sector.online ? columns.leftOnline : columns.leftPhysical;
    for (let i = 0; i < n; i++) {
      factor[i] = exposure[i]! * dependence[i]! * (1 - recapture[i]! * left[i]!);
    }
    fillStoppedUsd(group, s, columns, stopped);
    fillAfterEndUsd(group, s, stopped, columns, after);
  };
  const found = lendFloats(n);
  for (const group of method.groups) {
    for (let s = 0; s < method.sectors.length; s++) {
      readSector(group, s);
      for (let i = 0; i < n; i++) found[i]! += factor[i]! * (stopped[i]! + after[i]!);
    }
  }
  const perFoundUsd = lendFloats(n);
  let placed = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    all += usd[i]!;
    if (found[i] === 0) continue;
    placed += usd[i]!;
    perFoundUsd[i] = usd[i]! / found[i]!;
  }
  const scale = all / n / placed;
  const before = method.groups.map(() => new Float64Array(method.sectors.length * phases));
  const total = method.groups.map(() => new Float64Array(method.sectors.length * phases));
  for (const [g, group] of method.groups.entries()) {
    for (let s = 0; s < method.sectors.length; s++) {
      readSector(group, s);
      // What one dollar before the end comes to: before it, and in all.
      for (let i = 0; i < n; i++) {
        factor[i]! *= perFoundUsd[i]!;
        after[i] = factor[i]! * (1 + (stopped[i]! > 0 ? after[i]! / stopped[i]! : 0));
      }
      for (let p = 0; p < phases; p++) {
        fillPhaseUsd(group, s, p, columns, phaseUsd);
        let beforeUsd = 0;
        let totalUsd = 0;
        for (let i = 0; i < n; i++) {
          beforeUsd += factor[i]! * phaseUsd[i]!;
          totalUsd += after[i]! * phaseUsd[i]!;
        }
        before[g]![s * phases + p] = beforeUsd * scale;
        total[g]![s * phases + p] = totalUsd * scale;
      }
    }
  }
  return placed === 0 ? null : { before, total };
}

/** Within a group all countries share one exposure, so their shares are those of their kernels. */
function splitByCountry(
  economy: Economy,
  method: CompiledFootprint,
  total: readonly Float64Array[],
  titles: Titles,
): NamedAmount[] {
  const node = middleNode(economy.timing);
  return method.groups.flatMap((group, g) => {
    const all = severityUsd(economy, group.countryShares, node);
    return economy.valueAdded.countries.flatMap((country, c) => {
      if (group.countryShares[c] === 0) return [];
      const own = countrySeverityUsd(economy, c, group.countryShares[c]!, node);
      let usd = 0;
      total[g]!.forEach((amount, cell) => (usd += all[cell]! > 0 ? (amount * own[cell]!) / all[cell]! : 0));
      return [{ id: country.iso2, title: titles.country(country.iso2), usd }];
    });
  });
}

const MOST_ROWS = 48;

/** Loss by hour since the start at the middle length; the last row is what fell after the end. */
function splitByHour(
  economy: Economy,
  method: CompiledFootprint,
  total: readonly Float64Array[],
  before: readonly Float64Array[],
): { fromHour: number | null; usd: number }[] {
  const { middleHours } = economy.timing;
  const rows = Math.min(MOST_ROWS, Math.ceil(middleHours));
  const width = middleHours > MOST_ROWS ? middleHours / MOST_ROWS : 1;
  const whole = method.groups.map((group) =>
    severityUsdBetween(economy, group.countryShares, 0, middleHours),
  );
  const timeline: { fromHour: number | null; usd: number }[] = [];
  for (let row = 0; row < rows; row++) {
    let usd = 0;
    method.groups.forEach((group, g) => {
      const to = Math.min(middleHours, (row + 1) * width);
      const part = severityUsdBetween(economy, group.countryShares, row * width, to);
      before[g]!.forEach((amount, cell) => {
        if (whole[g]![cell]! > 0) usd += (amount * part[cell]!) / whole[g]![cell]!;
      });
    });
    timeline.push({ fromHour: row * width, usd });
  }
  const after = sumOf(total) - sumOf(before);
  return [...timeline, { fromHour: null, usd: after }];
}

function sumOf(groups: readonly Float64Array[]): number {
  return groups.reduce((sum, cells) => sum + cells.reduce((a, b) => a + b, 0), 0);
}

function attributeCompanies(method: CompiledCompanies, draws: ChosenDraws, titles: Titles): Attribution {
  const usd = method.companies.map(() => 0);
  draws.usd.forEach((drawUsd, i) => {
    const losses = companyLosses(method, draws.inputs, i);
    const sum = losses.reduce((a, b) => a + b, 0);
    losses.forEach((loss, c) => (usd[c]! += sum > 0 ? ((loss / sum) * drawUsd) / draws.usd.length : 0));
  });
  const rows = method.companies.map((company, c) => ({ company, usd: usd[c]! }));
  const countries = rows.filter(({ company }) => company.country !== null);
  return {
    bySector: merge(
      rows.map((row) => ({
        id: row.company.sectorId,
        title: titles.sector(row.company.sectorId),
        usd: row.usd,
      })),
    ),
    byCountry:
      countries.length < rows.length
        ? []
        : merge(
            rows.map((row) => ({
              id: row.company.country!,
              title: titles.country(row.company.country!),
              usd: row.usd,
            })),
          ),
    timeline: [],
  };
}

function attributeLadder(method: CompiledLadder, draws: ChosenDraws, titles: Titles): Attribution {
  const usd = method.countries.map(() => 0);
  draws.usd.forEach((drawUsd, i) => {
    const weights = method.countries.map(
      (country) => country.usdPerHour * (country.share === null ? 1 : draws.inputs[country.share]![i]!),
    );
    const sum = weights.reduce((a, b) => a + b, 0);
    weights.forEach((weight, c) => (usd[c]! += sum > 0 ? ((weight / sum) * drawUsd) / draws.usd.length : 0));
  });
  const byCountry = method.countries.map((country, c) => ({
    id: country.iso2,
    title: titles.country(country.iso2),
    usd: usd[c]!,
  }));
  return { bySector: [], byCountry: largestFirst(byCountry), timeline: [] };
}

function merge(rows: readonly NamedAmount[]): NamedAmount[] {
  const byId = new Map<string, NamedAmount>();
  for (const row of rows) byId.set(row.id, { ...row, usd: row.usd + (byId.get(row.id)?.usd ?? 0) });
  return largestFirst([...byId.values()]);
}

function largestFirst(rows: readonly NamedAmount[]): NamedAmount[] {
  return [...rows].sort((a, b) => b.usd - a.usd || (a.id < b.id ? -1 : 1));
}
