// The playground: the document that a user writes, a link carries and the engine builds from.
// Plain data; who edits it (state), stores it (storage) and encodes it (share) stand elsewhere.
import type { ImportedData } from './database/imported-data.ts';
import type { ColumnRecipes } from './recipe/column-generator.ts';
import type { LiteralValue } from './values.ts';

/** The whole document. Everything else (data, plans, results) can be made again from it. */
export interface Playground {
  title: string;
  notes: string;
  /** CREATE TABLE / VIEW / TRIGGER statements and INSERTs of literal rows. */
  schemaSql: string;
  recipe: Recipe;
  /** The data when it came from a file; absent when the recipe makes it. */
  imported?: ImportedData;
  indexes: Index[];
  queries: Query[];
  /** 1 to 6; the first is the baseline A. The letter is the position. */
  setups: Setup[];
}

/** How bulk rows are made. The same recipe gives the same content on every machine. */
export interface Recipe {
  /** 0 to 2^32 - 1. */
  seed: number;
  /** Version of the generators; a new one never changes what an old one made. */
  generatorsVersion: 1 | 2;
  /** Rows to generate by table name, 0 to 10,000,000; a table not named gets none. */
  rows: Record<string, number>;
  /** Columns whose values are made otherwise than inferred; absent when there are none. */
  columns?: ColumnRecipes;
}

/** A CREATE INDEX statement that each setup switches on or off. `name` is the one in `sql`. */
export interface Index {
  name: string;
  sql: string;
}

/** A column of the bench. */
export interface Setup {
  id: string;
  name: string;
  /** Names of the indexes that are on. */
  indexes: string[];
  hasStatistics: boolean;
  cache: CacheSetting;
}

/** The result cache in front of a setup; capacity in entries. */
export type CacheSetting = { kind: 'none' } | { kind: 'lru'; capacity: number };

/** A named statement with its parameters and its weight in the workload. */
export interface Query {
  id: string;
  name: string;
  sql: string;
  parameters: Parameter[];
  weight: number;
}

/** A parameter of a query; `name` carries its prefix (`:category`). */
export interface Parameter {
  name: string;
  generator: ParameterGenerator;
}

/** Where a parameter's values come from. Draws are seeded and the same for every setup. */
export type ParameterGenerator =
  | { kind: 'constant'; value: LiteralValue }
  | { kind: 'list'; values: LiteralValue[] }
  /** Integers of [min, max], each as likely as the others. */
  | { kind: 'uniform'; min: number; max: number }
  /** Integers of [min, max]; min + k has the weight 1 / (k + 1)^exponent. */
  | { kind: 'zipf'; min: number; max: number; exponent: number }
  /** First column of a SELECT, in its order; exponent 0 draws evenly, 1 is Zipf by position. */
  | { kind: 'query'; sql: string; exponent: number };

export const setupLetters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type SetupLetter = (typeof setupLetters)[number];
export const maxSetups = setupLetters.length;
export const maxRowsPerTable = 10_000_000;

/** The letter of the setup at this position of the bench. */
export function setupLetter(position: number): SetupLetter {
  return setupLetters[Math.min(position, maxSetups - 1)] ?? 'A';
}
