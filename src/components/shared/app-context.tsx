// Hands the page's state to components: hooks that read one value, and the verbs.
import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Playground } from '../../engine/model/playground.ts';
import type { HistoryState } from '../../state/history-store.ts';
import type { ImportState } from '../../state/import-store.ts';
import type { PlaygroundApp } from '../../state/playground-app.ts';
import type { RunsState } from '../../state/runs-store.ts';
import type { ScaleState } from '../../state/scale-store.ts';
import type { StorageState } from '../../state/storage-store.ts';
import type { StoredState } from '../../state/stored-store.ts';
import type { UiState } from '../../state/ui-store.ts';
import type { WritesState } from '../../state/writes-store.ts';

const AppContext = createContext<PlaygroundApp | null>(null);

export function AppProvider({ app, children }: { app: PlaygroundApp; children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

/** The verbs and stores. */
export function useApp(): PlaygroundApp {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp stands outside AppProvider.');
  return app;
}

/** A value of the playground; `select` must give the same value for the same playground. */
export function usePlayground<Value>(select: (playground: Playground) => Value): Value {
  return useStore(useApp().document.store, (state) => select(state.playground));
}

/** A value of what the engine answered. */
export function useRuns<Value>(select: (runs: RunsState) => Value): Value {
  return useStore(useApp().runs, select);
}

/** A value of what is on screen. */
export function useUi<Value>(select: (ui: UiState) => Value): Value {
  return useStore(useApp().ui, select);
}

/** A value of the Scale lab. */
export function useScale<Value>(select: (scale: ScaleState) => Value): Value {
  return useStore(useApp().scale.store, select);
}

/** A value of the Writes lab. */
export function useWrites<Value>(select: (writes: WritesState) => Value): Value {
  return useStore(useApp().writes.store, select);
}

/** A value of the Storage lab. */
export function useStorage<Value>(select: (storage: StorageState) => Value): Value {
  return useStore(useApp().storageLab.store, select);
}

/** A value of the comparisons that were kept. */
export function useKept<Value>(select: (history: HistoryState) => Value): Value {
  return useStore(useApp().history, select);
}

/** The file that is being taken in. */
export function useImporting<Value>(select: (importing: ImportState) => Value): Value {
  return useStore(useApp().importing, select);
}

/** A value of what this browser keeps of data. */
export function useStored<Value>(select: (stored: StoredState) => Value): Value {
  return useStore(useApp().stored, select);
}

/** Whether there is something to undo or redo. */
export function useHistory(): { canUndo: boolean; canRedo: boolean } {
  const history = useApp().document.store.temporal;
  const canUndo = useStore(history, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(history, ({ futureStates }) => futureStates.length > 0);
  return { canUndo, canRedo };
}
