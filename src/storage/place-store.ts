// Where the user was in the page, as JSON in the browser's local storage. May be forgotten at any
// time: browsers forbid that storage in sandboxes and it fills up, so nothing here throws.
// Knows nothing of what a place is; whoever loads it parses it.

export interface PlaceStore {
  /** What was saved last, as it stands there; null when nothing can be read. */
  load(): unknown;
  save(place: unknown): void;
}

export const placeKey = 'sql-dyno-place';

/** UTF-16 units. More was not written here, and would only cost time to read. */
const mostText = 1_000_000;

/** `storage` is asked each time: where it is forbidden, already asking for it throws. */
export function createPlaceStore(storage: () => Pick<Storage, 'getItem' | 'setItem'>): PlaceStore {
  return {
    load() {
      try {
        const text = storage().getItem(placeKey);
        return text === null || text.length > mostText ? null : JSON.parse(text);
      } catch {
        return null;
      }
    },
    save(place) {
      try {
        storage().setItem(placeKey, JSON.stringify(place));
      } catch {
        // The place of the last save, or none, comes back; nothing else depends on it.
      }
    },
  };
}
