// What counts as a playground when it comes from outside: shapes, limits, and a sentence on what is wrong.
// Parses into new objects; nothing of the input is kept by reference, no key of it is trusted.
import * as v from 'valibot';
import { maxRowsPerTable, maxSetups, type Playground } from '../engine/model/playground.ts';
import { importedSchema } from './imported-schema.ts';
import { columnsSchema } from './recipe/column-schema.ts';
import { atMost, dictionary, finite, id, integer, text } from './schema-parts.ts';

/**
 * Limits of a document; far above what a person writes, far below what hurts the page. What is
 * merely wrong (SQL that fails, a minimum above its maximum) passes: the engine says it in words,
 * and work in progress must survive a reload.
 */
export const playgroundLimits = {
  indexes: 1000,
  queries: 500,
  parametersPerQuery: 64,
  listValues: 1000,
  /** As many as a file may have whose rows are generated instead. */
  tables: 2000,
  nameLength: 1000,
  titleLength: 1000,
  /** Of all texts of a playground together, in UTF-16 units; a link has a limit of its own. */
  textLength: 20_000_000,
  cacheCapacity: 1_000_000,
} as const;

const limits = playgroundLimits;

const name = text(limits.nameLength);
const sql = text(limits.textLength);
const literal = v.union(
  [v.null(), finite, text(limits.textLength)],
  'must be NULL, a number or a text',
);

// Bounds of a range of whole numbers.
const bound = v.pipe(v.number(), v.safeInteger('must be a whole number'));
const exponent = v.pipe(
  finite,
  v.minValue(0, 'must be 0 or more'),
  v.maxValue(10, 'must be at most 10'),
);

const generator = v.variant('kind', [
  v.strictObject({ kind: v.literal('constant'), value: literal }),
  v.strictObject({
    kind: v.literal('list'),
    values: v.pipe(v.array(literal), atMost(limits.listValues)),
  }),
  v.strictObject({ kind: v.literal('uniform'), min: bound, max: bound }),
  v.strictObject({ kind: v.literal('zipf'), min: bound, max: bound, exponent }),
  v.strictObject({ kind: v.literal('query'), sql, exponent }),
]);

const rows = dictionary(name, integer(0, maxRowsPerTable), limits.tables);

const query = v.strictObject({
  id,
  name,
  sql,
  parameters: v.pipe(
    v.array(v.strictObject({ name, generator })),
    atMost(limits.parametersPerQuery),
  ),
  weight: v.pipe(finite, v.minValue(0, 'must be 0 or more')),
});

/** A setup of the bench, as it stands in a playground and in a result. */
export const setupSchema = v.strictObject({
  id,
  name,
  indexes: v.pipe(v.array(name), atMost(limits.indexes)),
  hasStatistics: v.boolean(),
  cache: v.variant('kind', [
    v.strictObject({ kind: v.literal('none') }),
    v.strictObject({ kind: v.literal('lru'), capacity: integer(1, limits.cacheCapacity) }),
  ]),
});

function distinctIds<Item extends { id: string }>() {
  return v.check<Item[], string>(
    (items) => new Set(items.map((item) => item.id)).size === items.length,
    'has two entries with the same id',
  );
}

const playgroundShape = v.strictObject({
  title: text(limits.titleLength),
  notes: text(limits.textLength),
  schemaSql: sql,
  recipe: v.strictObject({
    seed: integer(0, 2 ** 32 - 1),
    generatorsVersion: v.picklist([1, 2]),
    rows,
    columns: v.exactOptional(columnsSchema),
  }),
  imported: v.exactOptional(importedSchema),
  indexes: v.pipe(v.array(v.strictObject({ name, sql })), atMost(limits.indexes)),
  queries: v.pipe(v.array(query), atMost(limits.queries), distinctIds()),
  setups: v.pipe(
    v.array(setupSchema),
    v.minLength(1, 'is empty: a playground has at least one setup'),
    atMost(maxSetups),
    distinctIds(),
  ),
});

/** The characters (UTF-16 units) of what is written in a playground: what `textLength` limits. */
export function playgroundTextLength(playground: Playground): number {
  const { notes, schemaSql, recipe, indexes, queries } = playground;
  const sum = (texts: readonly { sql: string }[]) =>
    texts.reduce((total, { sql: { length } }) => total + length, 0);
  const columns = recipe.columns ? JSON.stringify(recipe.columns).length : 0;
  return notes.length + schemaSql.length + columns + sum(indexes) + sum(queries);
}

/** A whole playground. */
export const playgroundSchema = v.pipe(
  playgroundShape,
  v.check(
    (playground) => playgroundTextLength(playground) <= limits.textLength,
    `has more than ${limits.textLength.toLocaleString('en-US')} characters in all`,
  ),
);

export type PlaygroundCheck =
  | { kind: 'valid'; playground: Playground }
  /** `problem` says where and what, without a full stop: "the schema is longer than ...". */
  | { kind: 'invalid'; problem: string };

/** Parses any value as a playground. Unknown keys are refused: a new key needs a new version. */
export function checkPlayground(value: unknown): PlaygroundCheck {
  const result = v.safeParse(playgroundSchema, value, { abortEarly: true });
  if (result.success) return { kind: 'valid', playground: result.output };
  return { kind: 'invalid', problem: describeIssue(result.issues[0]) };
}

/** Any value as a playground, null when it is none. */
export function parsePlayground(value: unknown): Playground | null {
  const check = checkPlayground(value);
  return check.kind === 'valid' ? check.playground : null;
}

const placeWords: Record<string, string> = {
  title: 'the title',
  notes: 'the text of the notes',
  schemaSql: 'the schema',
  indexes: 'the list of indexes',
  queries: 'the list of queries',
  setups: 'the bench',
};

/** What is wrong with a value that is no playground, as the end of a sentence; null when it is one. */
export function playgroundProblem(value: unknown): string | null {
  const check = checkPlayground(value);
  return check.kind === 'invalid' ? check.problem : null;
}

/** Where an issue is and what it says, as the end of a sentence. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const place = columnPlace(issue) ?? (path === null ? 'the document' : (placeWords[path] ?? path));
  const isOurs = !issue.message.startsWith('Invalid ');
  return isOurs ? `${place} ${issue.message}` : `${place} is not what it should be`;
}

/** Names the column whose settings are wrong: its table and itself are keys, walked as entries. */
function columnPlace(issue: v.BaseIssue<unknown>): string | null {
  const path = issue.path ?? [];
  if (path[0]?.key !== 'recipe' || path[1]?.key !== 'columns') return null;
  const names = path.flatMap(({ value }) =>
    Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' ? [value[0]] : [],
  );
  const [table, column] = names;
  const setting = path.at(-1)?.key;
  if (table === undefined) return 'the list of tables with settings';
  if (column === undefined) return `the list of settings of table “${table}”`;
  const what = typeof setting === 'string' && setting !== 'generator' ? `“${setting}” of` : 'of';
  return `the setting ${what} column “${column}” of table “${table}”`;
}
