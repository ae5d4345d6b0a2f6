// A statement and its views as their texts tell: scopes, and what the sources in them are made of.
// Which labels plan lines show for the sources is decided elsewhere.

import { foldName } from '../../../lib/sql-name.ts';
import type { Schema, View } from '../../model/database/schema.ts';
import type { CommonTable, QueryScope, ScopeSource } from '../../sql/scopes/query-scope.ts';
import { readScopes } from '../../sql/scopes/read-scopes.ts';
import { commonTableFinder } from '../../sql/scopes/visible-sources.ts';

/** The text of a statement or of a view. */
export interface StatementText {
  scopes: readonly QueryScope[];
  /** The common table of this name that the scope at a position sees. */
  commonTable(name: string, position: number): CommonTable | null;
}

export function statementText(sql: string): StatementText {
  const scopes = readScopes(sql);
  return { scopes, commonTable: commonTableFinder(scopes) };
}

export interface ViewText extends StatementText {
  view: View;
  columns: readonly string[] | null;
}

/** The view that a source means; null where it means none. */
export type ViewFinder = (source: ScopeSource) => ViewText | null;

export function viewFinder({ views }: Schema): ViewFinder {
  const byName = new Map(views.map((view) => [foldName(view.name), view]));
  return ({ kind, name }) => {
    const view = kind === 'table' ? byName.get(foldName(name ?? '')) : undefined;
    return view === undefined ? null : viewText(view);
  };
}

/** A schema never changes once it is read, and statements name the same views many times. */
const knownTexts = new WeakMap<View, ViewText>();

function viewText(view: View): ViewText {
  const known = knownTexts.get(view);
  if (known !== undefined) return known;
  const text = statementText(view.sql);
  const columns = view.columns?.map(({ name }) => name) ?? text.scopes[0]?.columns ?? null;
  const read = { ...text, view, columns };
  knownTexts.set(view, read);
  return read;
}
