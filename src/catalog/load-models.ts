import type {
  Archetype,
  EventCatalogue,
  Kind,
  LadderRung,
  Parameter,
  ProviderRegion,
  Sector,
} from '../core/catalog.ts';
import { nearestName } from '../core/units/nearest-name.ts';
import { methodParameters } from './method-parameters.ts';
import {
  activitySchema,
  catalogueSchema,
  kindSchema,
  ladderSchema,
  methodSchema,
  providerSchema,
  sectorSchema,
} from './model-schema.ts';
import type { ParameterInput } from './model-schema.ts';
import { modelInvalid, readModelJson } from './read-json.ts';
import { listFolders, listJsonIds, readSourceFile } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** A sector as its model file states it, before the US table adds its size. */
export type SectorModel = Omit<Sector, 'valueAddedUsd' | 'grossOutputUsd'>;

/** Everything in models/. */
export interface Models {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly sectors: readonly SectorModel[];
  readonly archetypes: ReadonlyMap<string, Archetype>;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Key `<provider>.<region>`. */
  readonly providers: ReadonlyMap<string, ProviderRegion>;
  readonly ladder: readonly LadderRung[];
  readonly catalogues: ReadonlyMap<string, EventCatalogue>;
  readonly files: readonly SourceFile[];
}

/** What the readers below fill. */
interface Draft {
  readonly parameters: Map<string, Parameter>;
  readonly sectors: SectorModel[];
  readonly archetypes: Map<string, Archetype>;
  readonly kinds: Map<string, Kind>;
  readonly providers: Map<string, ProviderRegion>;
  readonly ladder: LadderRung[];
  readonly catalogues: Map<string, EventCatalogue>;
  readonly files: SourceFile[];
}

/** Reads and checks every JSON file in the folders of models/. */
export function loadModels(root: URL): Models {
  const draft: Draft = {
    parameters: new Map(),
    sectors: [],
    archetypes: new Map(),
    kinds: new Map(),
    providers: new Map(),
    ladder: [],
    catalogues: new Map(),
    files: [],
  };
  for (const folder of listFolders(root, 'models')) {
    for (const name of listJsonIds(root, `models/${folder}`)) {
      const file = readSourceFile(root, `models/${folder}/${name}.json`, 'MODEL_INVALID');
      draft.files.push(file);
      const id = (readers[folder] ?? readMethod)(file, draft);
      if (id !== name)
        throw modelInvalid(
          file.path,
          'id',
          `must be "${name}", as the file; found "${id}"`,
          'rename one of the two',
        );
    }
  }
  requireMethods(draft);
  requireReferences(draft);
  return draft;
}

/** How the files of a folder are read; each returns the id in the file. The other folders hold method files. */
const readers: Readonly<Record<string, (file: SourceFile, draft: Draft) => string>> = {
  sectors: readSector,
  kinds: readKind,
  providers: readProvider,
  activity: readActivity,
  ladder: readLadder,
  catalogues: readCatalogue,
};

function readSector(file: SourceFile, draft: Draft): string {
  const { parameters, ...sector } = readModelJson(file, sectorSchema);
  draft.sectors.push({ ...sector, file: file.path });
  addParameters(draft, file, parameters, (name) => `${name}.${sector.id}`);
  return sector.id;
}

function readKind(file: SourceFile, draft: Draft): string {
  const { parameters, ...kind } = readModelJson(file, kindSchema);
  draft.kinds.set(kind.id, { ...kind, file: file.path });
  addParameters(draft, file, parameters, (name) => `kind.${kind.id}.${name}`);
  return kind.id;
}

function readProvider(file: SourceFile, draft: Draft): string {
  const { id, kind, regions } = readModelJson(file, providerSchema);
  for (const [region, { parameters, ...rest }] of Object.entries(regions)) {
    draft.providers.set(`${id}.${region}`, { provider: id, region, kind, ...rest, file: file.path });
    addParameters(draft, file, parameters, (name) => `exposure.${id}.${region}.${name}`);
  }
  return id;
}

function readActivity(file: SourceFile, draft: Draft): string {
  const { id, archetypes } = readModelJson(file, activitySchema);
  for (const [archetype, { parameters, ...rest }] of Object.entries(archetypes)) {
    draft.archetypes.set(archetype, { id: archetype, ...rest, file: file.path });
    addParameters(draft, file, parameters, (name) => `activity.${archetype}.${name}`);
  }
  return id;
}

function readLadder(file: SourceFile, draft: Draft): string {
  const { id, rungs, parameters } = readModelJson(file, ladderSchema);
  requireNames(file, id, parameters);
  draft.ladder.push(...rungs);
  addParameters(draft, file, parameters, (name) => `${id}.${name}`);
  return id;
}

function readCatalogue(file: SourceFile, draft: Draft): string {
  const { id, title, frequencies, durations, serviceClasses, providers } = readModelJson(
    file,
    catalogueSchema,
  );
  const add = (
    group: string,
    name: string,
    parameters: Readonly<Record<string, ParameterInput | undefined>>,
  ) => addParameters(draft, file, parameters, (parameter) => `catalogue.${id}.${group}.${name}.${parameter}`);
  for (const [name, { parameters }] of Object.entries(frequencies)) add('frequency', name, parameters);
  for (const [name, { parameters }] of Object.entries(durations)) add('duration', name, parameters);
  for (const [name, { parameters }] of Object.entries(serviceClasses)) add('class', name, parameters);
  for (const [name, { parameters }] of Object.entries(providers)) add('provider', name, parameters);
  draft.catalogues.set(id, {
    id,
    title,
    frequencies: Object.keys(frequencies),
    durations: Object.entries(durations).map(([name, { kind }]) => ({ id: name, kind })),
    serviceClasses: Object.entries(serviceClasses).map(([name, { title: words, duration }]) => ({
      id: name,
      title: words,
      duration,
    })),
    providers: Object.entries(providers).map(([name, { regions }]) => ({
      id: name,
      regions: Object.entries(regions).map(([region, fields]) => ({ id: region, ...fields })),
    })),
    file: file.path,
  });
  return id;
}

function readMethod(file: SourceFile, draft: Draft): string {
  const { id, parameters } = readModelJson(file, methodSchema);
  requireNames(file, id, parameters);
  addParameters(draft, file, parameters, (name) => `${id}.${name}`);
  return id;
}

/** A method file has the parameters that its method reads, no fewer and no others. */
function requireNames(file: SourceFile, id: string, parameters: Readonly<Record<string, unknown>>): void {
  const expected = Object.hasOwn(methodParameters, id) ? methodParameters[id] : undefined;
  if (expected === undefined) {
    const hint = suggestion(id, Object.keys(methodParameters));
    throw modelInvalid(file.path, 'id', `"${id}" is read by no method`, hint);
  }
  const unknown = Object.keys(parameters).find((name) => !expected.includes(name));
  if (unknown !== undefined) {
    throw modelInvalid(
      file.path,
      'parameters',
      `has the unknown key "${unknown}"`,
      suggestion(unknown, expected),
    );
  }
  const missing = expected.find((name) => !Object.hasOwn(parameters, name));
  if (missing !== undefined) {
    throw modelInvalid(file.path, `parameters.${missing}`, 'is missing', 'the method reads it: restore it');
  }
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearestName(name.slice(0, 64), known);
  return near === null ? `allowed here: ${known.join(', ')}` : `did you mean "${near}"?`;
}

function addParameters(
  draft: Draft,
  file: SourceFile,
  parameters: Readonly<Record<string, ParameterInput | undefined>>,
  pathOf: (name: string) => string,
): void {
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter === undefined) continue;
    const path = pathOf(name);
    const other = draft.parameters.get(path);
    if (other !== undefined) {
      throw modelInvalid(
        file.path,
        `parameters.${name}`,
        `"${path}" is also in ${other.file}`,
        'remove one of the two',
      );
    }
    draft.parameters.set(path, { path, ...parameter, file: file.path });
  }
}

function requireMethods(draft: Draft): void {
  for (const [id, names] of Object.entries(methodParameters)) {
    if (names.every((name) => draft.parameters.has(`${id}.${name}`))) continue;
    throw modelInvalid('models', id, `there is no file ${id}.json`, `restore models/${id}/${id}.json`);
  }
}

function requireReferences(draft: Draft): void {
  for (const { archetypes, file } of draft.sectors) {
    const missing = archetypes.find((archetype) => !draft.archetypes.has(archetype));
    if (missing === undefined) continue;
    const known = [...draft.archetypes.keys()].join(', ');
    throw modelInvalid(file, 'archetypes', `"${missing}" is not in models/activity`, `use one of ${known}`);
  }
  for (const { ladderRung, file } of [...draft.kinds.values(), ...draft.providers.values()]) {
    if (ladderRung === undefined || draft.parameters.has(`ladder.${ladderRung}`)) continue;
    const hint = 'name a parameter of models/ladder/ladder.json';
    throw modelInvalid(file, 'ladderRung', `"${ladderRung}" is not on the ladder`, hint);
  }
  const providers = new Set([...draft.providers.values()].map(({ provider }) => provider));
  for (const { providers: listed, file } of draft.catalogues.values()) {
    const missing = listed.find(({ id }) => !providers.has(id));
    if (missing === undefined) continue;
    const known = [...providers].join(', ');
    throw modelInvalid(
      file,
      'providers',
      `"${missing.id}" is not in models/providers`,
      `use one of ${known}`,
    );
  }
  for (const { kind, file } of draft.providers.values()) {
    if (draft.kinds.has(kind)) continue;
    const known = [...draft.kinds.keys()].join(', ');
    throw modelInvalid(file, 'kind', `"${kind}" is not in models/kinds`, `use one of ${known}`);
  }
}
