// What a statement's text says of the rows that it wants, read once for all steps of its plan.
// What it does not show (inside a view) stays unknown.

import { isSameName } from '../../../lib/sql-name.ts';
import type { Schema } from '../../model/database/schema.ts';
import type { QueryScope } from '../../sql/scopes/query-scope.ts';
import { readScopes } from '../../sql/scopes/read-scopes.ts';
import { type AskedLimit, askedLimit } from './asked-limit.ts';
import { groupedScopes } from './grouped-scopes.ts';

export interface AskedText {
  scopes: readonly QueryScope[];
  /** Those with a GROUP BY of their own. */
  grouped: ReadonlySet<QueryScope>;
  /** USING and NATURAL are conditions of joins that scopes do not hold. */
  hasSharedColumns: boolean;
  /** A window function may stand in it. */
  hasWindow: boolean;
  /** Of the statement as a whole; null where it has none. */
  limit: AskedLimit | null;
  /** There may be a LIMIT somewhere: in the statement, a subquery of it, or a view. */
  mayLimit: boolean;
  /** One table, and a row of the result for each row of it: nothing narrows, groups or adds up. */
  isRowForRow: boolean;
  /** MIN and MAX stand side by side: SQLite looks for the end of an index only for one alone. */
  asksBothEnds: boolean;
}

export const unknownText: AskedText = {
  scopes: [],
  grouped: new Set(),
  hasSharedColumns: false,
  hasWindow: false,
  limit: null,
  mayLimit: true,
  isRowForRow: false,
  asksBothEnds: false,
};

export function askedText(sql: string, schema: Schema): AskedText {
  const scopes = readScopes(sql);
  const has = (word: string) => new RegExp(`\\b${word}\\b`, 'i').test(sql);
  const [only] = scopes;
  const [source] = only?.sources ?? [];
  return {
    scopes,
    grouped: has('GROUP') ? groupedScopes(sql, scopes) : new Set(),
    hasWindow: has('OVER'),
    hasSharedColumns: has('USING|NATURAL'),
    limit: has('LIMIT') ? askedLimit(sql) : null,
    mayLimit: has('LIMIT') || schema.views.some((view) => /\blimit\b/i.test(view.sql)),
    isRowForRow:
      scopes.length === 1 &&
      only?.kind === 'select' &&
      only.where === null &&
      only.sources.length === 1 &&
      source?.kind === 'table' &&
      !schema.views.some(({ name }) => isSameName(name, source.name ?? '')) &&
      !has('DISTINCT|GROUP|HAVING|OVER|UNION|INTERSECT|EXCEPT'),
    asksBothEnds: /\bmin\s*\(/i.test(sql) && /\bmax\s*\(/i.test(sql) && !has('GROUP'),
  };
}
