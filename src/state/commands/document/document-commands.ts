// Verbs on the rest of the playground: title, notes, schema text, recipe, and the whole.
import type { EngineError } from '../../../engine/model/errors.ts';
import { maxRowsPerTable, type Playground } from '../../../engine/model/playground.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { UiStore } from '../../ui-store.ts';
import { textRefusal } from './text-limit.ts';

export interface DocumentCommands {
  setTitle(title: string): void;
  setNotes(notes: string): void;
  /** Gives the reason, and changes nothing, when this is more than a playground can keep. */
  setSchemaSql(schemaSql: string): EngineError | null;
  /** Rows to generate for a table, clamped to 0 .. 10,000,000. */
  setRows(table: string, rows: number): void;
  setSeed(seed: number): void;
  /** Puts another playground in place of this one; undo brings the old one back. */
  replace(playground: Playground): void;
  undo(): void;
  redo(): void;
}

export function createDocumentCommands(document: DocumentEditor, ui: UiStore): DocumentCommands {
  const { edit } = document;
  /** Undo and replacing may take away what is selected. */
  function reselect(): void {
    const { queries, setups } = document.store.getState().playground;
    ui.setState(({ queryId, setupId }) => ({
      queryId: (queries.find((query) => query.id === queryId) ?? queries[0])?.id ?? null,
      setupId: (setups.find((setup) => setup.id === setupId) ?? setups[0])?.id ?? null,
    }));
  }
  return {
    setTitle: (title) => edit((playground) => ({ ...playground, title }), 'title'),
    setNotes: (notes) => edit((playground) => ({ ...playground, notes }), 'notes'),
    setSchemaSql(schemaSql) {
      const { playground } = document.store.getState();
      if (playground.schemaSql === schemaSql) return null;
      const refusal = textRefusal({ ...playground, schemaSql }, 'schema');
      if (refusal === null) edit((current) => ({ ...current, schemaSql }), 'schema');
      return refusal;
    },
    setRows: (table, rows) =>
      edit((playground) => {
        const clamped = Math.min(maxRowsPerTable, Math.max(0, Math.trunc(rows) || 0));
        const { recipe } = playground;
        return { ...playground, recipe: { ...recipe, rows: { ...recipe.rows, [table]: clamped } } };
      }, `rows of ${table}`),
    setSeed: (seed) =>
      edit((playground) => {
        const clamped = Math.min(0xffffffff, Math.max(0, Math.trunc(seed) || 0));
        return { ...playground, recipe: { ...playground.recipe, seed: clamped } };
      }, 'seed'),
    replace(playground) {
      edit(() => playground);
      ui.setState({
        queryId: playground.queries[0]?.id ?? null,
        setupId: playground.setups[0]?.id ?? null,
        // Ids begin anew: it would point into another plan.
        planPlace: null,
      });
    },
    undo() {
      document.undo();
      reselect();
    },
    redo() {
      document.redo();
      reselect();
    },
  };
}
