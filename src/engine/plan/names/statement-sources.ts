// All sources that a statement reads, those inside its views included, with the names they go by.
// Goes by the text; which of them a plan line means is decided where lines are read.
import type { View } from '../../model/database/schema.ts';
import type { ScopeSource } from '../../sql/scopes/query-scope.ts';
import type { StatementText, ViewFinder, ViewText } from './statement-text.ts';

export interface StatementSource {
  kind: 'table' | 'function' | 'transient';
  /** Null for a subquery. */
  name: string | null;
  /**
   * Under which plan lines may show it. SQLite prints the alias where rows are read and the name
   * where they are made, so what is made goes by both.
   */
  labels: string[];
  /** Of rows that the statement makes, as far as the text names them: one list for all who read them. */
  columns: readonly string[] | null;
}

/** Of the statement, in the order of the text; what its views read stands behind, once a view. */
export function statementSources(statement: StatementText, viewOf: ViewFinder): StatementSource[] {
  const opened = new Set<View>();
  const found: StatementSource[] = [];
  // Views read views: a list that grows, so that a long chain takes no deep recursion.
  const texts = [statement];
  for (const text of texts) {
    for (const [position, scope] of text.scopes.entries()) {
      for (const source of scope.sources) {
        const view = viewOf(source);
        found.push(toStatementSource(source, text, position, view));
        if (view === null || opened.has(view.view)) continue;
        opened.add(view.view);
        texts.push(view);
      }
    }
  }
  return found;
}

function toStatementSource(
  source: ScopeSource,
  text: StatementText,
  position: number,
  view: ViewText | null,
): StatementSource {
  const { name, alias, schema } = source;
  const isMade = view !== null || source.kind === 'common-table';
  const kind =
    isMade || source.kind === 'subquery'
      ? 'transient'
      : source.kind === 'function'
        ? 'function'
        : 'table';
  const labels = [alias, alias === null || isMade ? name : null].filter((label) => label !== null);
  if (alias === null && schema !== null && name !== null) labels.push(`${schema}.${name}`);
  const columns = view === null ? columnsOf(source, text, position) : view.columns;
  return { kind, name, labels, columns };
}

function columnsOf(
  source: ScopeSource,
  { scopes, commonTable }: StatementText,
  position: number,
): readonly string[] | null {
  if (source.kind === 'subquery') return scopes[source.scope ?? -1]?.columns ?? null;
  if (source.kind !== 'common-table') return null;
  const table = commonTable(source.name ?? '', position);
  return table?.columns ?? scopes[table?.scope ?? -1]?.columns ?? null;
}
