// Keeps the playground in the browser's storage: every change, as soon as the save before is done.
// What an address brought (a link, an example) is not kept before the user changes or reproduces it.
import type { Playground } from '../../../engine/model/playground.ts';
import type { DocumentEditor } from '../../document-store.ts';
import type { UiStore } from '../../ui-store.ts';

/** What autosave needs of the storage room. */
export interface PlaygroundKeeper {
  saveCurrent(
    playground: Playground,
  ): Promise<{ kind: 'saved' } | { kind: 'conflict' | 'failed'; message: string }>;
  /** Puts the kept playground aside before another takes its place. */
  shelveCurrent(): Promise<void>;
}

export interface AutosaveDependencies {
  document: DocumentEditor;
  ui: UiStore;
  keeper: PlaygroundKeeper;
  /** Forgets the link in the address bar: a reload must bring back the user's version. */
  forgetLink: () => void;
  /** Shows a sentence that stays until it is read. */
  warn: (message: string) => void;
}

/** Starts keeping the playground; gives a function that ends it. */
export function startAutosave({
  document,
  ui,
  keeper,
  forgetLink,
  warn,
}: AutosaveDependencies): () => void {
  let isSaving = false;
  let isWanted = false;
  let isVisiting = ui.getState().visited !== null;
  /** The user's own playground, where a visit began while it was open. */
  let own: Playground | null = null;

  async function save(): Promise<void> {
    isWanted = true;
    if (isSaving) return;
    isSaving = true;
    while (isWanted) {
      isWanted = false;
      const outcome = await keeper.saveCurrent(document.store.getState().playground);
      ui.setState({ storageProblem: outcome.kind === 'failed' ? outcome.message : null });
      if (outcome.kind === 'conflict') warn(outcome.message);
    }
    isSaving = false;
  }

  /** What was visited becomes the user's own: what was kept until now is put aside, not lost. */
  async function adopt(): Promise<void> {
    isVisiting = false;
    ui.setState({ visited: null });
    forgetLink();
    await keeper.shelveCurrent();
    await save();
  }

  const stopDocument = document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before) return;
    if (playground === ui.getState().visited) {
      if (!isVisiting) own = before;
      isVisiting = true;
    } else if (isVisiting && playground === own) {
      // The visit was undone: what is kept is this.
      isVisiting = false;
      ui.setState({ visited: null });
      forgetLink();
    } else if (isVisiting) {
      void adopt();
    } else {
      // The user's own link (shared before this change) would bring back the old version as well.
      forgetLink();
      void save();
    }
  });
  const stopUi = ui.subscribe(({ visited }) => {
    if (isVisiting && visited === null) void adopt();
  });
  return () => {
    stopDocument();
    stopUi();
  };
}
