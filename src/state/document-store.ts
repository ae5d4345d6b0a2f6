// The document: what the user wrote. Persisted, undoable, shareable; everything else is made from it.
// Knows no engine and no screen.
import { type TemporalState, temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Playground } from '../engine/model/playground.ts';

export interface DocumentState {
  playground: Playground;
}

export type DocumentStore = StoreApi<DocumentState> & {
  temporal: StoreApi<TemporalState<DocumentState>>;
};

/** Edits of the same field within this time undo as one step. */
const typingPauseMs = 800;
const undoSteps = 200;

export interface DocumentEditor {
  store: DocumentStore;
  /**
   * Replaces the playground by `change(playground)`. Consecutive edits with the same `field`
   * undo as one step while they follow each other closely (typing, dragging a slider).
   */
  edit(change: (playground: Playground) => Playground, field?: string): void;
  undo(): void;
  redo(): void;
}

/** A document with its history; `now` in milliseconds decides which edits undo together. */
export function createDocument(playground: Playground, now: () => number): DocumentEditor {
  const store: DocumentStore = createStore<DocumentState>()(
    temporal(() => ({ playground }), { limit: undoSteps }),
  );
  let lastField: string | undefined;
  let lastEditAt = Number.NEGATIVE_INFINITY;

  function edit(change: (playground: Playground) => Playground, field?: string): void {
    const before = store.getState().playground;
    const after = change(before);
    if (after === before) return;
    const continues =
      field !== undefined && field === lastField && now() - lastEditAt < typingPauseMs;
    lastField = field;
    lastEditAt = now();
    const history = store.temporal.getState();
    if (continues) history.pause();
    store.setState({ playground: after });
    if (continues) history.resume();
  }

  return {
    store,
    edit,
    undo() {
      lastField = undefined;
      store.temporal.getState().undo();
    },
    redo() {
      lastField = undefined;
      store.temporal.getState().redo();
    },
  };
}
