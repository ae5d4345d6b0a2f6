// Which item of a tree the keys lead to, as the ARIA tree pattern wants it.
// Knows items by id and level alone.

/** A visible item, in the order of the screen. */
export interface TreeItem {
  id: string;
  /** From 1. */
  level: number;
  /** Null for an item without children. */
  isOpen: boolean | null;
  /** For typing ahead; without it letters lead nowhere. */
  text?: string | undefined;
}

/** Of a KeyboardEvent. */
export interface TreeKey {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export type TreeMove =
  | { kind: 'go'; id: string }
  | { kind: 'open'; id: string }
  | { kind: 'close'; id: string }
  | { kind: 'toggle'; id: string };

/** What a key press on the item `id` does; null for keys and combinations that mean nothing here. */
export function treeMove(
  items: readonly TreeItem[],
  id: string,
  { key, ctrlKey, altKey, metaKey }: TreeKey,
): TreeMove | null {
  const position = items.findIndex((item) => item.id === id);
  const item = items[position];
  if (!item || ctrlKey || altKey || metaKey) return null;
  const go = (target: TreeItem | undefined): TreeMove | null =>
    target ? { kind: 'go', id: target.id } : null;
  switch (key) {
    case 'ArrowDown':
      return go(items[position + 1]);
    case 'ArrowUp':
      return go(items[position - 1]);
    case 'Home':
      return go(items[0]);
    case 'End':
      return go(items.at(-1));
    case 'ArrowRight':
      if (item.isOpen === false) return { kind: 'open', id };
      return item.isOpen ? go(items[position + 1]) : null;
    case 'ArrowLeft':
      if (item.isOpen) return { kind: 'close', id };
      return go(items.slice(0, position).findLast(({ level }) => level < item.level));
    case 'Enter':
    case ' ':
      return item.isOpen === null ? null : { kind: 'toggle', id };
    default:
      return key.length === 1 ? go(nextStartingWith(items, position, key)) : null;
  }
}

function nextStartingWith(
  items: readonly TreeItem[],
  position: number,
  key: string,
): TreeItem | undefined {
  const following = [...items.slice(position + 1), ...items.slice(0, position)];
  return following.find(({ text }) => text?.toLowerCase().startsWith(key.toLowerCase()));
}
