// The order in which the expressions of a row are computed: those that use others after these.
// Reads the names in their texts; what the texts mean only SQLite knows.

import { foldName } from '../../../lib/sql-name.ts';
import { isName, nameOf } from '../../sql/quote-name.ts';
import { meaningfulTokens } from '../../sql/token.ts';
import type { PlannedColumn } from '../plan/plan-table.ts';

export interface ExpressionLevels {
  /** Expressions that can be computed together, the first ones first. */
  levels: PlannedColumn[][];
  /** Expressions that need their own value, directly or by way of others. */
  circular: ReadonlySet<PlannedColumn>;
  /** The columns that an expression names. */
  usedBy(planned: PlannedColumn): ReadonlySet<string>;
}

/** All expressions among the columns, in time proportional to their texts. */
export function expressionLevels(columns: readonly PlannedColumn[]): ExpressionLevels {
  const expressions = columns.filter(({ expressionSql }) => expressionSql !== null);
  const byName = new Map(expressions.map((each) => [foldName(each.column.name), each]));
  const used = new Map(expressions.map((each) => [each, namesIn(each.expressionSql ?? '')]));
  const users = new Map<PlannedColumn, PlannedColumn[]>(expressions.map((each) => [each, []]));
  const awaited = new Map<PlannedColumn, number>();
  for (const [planned, names] of used) {
    const needed = [...names].flatMap((name) => byName.get(name) ?? []);
    for (const each of needed) users.get(each)?.push(planned);
    awaited.set(planned, needed.length);
  }
  const levels: PlannedColumn[][] = [];
  let ready = expressions.filter((each) => awaited.get(each) === 0);
  while (ready.length > 0) {
    levels.push(ready);
    const next = new Set<PlannedColumn>();
    for (const user of ready.flatMap((each) => users.get(each) ?? [])) {
      const left = (awaited.get(user) ?? 0) - 1;
      awaited.set(user, left);
      if (left === 0) next.add(user);
    }
    // In the order of the table, whichever of them was found first.
    ready = next.size > 1 ? expressions.filter((each) => next.has(each)) : [...next];
  }
  const done = new Set(levels.flat());
  return {
    levels,
    circular: new Set(expressions.filter((each) => !done.has(each))),
    usedBy: (planned) => used.get(planned) ?? new Set(),
  };
}

function namesIn(sql: string): Set<string> {
  return new Set(
    meaningfulTokens(sql)
      .filter((token) => token.kind !== 'string' && isName(token))
      .map((token) => foldName(nameOf(sql, token))),
  );
}
