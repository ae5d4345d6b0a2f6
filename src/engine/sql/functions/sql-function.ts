// A function of SQLite as the catalogue describes it, and how the data files write one down.
// Knows no function by name.

export type FunctionKind =
  | 'scalar'
  | 'math'
  | 'date'
  | 'json'
  | 'aggregate'
  | 'window'
  | 'table-valued';

export interface SqlFunction {
  /** In lower case. */
  name: string;
  kind: FunctionKind;
  /** At least one. */
  signatures: FunctionParameter[][];
  /** What it gives, in a word or two. */
  result: string;
  description: string;
  /** Columns of a table-valued function, the hidden ones left out; empty for the others. */
  columns: string[];
}

export interface FunctionParameter {
  name: string;
  isOptional: boolean;
  /** Of the last parameter alone: takes one value or more; with `isOptional` also none. */
  isVariadic: boolean;
}

/**
 * Name, parameters, result, description, and the columns of a table-valued function. Parameters are
 * written `text, start, length?`: `?` for optional, `...` for any number, `...?` for any or none;
 * a bar stands between signatures.
 */
export type FunctionRow = readonly [
  name: string,
  parameters: string,
  result: string,
  description: string,
  columns?: string,
];

export function toFunctions(kind: FunctionKind, rows: readonly FunctionRow[]): SqlFunction[] {
  return rows.map(([name, parameters, result, description, columns]) => ({
    name,
    kind,
    signatures: parameters.split('|').map(toParameters),
    result,
    description,
    columns: columns?.split(', ') ?? [],
  }));
}

function toParameters(text: string): FunctionParameter[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => ({
      name: each.replace(/\.{3}|\?/g, ''),
      isOptional: each.endsWith('?'),
      isVariadic: each.includes('...'),
    }));
}

/** How many arguments a signature takes; `most` is Infinity for a variadic one. */
export function argumentCounts(signature: readonly FunctionParameter[]): {
  least: number;
  most: number;
} {
  return {
    least: signature.filter(({ isOptional }) => !isOptional).length,
    most: signature.some(({ isVariadic }) => isVariadic)
      ? Number.POSITIVE_INFINITY
      : signature.length,
  };
}
