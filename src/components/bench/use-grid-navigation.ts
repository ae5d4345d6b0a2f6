// Arrow keys in a grid made of a table: one tab stop, the control of a cell is what gets the focus.
// Keeps away from what the cells hold; menus and lists opened from cells keep their own keys.
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { gridMove } from '../shared/grid/grid-move.ts';

const controls = 'button, [role="checkbox"], [role="combobox"]';
const typing = 'input:not([type="checkbox"]), textarea, [contenteditable]';

/** Handlers for the table; `table` holds the element with role grid. */
export function useGridNavigation(table: RefObject<HTMLTableElement | null>): {
  onKeyDownCapture: (event: KeyboardEvent) => void;
  onFocus: (event: { target: EventTarget }) => void;
} {
  const active = useRef<Element | null>(null);

  function giveTabStop(grid: HTMLTableElement, wanted: HTMLElement | null): void {
    const targets = [...grid.rows].flatMap((row) => cellsOf(row).map(targetOf));
    const kept = active.current && targets.find((target) => target === active.current);
    const stop =
      wanted ?? kept ?? targets.find((target) => target.matches('[data-selected]')) ?? targets[0];
    active.current = stop ?? null;
    for (const target of targets) {
      const tabIndex = target === stop ? 0 : -1;
      if (target.tabIndex !== tabIndex || !target.hasAttribute('tabindex')) {
        target.tabIndex = tabIndex;
      }
    }
  }

  useEffect(() => {
    const grid = table.current;
    if (!grid) return;
    giveTabStop(grid, null);
    const observer = new MutationObserver(() => giveTabStop(grid, null));
    observer.observe(grid, { childList: true, subtree: true });
    return () => observer.disconnect();
  });

  return {
    onFocus({ target }) {
      const grid = table.current;
      if (!grid || !(target instanceof HTMLElement) || !grid.contains(target)) return;
      const cell = target.closest<HTMLTableCellElement>('td, th');
      if (cell && targetOf(cell) === target) giveTabStop(grid, target);
    },
    onKeyDownCapture(event) {
      const grid = table.current;
      const target = event.target;
      // Popups stand elsewhere in the page, but their events come by through React.
      if (!grid || !(target instanceof HTMLElement) || !grid.contains(target)) return;
      if (target.matches(typing) || event.altKey || event.metaKey || event.shiftKey) return;
      const cell = target.closest<HTMLTableCellElement>('td, th');
      const row = cell?.closest('tr');
      if (!cell || !row) return;
      const rows = [...grid.rows].filter((candidate) => cellsOf(candidate).length > 0);
      const from = { row: rows.indexOf(row), column: cellsOf(row).indexOf(cell) };
      const place = gridMove(event, from, {
        rows: rows.length,
        columnsOf: (index) => (rows[index] ? cellsOf(rows[index]).length : 0),
        pageRows: 5,
      });
      const destination = place && rows[place.row];
      const next = destination && cellsOf(destination)[place.column];
      if (!next) return;
      // Before the control sees it: an arrow key would open a list instead of moving on.
      event.preventDefault();
      event.stopPropagation();
      targetOf(next).focus();
    },
  };
}

function cellsOf(row: HTMLTableRowElement): HTMLTableCellElement[] {
  return [...row.cells].filter((cell) => cell.ariaHidden !== 'true');
}

function targetOf(cell: HTMLTableCellElement): HTMLElement {
  return cell.querySelector<HTMLElement>(controls) ?? cell;
}
