// Moves the link to the method into the cell that it speaks of: pointed at, focused, or selected.
// Works on the page's elements alone, so that pointing draws no cell again.
import { type RefObject, useCallback, useEffect, useRef } from 'react';

const withVerdict = 'td[data-method]';

/** Cells say by data-method where their verdict is explained; the table's parent scrolls. */
export function useMethodLink(
  table: RefObject<HTMLTableElement | null>,
  link: RefObject<HTMLAnchorElement | null>,
): void {
  /** The cell pointed at or focused last. */
  const wanted = useRef<Element | null>(null);

  const place = useCallback(() => {
    const grid = table.current;
    const anchor = link.current;
    const scroller = grid?.parentElement;
    if (!grid || !anchor || !scroller) return;
    const cell =
      (wanted.current?.isConnected && wanted.current.matches(withVerdict) && wanted.current) ||
      grid.querySelector(`${withVerdict}[data-selected]`);
    const line = cell?.querySelector('[data-line="verdict"]');
    if (!cell || !line) {
      anchor.hidden = true;
      return;
    }
    // A narrow verdict fills its line: there the link has the end of the cell's last one.
    const isNarrow = getComputedStyle(cell).getPropertyValue('--method-line').trim() === '1';
    const frame = scroller.getBoundingClientRect();
    const cellBox = cell.getBoundingClientRect();
    const top = isNarrow ? cellBox.bottom - 23 : line.getBoundingClientRect().top;
    const right = cellBox.right - (isNarrow ? 18 : 24);
    anchor.style.left = `${right - frame.left - scroller.clientLeft + scroller.scrollLeft}px`;
    anchor.style.top = `${top - frame.top - scroller.clientTop + scroller.scrollTop}px`;
    const href = cell.getAttribute('data-method') ?? '';
    if (anchor.getAttribute('href') !== href) anchor.setAttribute('href', href);
    anchor.hidden = false;
    // Under the heads and the summary that stay in view it would float over them.
    const [above] = document
      .elementsFromPoint(right + 8, top + 9)
      .filter((element) => !anchor.contains(element));
    anchor.toggleAttribute('data-covered', !above || !cell.contains(above));
  }, [table, link]);

  // Every round may move cells, and give them verdicts.
  useEffect(place);

  useEffect(() => {
    const scroller = table.current?.parentElement;
    if (!scroller) return;
    const point = ({ target }: Event) => {
      if (!(target instanceof Element) || link.current?.contains(target)) return;
      const cell = target.closest('td, th');
      if (cell === wanted.current) return;
      wanted.current = cell;
      place();
    };
    const leave = () => {
      wanted.current = null;
      place();
    };
    const resized = new ResizeObserver(place);
    resized.observe(scroller);
    scroller.addEventListener('pointerover', point);
    scroller.addEventListener('focusin', point);
    scroller.addEventListener('pointerleave', leave);
    scroller.addEventListener('scroll', place, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener('pointerover', point);
      scroller.removeEventListener('focusin', point);
      scroller.removeEventListener('pointerleave', leave);
      scroller.removeEventListener('scroll', place);
    };
  }, [table, link, place]);
}
