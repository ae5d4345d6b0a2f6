// localStorage that never throws: browsers forbid it in private windows and sandboxes.
// For what may be forgotten (theme, sizes of panes); playgrounds are kept elsewhere.

export const guardedStorage: Pick<Storage, 'getItem' | 'setItem'> = {
  getItem(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Forgotten on the next visit; nothing else depends on it.
    }
  },
};
