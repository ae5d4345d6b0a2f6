// The compact form of a playground that a link carries (version 3): short keys, defaults left out,
// indexes by position, no ids. Knows nothing of compression, checksums or addresses.
import * as v from 'valibot';
import type { AuthorCounters } from '../../engine/model/counters/author-counters.ts';
import type {
  CacheSetting,
  Parameter,
  ParameterGenerator,
  Playground,
  Query,
  Setup,
} from '../../engine/model/playground.ts';
import { parseWireImported, toWireImported, wireImported } from '../imported-schema.ts';
import { checkPlayground, describeIssue, type PlaygroundCheck } from '../playground-schema.ts';
import { parseWireColumns, toWireColumns, wireColumns } from '../recipe/link-columns.ts';
import { parseWireCounters, toWireCounters, wireCounters } from './link-counters.ts';

/** What a link carries. */
export interface LinkPayload {
  playground: Playground;
  /** The author's hash of the generated data (16 hex digits), for the receiver to confirm. */
  contentHash?: string | null;
  /** What the author's page counted, by position of query and setup, to be confirmed as well. */
  counters?: AuthorCounters | null;
}

// Frozen with version 1: what a key stands for when it is left out.
const defaultSeed = 42;
const defaultGenerators = 1;
const defaultWeight = 1;
const defaultSetupName = 'baseline';

const literal = v.union([v.null(), v.number(), v.string()]);

const wireGenerator = v.union([
  v.strictTuple([v.literal('c'), literal]),
  v.strictTuple([v.literal('l'), v.array(literal)]),
  v.strictTuple([v.literal('u'), v.number(), v.number()]),
  v.strictTuple([v.literal('z'), v.number(), v.number(), v.number()]),
  v.strictTuple([v.literal('q'), v.string(), v.number()]),
]);

const wireQuery = v.strictObject({
  n: v.string(),
  s: v.string(),
  w: v.optional(v.number()),
  p: v.optional(v.array(v.strictTuple([v.string(), wireGenerator]))),
});

// Valibot takes a list for an object without keys.
const notList = v.custom<object>((value) => !Array.isArray(value), 'is a list');

const wireSetup = v.strictObject({
  n: v.optional(v.string()),
  /** Positions in the list of indexes. */
  i: v.optional(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
  a: v.optional(v.literal(1)),
  c: v.optional(v.strictTuple([v.literal('l'), v.number()])),
});

const wireSchema = v.strictObject({
  t: v.optional(v.string()),
  n: v.optional(v.string()),
  s: v.optional(v.string()),
  d: v.optional(v.number()),
  g: v.optional(v.picklist([1, 2])),
  r: v.optional(v.array(v.strictTuple([v.string(), v.number()]))),
  i: v.optional(v.array(v.strictTuple([v.string(), v.string()]))),
  q: v.optional(v.array(wireQuery)),
  b: v.optional(v.array(v.pipe(notList, wireSetup))),
  h: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))),
  k: v.optional(wireCounters),
  x: v.optional(wireColumns),
  f: v.optional(wireImported),
});

/**
 * The compact document. `b` is the bench, `d` the seed (dice), `h` the hash. Version 2 added `k`, the
 * counters; version 3 `x`, the columns with settings, `f`, the file that the data comes from, and a `g`
 * (the generators' version) other than 1.
 */
export type LinkDocument = v.InferOutput<typeof wireSchema>;

/** The lowest version that can carry the document. */
export function versionOf(document: LinkDocument): number {
  const { g, k, x, f } = document;
  if (g !== undefined || x !== undefined || f !== undefined) return 3;
  return k === undefined ? 1 : 2;
}

/** A playground in compact form. Names of indexes that a setup has but the playground lacks go. */
export function toLinkDocument(payload: LinkPayload): LinkDocument {
  const { playground } = payload;
  const { recipe } = playground;
  const rows = Object.entries(recipe.rows);
  const document: LinkDocument = {};
  if (playground.title !== '') document.t = playground.title;
  if (playground.notes !== '') document.n = playground.notes;
  if (playground.schemaSql !== '') document.s = playground.schemaSql;
  if (recipe.seed !== defaultSeed) document.d = recipe.seed;
  if (recipe.generatorsVersion !== defaultGenerators) document.g = recipe.generatorsVersion;
  if (rows.length > 0) document.r = rows;
  if (playground.indexes.length > 0) {
    document.i = playground.indexes.map((index) => [index.name, index.sql]);
  }
  if (playground.queries.length > 0) document.q = playground.queries.map(toWireQuery);
  const positions = new Map(playground.indexes.map((index, position) => [index.name, position]));
  const bench = playground.setups.map((setup) => toWireSetup(setup, positions));
  const isDefaultBench = bench.length === 1 && Object.keys(bench[0] ?? {}).length === 0;
  if (!isDefaultBench) document.b = bench;
  if (payload.contentHash) document.h = payload.contentHash;
  const counters = payload.counters && toWireCounters(payload.counters);
  if (counters) document.k = counters;
  const columns = toWireColumns(recipe.columns);
  if (columns) document.x = columns;
  if (playground.imported) document.f = toWireImported(playground.imported);
  return document;
}

function toWireQuery(query: Query): NonNullable<LinkDocument['q']>[number] {
  return {
    n: query.name,
    s: query.sql,
    ...(query.weight !== defaultWeight && { w: query.weight }),
    ...(query.parameters.length > 0 && {
      p: query.parameters.map(({ name, generator }) => [name, toWireGenerator(generator)]),
    }),
  };
}

function toWireSetup(
  setup: Setup,
  positions: ReadonlyMap<string, number>,
): NonNullable<LinkDocument['b']>[number] {
  const on = setup.indexes.flatMap((name) => positions.get(name) ?? []);
  return {
    ...(setup.name !== defaultSetupName && { n: setup.name }),
    ...(on.length > 0 && { i: on }),
    ...(setup.hasStatistics && { a: 1 as const }),
    ...(setup.cache.kind === 'lru' && { c: ['l', setup.cache.capacity] as ['l', number] }),
  };
}

function toWireGenerator(generator: ParameterGenerator): v.InferOutput<typeof wireGenerator> {
  switch (generator.kind) {
    case 'constant':
      return ['c', generator.value];
    case 'list':
      return ['l', generator.values];
    case 'uniform':
      return ['u', generator.min, generator.max];
    case 'zipf':
      return ['z', generator.min, generator.max, generator.exponent];
    case 'query':
      return ['q', generator.sql, generator.exponent];
  }
}

export type LinkDocumentCheck =
  | { kind: 'valid'; payload: Required<LinkPayload> }
  | { kind: 'invalid'; problem: string };

/** Any value as the compact document of a playground; ids are made anew ('q1', 's1'). */
export function parseLinkDocument(value: unknown): LinkDocumentCheck {
  const result = v.safeParse(v.pipe(notList, wireSchema), value, { abortEarly: true });
  if (!result.success) return { kind: 'invalid', problem: describeIssue(result.issues[0]) };
  const document = result.output;
  const indexes = (document.i ?? []).map(([name, sql]) => ({ name, sql }));
  const setups = (document.b ?? [{}]).map((setup, position): Setup | null => {
    const on = (setup.i ?? []).map((index) => indexes[index]?.name);
    if (!on.every((name) => name !== undefined)) return null;
    return {
      id: `s${position + 1}`,
      name: setup.n ?? defaultSetupName,
      indexes: on,
      hasStatistics: setup.a === 1,
      cache: parseCache(setup.c),
    };
  });
  if (!setups.every((setup) => setup !== null)) {
    return { kind: 'invalid', problem: 'a setup switches on an index that is not in the document' };
  }
  const columns = document.x && parseWireColumns(document.x);
  if (columns === null) {
    return { kind: 'invalid', problem: 'a column has settings that this page does not know' };
  }
  const check: PlaygroundCheck = checkPlayground({
    title: document.t ?? '',
    notes: document.n ?? '',
    schemaSql: document.s ?? '',
    recipe: {
      seed: document.d ?? defaultSeed,
      generatorsVersion: document.g ?? defaultGenerators,
      rows: Object.fromEntries(document.r ?? []),
      ...(columns !== undefined && { columns }),
    },
    ...(document.f && { imported: parseWireImported(document.f) }),
    indexes,
    queries: (document.q ?? []).map(parseWireQuery),
    setups,
  });
  if (check.kind === 'invalid') return check;
  const { playground } = check;
  const counters =
    document.k && parseWireCounters(document.k, playground.queries.length, setups.length);
  if (counters === null) {
    return {
      kind: 'invalid',
      problem: 'it has counters of a query or setup that it does not have',
    };
  }
  const contentHash = document.h ?? null;
  return { kind: 'valid', payload: { playground, contentHash, counters: counters ?? null } };
}

function parseCache(cache: ['l', number] | undefined): CacheSetting {
  return cache === undefined ? { kind: 'none' } : { kind: 'lru', capacity: cache[1] };
}

function parseWireQuery(query: v.InferOutput<typeof wireQuery>, position: number): Query {
  return {
    id: `q${position + 1}`,
    name: query.n,
    sql: query.s,
    parameters: (query.p ?? []).map(
      ([name, generator]): Parameter => ({ name, generator: parseWireGenerator(generator) }),
    ),
    weight: query.w ?? defaultWeight,
  };
}

function parseWireGenerator(wire: v.InferOutput<typeof wireGenerator>): ParameterGenerator {
  switch (wire[0]) {
    case 'c':
      return { kind: 'constant', value: wire[1] };
    case 'l':
      return { kind: 'list', values: wire[1] };
    case 'u':
      return { kind: 'uniform', min: wire[1], max: wire[2] };
    case 'z':
      return { kind: 'zipf', min: wire[1], max: wire[2], exponent: wire[3] };
    case 'q':
      return { kind: 'query', sql: wire[1], exponent: wire[2] };
  }
}
