// Makes the bench low while the detail is large, and gives it back the height that it had.
// Keeps away from layouts that somebody chose: where the separator was moved to, it stays.
import { type RefObject, useEffect } from 'react';
import type { PanelImperativeHandle } from 'react-resizable-panels';

/** Of the height that bench and detail share: the setups' names and a few switches. */
const lowShare = '18%';

export function useLowBench(
  panel: RefObject<PanelImperativeHandle | null>,
  isDetailLarge: boolean,
): void {
  useEffect(() => {
    const bench = panel.current;
    if (!isDetailLarge || !bench) return;
    const share = () => Math.round(bench.getSize().asPercentage);
    const before = share();
    bench.resize(lowShare);
    let low: number | null = null;
    const frame = requestAnimationFrame(() => {
      low = share();
    });
    return () => {
      cancelAnimationFrame(frame);
      if (low === null || low === share()) bench.resize(`${before}%`);
    };
  }, [panel, isDetailLarge]);
}
