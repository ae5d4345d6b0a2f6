// Follows a jump in a list that draws only what is on screen: scrolls, focuses, flashes.
// Keeps away from what the rows are.
import { type RefObject, useEffect, useRef, useState } from 'react';

export interface JumpList {
  /** Place of a row in the list by its key; -1 for one that is not in it. */
  find: (key: string) => number;
  scrollTo: (index: number) => void;
  /** What holds the rows, each with its key in data-key. */
  scroller: RefObject<HTMLElement | null>;
}

export interface Jump {
  to: (key: string) => void;
  /** Key of the row that was gone to last, for as long as it is to stand out. */
  flashing: string | null;
}

const flashMs = 1_600;
/** Frames that a row may take to be drawn after the scroll. */
const patience = 30;

export function useJump(list: JumpList): Jump {
  // A jump to the same row again is a new one.
  const [target, setTarget] = useState<{ key: string } | null>(null);
  const latest = useRef(list);
  latest.current = list;

  useEffect(() => {
    if (!target) return;
    let frame = 0;
    let left = patience;
    // A filter that hid the row has gone by now: the list is the one with the row in it.
    const index = latest.current.find(target.key);
    if (index >= 0) latest.current.scrollTo(index);
    function focus(): void {
      const { scroller } = latest.current;
      const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${target?.key}"]`);
      if (!row) {
        if (left-- > 0) frame = requestAnimationFrame(focus);
        return;
      }
      // The list may itself stand half out of sight in what it scrolls with.
      row.scrollIntoView({ block: 'nearest' });
      row.focus({ preventScroll: true });
    }
    frame = requestAnimationFrame(focus);
    const timer = setTimeout(() => setTarget(null), flashMs);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [target]);

  return { to: (key) => setTarget({ key }), flashing: target?.key ?? null };
}
