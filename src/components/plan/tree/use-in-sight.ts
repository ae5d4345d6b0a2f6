// Brings what was chosen into sight: its beginning first, where it is taller than the room for it.
// Keeps away from scrolling later on: once the page has settled, the reader scrolls.
import { type RefObject, useEffect } from 'react';

/** Panes take their heights, and plans their words, in the moments after a link is opened. */
const settlingMs = 1200;

export function useInSight(element: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    const item = element.current;
    const scroller = item?.closest<HTMLElement>('[data-plan-scroller]');
    if (!isWanted || !item || !scroller) return;
    function show(): void {
      if (!item || !scroller) return;
      const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(item);
      const margins = Number.parseFloat(scrollMarginTop) + Number.parseFloat(scrollMarginBottom);
      const isTaller = item.offsetHeight + margins > scroller.clientHeight;
      item.scrollIntoView({ block: isTaller ? 'start' : 'nearest', inline: 'nearest' });
    }
    show();
    const observer = new ResizeObserver(show);
    observer.observe(scroller);
    observer.observe(item);
    const stop = () => observer.disconnect();
    const timer = setTimeout(stop, settlingMs);
    for (const act of ['wheel', 'pointerdown', 'keydown']) {
      scroller.addEventListener(act, stop, { once: true, passive: true });
    }
    return () => {
      stop();
      clearTimeout(timer);
      for (const act of ['wheel', 'pointerdown', 'keydown'])
        scroller.removeEventListener(act, stop);
    };
  }, [element, isWanted]);
}
