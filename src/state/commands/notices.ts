// Short messages to the user, each with at most one thing to do about it: Undo of one change.
// Keeps away from time: how long a message stays is decided where it is drawn.
import type { DocumentEditor } from '../document-store.ts';
import type { Notice, UiStore } from '../ui-store.ts';

export interface Notices {
  /** Gives the notice's id. */
  show(notice: Omit<Notice, 'id'>): number;
  /** Other lines for a notice, while it is there. */
  setDetails(id: number, details: string[]): void;
  dismiss(id: number): void;
}

const maxNotices = 3;

export function createNotices(ui: UiStore): Notices {
  let nextId = 1;
  return {
    show(notice) {
      const shown = { ...notice, id: nextId++ };
      ui.setState(({ notices }) => {
        // An older offer of Undo would take back what was done since as well.
        const kept = notices.filter(({ action }) => !action || !shown.action);
        return { notices: [...kept, shown].slice(-maxNotices) };
      });
      return shown.id;
    },
    setDetails: (id, details) =>
      ui.setState(({ notices }) => ({
        notices: notices.map((notice) => (notice.id === id ? { ...notice, details } : notice)),
      })),
    dismiss: (id) =>
      ui.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  };
}

/**
 * Takes back the offer of Undo at the next edit: it would take back that edit as well. What a notice
 * lists stays to be read; one that lists nothing goes with its offer. Gives a function that ends it.
 */
export function startWithdrawingUndo(document: DocumentEditor, ui: UiStore): () => void {
  return document.store.subscribe(({ playground }, { playground: before }) => {
    if (playground === before) return;
    const { notices } = ui.getState();
    if (notices.every(({ action }) => action === null)) return;
    ui.setState({
      notices: notices
        .filter(({ action, details }) => action === null || details.length > 0)
        .map((notice) => ({ ...notice, action: null })),
    });
  });
}
