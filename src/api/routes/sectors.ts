import { z } from 'zod';
import type { Catalog, Sector } from '../../core/catalog.ts';
import { nearestName } from '../../core/units/nearest-name.ts';
import { jsonText } from '../../report/json-text.ts';
import { listSectors } from '../../services/describe-model.ts';
import type { Api } from '../api.ts';
import { refuseOtherMethods } from '../methods.ts';
import { sectorResponse, sectorsResponse } from '../schemas/model.ts';
import { answers, lookUpProblems, readingProblems } from '../schemas/problem.ts';
import { JSON_TYPE, sendText, unknownId } from '../send.ts';

/** `/v1/sectors`. */
export function registerSectors(app: Api, catalog: Catalog): void {
  const sectors = new Map(catalog.sectors.map((sector) => [sector.id, sector]));
  const list = jsonText({
    sectors: listSectors(catalog).map(({ id, naics, ...shares }) => {
      const { title = id, isic = '' } = sectors.get(id) ?? {};
      return { id, title, naics, isic, ...shares };
    }),
  });

  app.get(
    '/v1/sectors',
    {
      schema: {
        operationId: 'listSectors',
        tags: ['model'],
        summary: 'The sectors',
        response: answers({
          200: {
            description: 'All of them, in the order of their NAICS codes.',
            content: { 'application/json': { schema: sectorsResponse } },
          },
          ...readingProblems,
        }),
      },
    },
    (_request, reply) => sendText(reply.header('cache-control', 'no-cache'), JSON_TYPE, list),
  );
  refuseOtherMethods(app, '/v1/sectors', ['GET']);

  app.get(
    '/v1/sectors/:id',
    {
      schema: {
        operationId: 'readSector',
        tags: ['model'],
        summary: 'One sector, with its parameters',
        params: z.strictObject({ id: z.string().describe('as in the list of sectors') }),
        response: answers({
          200: {
            description: 'The sector.',
            content: { 'application/json': { schema: sectorResponse } },
          },
          ...lookUpProblems,
        }),
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const sector = sectors.get(id);
      if (sector === undefined) throw unknownId('sector', hintFor(id, catalog));
      const body = jsonText(described(sector, catalog));
      return sendText(reply.header('cache-control', 'no-cache'), JSON_TYPE, body);
    },
  );
  refuseOtherMethods(app, '/v1/sectors/:id', ['GET']);
}

function described(sector: Sector, catalog: Catalog): unknown {
  const { id, title, naics, isic, online, government, valueAddedUsd, grossOutputUsd, finer } = sector;
  const parameters = [...catalog.parameters.values()].filter(({ path }) => path.split('.').includes(id));
  return { id, title, naics, isic, online, government, valueAddedUsd, grossOutputUsd, finer, parameters };
}

function hintFor(id: string, catalog: Catalog): string {
  const parent = catalog.sectors.find((sector) => sector.finer.some((finer) => finer.id === id));
  if (parent !== undefined) return `it is a part of "${parent.id}"`;
  const ids = catalog.sectors.map((sector) => sector.id);
  const near = nearestName(id.slice(0, 64), ids);
  return near === null ? 'GET /v1/sectors lists them' : `did you mean "${near}"?`;
}
