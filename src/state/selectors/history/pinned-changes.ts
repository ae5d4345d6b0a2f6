// What differs between a pinned comparison's playground and the current one, in words.
// Pure; says what was changed, not what came of it.
import type { Environment } from '../../../engine/model/comparison/comparison.ts';
import type { CacheSetting, Playground, Query, Setup } from '../../../engine/model/playground.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import { browserName } from '../../../report/browser-name.ts';

/** A side of the comparison: the playground, and the query in it. */
export interface Side {
  playground: Playground;
  query: Query;
}

/** Changes that concern every setup: the statement, its values, the data. */
export function commonChanges(then: Side, now: Side): string[] {
  const changes: string[] = [];
  if (then.query.sql.trim() !== now.query.sql.trim()) changes.push('the query’s SQL has changed');
  if (!isSame(then.query.parameters, now.query.parameters)) {
    changes.push('the query’s parameters take other values');
  }
  if (then.playground.schemaSql !== now.playground.schemaSql) {
    changes.push('the schema has changed');
  }
  return [...changes, ...recipeChanges(then.playground, now.playground)];
}

function recipeChanges({ recipe: then }: Playground, { recipe: now }: Playground): string[] {
  const tables = [...new Set([...Object.keys(then.rows), ...Object.keys(now.rows)])];
  const rowsOf = (rows: Record<string, number>, table: string) =>
    Object.hasOwn(rows, table) ? (rows[table] ?? 0) : 0;
  const rows = tables.flatMap((table) => {
    const [before, after] = [rowsOf(then.rows, table), rowsOf(now.rows, table)];
    if (before === after) return [];
    return [`${table} had ${formatCountOf(before, 'row')} then, ${formatCount(after)} now`];
  });
  const seed = then.seed === now.seed ? [] : [`seed ${then.seed} then, ${now.seed} now`];
  return [...rows, ...seed];
}

/** Changes of where it was measured. */
export function environmentChanges(then: Environment, now: Environment | null): string[] {
  if (now === null) return [];
  const changes: string[] = [];
  if (then.sqliteVersion !== now.sqliteVersion) {
    changes.push(`SQLite ${then.sqliteVersion} then, ${now.sqliteVersion} now`);
  }
  const [browser, browserNow] = [browserName(then.userAgent), browserName(now.userAgent)];
  if (browser !== browserNow) changes.push(`${browser} then, ${browserNow} now`);
  return changes;
}

/** Changes of one setup's switches: indexes, statistics, cache. */
export function setupChanges(
  then: { playground: Playground; setup: Setup },
  now: { playground: Playground; setup: Setup },
): string[] {
  const before = indexesOf(then.playground, then.setup);
  const after = indexesOf(now.playground, now.setup);
  const added = [...after.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const others = [...after].flatMap(([name, sql]) =>
    before.has(name) && before.get(name) !== sql ? [`${name} has another statement now`] : [],
  );
  const changes = [
    ...(added.length > 0 ? [`then without ${formatList(added)}, now with ${pronoun(added)}`] : []),
    ...(removed.length > 0
      ? [`then with ${formatList(removed)}, now without ${pronoun(removed)}`]
      : []),
    ...others,
  ];
  if (then.setup.hasStatistics !== now.setup.hasStatistics) {
    changes.push(
      now.setup.hasStatistics
        ? 'then without statistics, now with them'
        : 'then with statistics, now without them',
    );
  }
  if (!isSame(then.setup.cache, now.setup.cache)) {
    changes.push(`${cacheWords(then.setup.cache)} then, ${cacheWords(now.setup.cache)} now`);
  }
  return changes;
}

function indexesOf({ indexes }: Playground, setup: Setup): Map<string, string> {
  const on = indexes.filter(({ name }) => setup.indexes.includes(name));
  return new Map(on.map(({ name, sql }) => [name, sql]));
}

function cacheWords(cache: CacheSetting): string {
  return cache.kind === 'none'
    ? 'no result cache'
    : `a result cache of ${formatCountOf(cache.capacity, 'entry', 'entries')}`;
}

function pronoun(names: readonly string[]): string {
  return names.length === 1 ? 'it' : 'them';
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
