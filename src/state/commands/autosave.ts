// Keeps the playground in the browser's storage: every change, as soon as the save before is done.
// A link's playground is not kept before the user changes or reproduces it.
import type { Playground } from '../../engine/model/playground.ts';
import type { DocumentEditor } from '../document-store.ts';
import type { UiStore } from '../ui-store.ts';

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
}

/** Starts keeping the playground; gives a function that ends it. */
export function startAutosave({
  document,
  ui,
  keeper,
  forgetLink,
}: AutosaveDependencies): () => void {
  let isSaving = false;
  let isWanted = false;
  /** The link's playground as it was opened, until it becomes the user's own. */
  let foreign = ui.getState().openedLink ? document.store.getState().playground : null;

  async function save(): Promise<void> {
    isWanted = true;
    if (isSaving) return;
    isSaving = true;
    while (isWanted) {
      isWanted = false;
      const outcome = await keeper.saveCurrent(document.store.getState().playground);
      ui.setState({ storageProblem: outcome.kind === 'saved' ? null : outcome.message });
    }
    isSaving = false;
  }

  async function adopt(): Promise<void> {
    foreign = null;
    forgetLink();
    await keeper.shelveCurrent();
    await save();
  }

  const stopDocument = document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before) return;
    if (foreign === null) void save();
    else if (playground !== foreign) void adopt();
  });
  const stopUi = ui.subscribe(({ openedLink }, { openedLink: before }) => {
    if (openedLink === before) return;
    if (openedLink && !before) foreign = document.store.getState().playground;
    else if (foreign && openedLink && openedLink.status !== 'waiting') void adopt();
  });
  return () => {
    stopDocument();
    stopUi();
  };
}
