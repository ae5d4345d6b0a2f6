// Short messages to the user, each with at most one thing to do about it.
import type { Notice, UiStore } from '../ui-store.ts';

export interface Notices {
  show(notice: Omit<Notice, 'id'>): void;
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
    },
    dismiss: (id) =>
      ui.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  };
}
