// Whether the user moves the focus by keys just now, or the page does for its own reasons.
// One listener for the page; keeps away from what has the focus.

const movingKeys = new Set([
  'Tab',
  'F6',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

let isMoving = false;

if (typeof document !== 'undefined') {
  document.addEventListener('keydown', ({ key }) => noteKey(key), true);
  document.addEventListener('pointerdown', () => notePointer(), true);
}

/** True when the last thing that the user pressed was a key that moves the focus. */
export function isFocusMovedByKeys(): boolean {
  return isMoving;
}

function noteKey(key: string): void {
  // Held down with another key, it changes nothing by itself.
  if (key !== 'Shift') isMoving = movingKeys.has(key);
}

function notePointer(): void {
  isMoving = false;
}
