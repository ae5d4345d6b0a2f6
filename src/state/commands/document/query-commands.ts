// Verbs on the queries and their parameters.
import type { EngineError } from '../../../engine/model/errors.ts';
import type { ParameterGenerator, Query } from '../../../engine/model/playground.ts';
import { withParameters } from '../../../engine/sql/parameters/parameter-names.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { UiStore } from '../../ui-store.ts';
import { freshId, freshName } from './fresh-name.ts';
import { textRefusal } from './text-limit.ts';

export interface QueryCommands {
  /** Adds an empty query, selects it and returns its id. */
  add(): string;
  duplicate(queryId: string): void;
  remove(queryId: string): void;
  rename(queryId: string, name: string): void;
  move(queryId: string, position: number): void;
  /**
   * Sets the text; parameters follow it: new names get a generator, vanished ones are dropped.
   * Gives the reason, and changes nothing, when this is more than a playground can keep.
   */
  setSql(queryId: string, sql: string): EngineError | null;
  setWeight(queryId: string, weight: number): void;
  setGenerator(queryId: string, parameterName: string, generator: ParameterGenerator): void;
  select(queryId: string | null): void;
}

export function createQueryCommands(document: DocumentEditor, ui: UiStore): QueryCommands {
  const { edit, store } = document;
  const change = (queryId: string, patch: (query: Query) => Query, field?: string) =>
    edit(
      (playground) => ({
        ...playground,
        queries: playground.queries.map((query) => (query.id === queryId ? patch(query) : query)),
      }),
      field,
    );
  const select = (queryId: string | null) =>
    ui.setState({ queryId, selection: { start: 0, end: 0 } });

  function insert(position: number, query: Query): void {
    edit((playground) => ({
      ...playground,
      queries: playground.queries.toSpliced(position, 0, query),
    }));
    select(query.id);
  }

  return {
    add() {
      const { queries } = store.getState().playground;
      const id = freshId('q', queries);
      const name = freshName('new query', queries);
      insert(queries.length, { id, name, sql: '', parameters: [], weight: 1 });
      return id;
    },
    duplicate(queryId) {
      const { queries } = store.getState().playground;
      const position = queries.findIndex((query) => query.id === queryId);
      const original = queries[position];
      if (!original) return;
      const copy = { id: freshId('q', queries), name: freshName(original.name, queries) };
      insert(position + 1, { ...original, ...copy });
    },
    remove(queryId) {
      const { queries } = store.getState().playground;
      const position = queries.findIndex((query) => query.id === queryId);
      const remaining = queries.filter((query) => query.id !== queryId);
      edit((playground) => ({ ...playground, queries: remaining }));
      select((remaining[position] ?? remaining.at(-1))?.id ?? null);
    },
    rename: (queryId, name) =>
      change(queryId, (query) => ({ ...query, name }), `query ${queryId} name`),
    move: (queryId, position) =>
      edit((playground) => {
        const moved = playground.queries.find((query) => query.id === queryId);
        if (!moved || playground.queries.indexOf(moved) === position) return playground;
        const others = playground.queries.filter((query) => query !== moved);
        return { ...playground, queries: others.toSpliced(position, 0, moved) };
      }),
    setSql(queryId, sql) {
      const { playground } = store.getState();
      const query = playground.queries.find(({ id }) => id === queryId);
      if (!query || query.sql === sql) return null;
      const queries = playground.queries.map((other) =>
        other === query ? { ...other, sql } : other,
      );
      const refusal = textRefusal({ ...playground, queries }, 'query');
      if (refusal === null) {
        change(queryId, (current) => withParameters({ ...current, sql }), `query ${queryId} sql`);
      }
      return refusal;
    },
    setWeight: (queryId, weight) =>
      change(queryId, (query) => ({ ...query, weight }), `query ${queryId} weight`),
    setGenerator: (queryId, parameterName, generator) =>
      change(
        queryId,
        (query) => ({
          ...query,
          parameters: query.parameters.map((parameter) =>
            parameter.name === parameterName ? { ...parameter, generator } : parameter,
          ),
        }),
        `query ${queryId} parameter ${parameterName}`,
      ),
    select,
  };
}
