import type { Catalog, DataFile, Parameter, Reference } from '../catalog.ts';
import { compileQuantity } from '../distribution/marginal.ts';
import type { Marginal } from '../distribution/marginal.ts';
import type { Quantity } from '../distribution/quantity.ts';
import { ImpactError } from '../errors/impact-error.ts';
import { invariant } from '../errors/invariant.ts';
import type { ProvenanceRow, ResultWarning } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { nearestName } from '../units/nearest-name.ts';

/** Position of an input's column among the sampled inputs. */
export type InputIndex = number;

/** One uncertain (or known) number of a compiled model. */
export interface CompiledInput {
  readonly name: string;
  readonly marginal: Marginal;
  /** Inputs with the same stream move together; normally the name. */
  readonly stream: string;
  /** Shares a common factor with its family: score = √ρ · z_family + √(1 − ρ) · e. */
  readonly family: { readonly stream: string; readonly correlation: number } | null;
  readonly words: string;
}

/** What a fact is: its unit, words for the reader, and the key of its source in the scenario. */
export interface FactAbout {
  readonly unit: string;
  readonly words: string;
  readonly source?: string | undefined;
  /** Facts with the same stream move together; normally each has its own. */
  readonly stream?: string;
}

/**
 * The one door through which a model takes its numbers: it applies the user's overrides, and remembers what was used,
 * with which source, from which file.
 */
export interface ParameterBook {
  /** An uncertain parameter, by path. */
  readonly draw: (path: string, family?: { stream: string; correlation: number }) => InputIndex;
  /** A parameter that must be a plain number. */
  readonly number: (path: string) => number;
  /** A quantity stated by the scenario. */
  readonly fact: (
    path: string,
    quantity: Quantity,
    bounds: { min?: number; max?: number },
    about: FactAbout,
  ) => InputIndex;
  /** A parameter's quantity without sampling it. */
  readonly quantity: (path: string) => Quantity;
  readonly has: (path: string) => boolean;
  readonly useData: (group: DataFile) => void;
  readonly useModelFile: (file: string) => void;
  readonly warn: (code: string, path: string, message: string) => void;
  readonly inputs: readonly CompiledInput[];
  readonly provenance: readonly ProvenanceRow[];
  readonly warnings: readonly ResultWarning[];
  readonly filesUsed: ReadonlySet<string>;
  /** Overrides that nothing asked for. */
  readonly unusedOverrides: () => readonly string[];
}

export function openParameterBook(
  catalog: Catalog,
  { assumptions, sources }: Pick<Scenario, 'assumptions' | 'sources'>,
): ParameterBook {
  const inputs: CompiledInput[] = [];
  const indexByName = new Map<string, InputIndex>();
  const provenance = new Map<string, ProvenanceRow>();
  const warnings: ResultWarning[] = [];
  const filesUsed = new Set<string>();

  for (const path of Object.keys(assumptions)) {
    if (!catalog.parameters.has(path)) throw unknownParameter(catalog, path);
  }

  function lookUp(path: string): { parameter: Parameter; value: Quantity } {
    const parameter = catalog.parameters.get(path);
    invariant(parameter !== undefined, `no parameter ${path}`);
    const override = assumptions[path];
    filesUsed.add(parameter.file);
    provenance.set(path, {
      parameter: path,
      value: override ?? parameter.value,
      unit: parameter.unit,
      evidence: override === undefined ? parameter.evidence : 'user',
      source: override === undefined ? parameter.reference : null,
      note: override === undefined ? parameter.note : undefined,
      words: parameter.words,
    });
    return { parameter, value: override ?? parameter.value };
  }

  function add(
    input: Omit<CompiledInput, 'marginal'>,
    quantity: Quantity,
    bounds: Bounds,
    path: string,
  ): number {
    const existing = indexByName.get(input.name);
    if (existing !== undefined) return existing;
    const { marginal, cutShare } = compileQuantity(quantity, bounds, path);
    // Defaults say in their notes what is cut; the user's own numbers are told at once.
    if (cutShare > 0.01 && !catalog.parameters.has(path)) {
      const percent = Math.round(cutShare * 100);
      warn('MASS_CUT', path, `${percent} % of ${path} lay outside its bounds and was cut`);
    }
    indexByName.set(input.name, inputs.length);
    inputs.push({ ...input, marginal });
    return inputs.length - 1;
  }

  function warn(code: string, path: string, message: string): void {
    if (!warnings.some((row) => row.code === code && row.path === path))
      warnings.push({ code, path, message });
  }

  return {
    draw: (path, family) => {
      const { parameter, value } = lookUp(path);
      const input = { name: path, stream: path, family: family ?? null, words: parameter.words };
      try {
        return add(input, value, boundsOf(parameter), overridePath(assumptions, path));
      } catch (error) {
        throw assumptions[path] === undefined ? brokenModel(parameter, error) : error;
      }
    },
    number: (path) => {
      const { parameter, value } = lookUp(path);
      if (typeof value !== 'number') throw mustBeNumber(path, value);
      compileQuantity(value, boundsOf(parameter), overridePath(assumptions, path));
      return value;
    },
    fact: (path, quantity, bounds, about) => {
      provenance.set(path, {
        parameter: path,
        value: quantity,
        unit: about.unit,
        evidence: 'fact',
        source: sourceOf(sources, about.source),
        words: about.words,
      });
      const input = { name: path, stream: about.stream ?? path, family: null, words: about.words };
      return add(input, quantity, bounds, path);
    },
    quantity: (path) => lookUp(path).value,
    has: (path) => catalog.parameters.has(path),
    useData: (group) => {
      for (const file of catalog.dataFiles[group]) filesUsed.add(file);
    },
    useModelFile: (file) => {
      filesUsed.add(file);
    },
    warn,
    inputs,
    get provenance() {
      return [...provenance.values()];
    },
    warnings,
    filesUsed,
    unusedOverrides: () => Object.keys(assumptions).filter((path) => !provenance.has(path)),
  };
}

interface Bounds {
  min?: number;
  max?: number;
}

function boundsOf(parameter: Parameter): Bounds {
  return {
    ...(parameter.min === undefined ? {} : { min: parameter.min }),
    ...(parameter.max === undefined ? {} : { max: parameter.max }),
  };
}

/** A default that cannot be drawn is a broken file, which the user did not write. */
function brokenModel({ file, path }: Parameter, error: unknown): unknown {
  if (!(error instanceof ImpactError)) return error;
  const { message, hint } = error;
  return new ImpactError('MODEL_INVALID', { path: `${file}: ${path}`, message, hint, cause: error });
}

/** Errors about an override name the scenario's field; errors about a default name the parameter. */
function overridePath(assumptions: Readonly<Record<string, Quantity>>, path: string): string {
  return assumptions[path] === undefined ? path : `assumptions.${path}`;
}

function sourceOf(sources: Scenario['sources'], key: string | undefined): Reference | null {
  const source = key === undefined ? undefined : sources[key];
  if (source === undefined) return null;
  return { title: source.title, ...(source.href === undefined ? {} : { href: source.href }) };
}

function unknownParameter(catalog: Catalog, path: string): ImpactError {
  const near = nearestName(path, catalog.parameters.keys());
  return new ImpactError('PARAMETER_UNKNOWN', {
    path: `assumptions.${path}`,
    message: `no model parameter is called "${path}"`,
    hint: near === null ? 'explain lists every parameter of an estimate' : `did you mean "${near}"?`,
  });
}

function mustBeNumber(path: string, value: Quantity): ImpactError {
  return new ImpactError('PARAMETER_OUT_OF_RANGE', {
    path: `assumptions.${path}`,
    message: `"${path}" must be one number, found ${JSON.stringify(value)}`,
    hint: 'this part of the model is fixed within an estimate; run it twice to compare two values',
  });
}
