// The height of the bench until its separator is moved: what the grid needs, up to a share.
// Keeps away from layouts that somebody chose; those are kept as they are.
import { type RefObject, useEffect } from 'react';
import type { PanelImperativeHandle } from 'react-resizable-panels';

/** Of the height that bench and detail share. */
const largestShare = 0.7;
const smallestShare = 0.25;
/** Once there is something to draw: three setups' times with their keys, the verdicts beside them. */
const measuredDetailPx = 246;
/** The least share of the bench then, in a low window. */
const measuredShare = 0.6;
/** Plans are read at length: the detail gets the larger part. */
const plansShare = 0.48;

/** What the detail needs its room for. */
export type DetailNeed = 'little' | 'charts' | 'plans';

/** Follows the grid within `pane` while `isFitted` and sizes the panel for it. */
export function useFittedBench(
  pane: RefObject<HTMLElement | null>,
  panel: RefObject<PanelImperativeHandle | null>,
  isFitted: boolean,
  need: DetailNeed,
): void {
  useEffect(() => {
    const element = pane.current;
    if (!isFitted || !element) return;
    let lastShare = 0;
    function fit(): void {
      const grid = element?.querySelector<HTMLElement>('[role=grid]');
      const scroller = grid?.parentElement;
      const whole = element?.closest<HTMLElement>('[data-group]')?.clientHeight ?? 0;
      if (!element || !grid || !scroller || whole === 0) return;
      // Notes, margins and borders: all of the pane that is not the grid.
      const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const padding = Number.parseFloat(
        getComputedStyle(scroller.parentElement ?? element).paddingBottom,
      );
      const borders = scroller.offsetHeight - scroller.clientHeight;
      // What stands beneath the grid is there whatever its height.
      const beneath = scroller.nextElementSibling?.clientHeight ?? 0;
      const needed = Math.ceil(
        top + element.scrollTop + grid.offsetHeight + borders + beneath + padding,
      );
      const share = Math.min(Math.max(needed / whole, smallestShare), mostOf(need, whole));
      if (share === lastShare) return;
      lastShare = share;
      panel.current?.resize(`${share * 100}%`);
    }
    const observer = new ResizeObserver(fit);
    const grid = element.querySelector('[role=grid]');
    const group = element.closest('[data-group]');
    for (const watched of [grid, group]) if (watched) observer.observe(watched);
    return () => observer.disconnect();
  }, [pane, panel, isFitted, need]);
}

function mostOf(need: DetailNeed, wholePx: number): number {
  switch (need) {
    case 'plans':
      return plansShare;
    case 'charts':
      return Math.min(Math.max(1 - measuredDetailPx / wholePx, measuredShare), largestShare);
    case 'little':
      return largestShare;
  }
}
