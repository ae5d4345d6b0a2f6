// Paste SQL: sorts any SQL into place, says what it did, and can take it back.
import type { Playground } from '../../../engine/model/playground.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import { type PastedSql, sortPastedSql } from '../../../engine/sql/statements/sort-pasted-sql.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { UiStore } from '../../ui-store.ts';
import type { Notices } from '../notices.ts';
import { freshId, freshName } from './fresh-name.ts';
import { withIndexEverywhere } from './index-commands.ts';
import { textRefusal } from './text-limit.ts';

/** Of those left out for the same reason. */
const statementsShown = 5;

/** A verb that takes SQL; what it did stands in a notice with Undo. */
export function createPasteCommand(
  document: DocumentEditor,
  runs: RunsStore,
  ui: UiStore,
  notices: Notices,
): (sql: string) => void {
  return (sql) => {
    const before = document.store.getState().playground;
    const sorted = fittingData(before, sortPastedSql(sql));
    const after = withPasted(before, sorted);
    const details = describePasted(sorted, before, after);
    if (after === before) {
      const text =
        details.length > 0 ? 'Nothing was added' : 'There is no SQL statement in this text';
      notices.show({ tone: 'warning', text, details, action: null });
      return;
    }
    const refusal = textRefusal(after, 'schema');
    if (refusal !== null) {
      notices.show({
        tone: 'error',
        text: refusal.message,
        details: refusal.hint ? [refusal.hint] : [],
        action: null,
      });
      return;
    }
    const beforeUi = ui.getState();
    document.edit(() => after);
    const firstNew = after.queries.find((query) => !before.queries.includes(query));
    ui.setState({
      queryId: firstNew?.id ?? beforeUi.queryId ?? after.queries[0]?.id ?? null,
      leftTab: firstNew ? 'queries' : sorted.schemaStatements.length > 0 ? 'schema' : 'queries',
      selection: { start: 0, end: 0 },
    });
    const id = notices.show({
      tone: sorted.refused.length > 0 ? 'warning' : 'info',
      text: 'Sorted the SQL into place',
      details,
      action: {
        label: 'Undo',
        run: () => {
          document.edit(() => before);
          ui.setState({ queryId: beforeUi.queryId, setupId: beforeUi.setupId });
        },
      },
    });
    if (after.schemaSql === before.schemaSql) return;
    // An answer about the schema before may still come first: each one says it anew.
    const stop = runs.subscribe(({ inspection }, { inspection: earlier }) => {
      const isSame = document.store.getState().playground.schemaSql === after.schemaSql;
      if (!isSame || !ui.getState().notices.some((notice) => notice.id === id)) {
        stop();
      } else if (inspection !== earlier) {
        const problem = inspection?.error?.message;
        const added = problem ? [`The schema does not compile yet: ${problem}`] : [];
        notices.setDetails(id, [...details, ...added]);
      }
    });
  };
}

/** What defines and fills tables cannot be added to data that came from a file. */
function fittingData({ imported }: Playground, pasted: PastedSql): PastedSql {
  if (!imported) return pasted;
  const reason = `the data is that of ${imported.fileName}`;
  const left = pasted.schemaStatements.map((sql) => ({ sql, reason }));
  return { ...pasted, schemaStatements: [], refused: [...pasted.refused, ...left] };
}

/** The playground with the pasted statements in their places. */
function withPasted(playground: Playground, pasted: PastedSql): Playground {
  let next = playground;
  if (pasted.schemaStatements.length > 0) {
    const added = pasted.schemaStatements.map(withSemicolon).join('\n\n');
    const schemaSql = [next.schemaSql.trimEnd(), added].filter(Boolean).join('\n\n');
    next = { ...next, schemaSql: `${schemaSql}\n` };
  }
  for (const { name, sql } of pasted.indexes) {
    const isKnown = next.indexes.some((index) => isSameName(index.name, name));
    if (!isKnown) next = withIndexEverywhere(next, { name, sql });
  }
  for (const { sql, suggestedName } of pasted.queries) {
    const id = freshId('q', next.queries);
    const name = freshName(suggestedName, next.queries);
    const query = withParameters({ id, name, sql, parameters: [], weight: 1 });
    next = { ...next, queries: [...next.queries, query] };
  }
  return next;
}

function describePasted(pasted: PastedSql, before: Playground, after: Playground): string[] {
  const lines: string[] = [];
  const { schemaStatements, refused } = pasted;
  if (schemaStatements.length > 0)
    lines.push(`Schema: ${count(schemaStatements.length, 'statement')}`);
  const added = after.indexes.filter((index) => !before.indexes.includes(index));
  if (added.length > 0) {
    lines.push(`Switches, on in every setup: ${added.map((index) => index.name).join(', ')}`);
  }
  for (const { name } of pasted.indexes) {
    if (!added.some((index) => index.name === name)) {
      lines.push(`Left out: there is an index ${name} already`);
    }
  }
  const queries = after.queries.filter((query) => !before.queries.includes(query));
  if (queries.length > 0) {
    lines.push(`Queries: ${queries.map((query) => query.name).join(', ')}`);
  }
  return [...lines, ...leftOutLines(refused)];
}

/** Of each reason the first statements, and how many more there are. */
function leftOutLines(refused: PastedSql['refused']): string[] {
  const reasons = [...new Set(refused.map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const statements = refused.filter((each) => each.reason === reason);
    const shown = statements.slice(0, statementsShown);
    const more = statements.length - shown.length;
    return [
      ...shown.map(({ sql }) => `Left out: ${excerpt(sql)} (${reason})`),
      ...(more > 0 ? [`Left out: ${count(more, 'more statement')} (${reason})`] : []),
    ];
  });
}

function withSemicolon(sql: string): string {
  const trimmed = sql.trim();
  return trimmed.endsWith(';') ? trimmed : `${trimmed};`;
}

function excerpt(sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
