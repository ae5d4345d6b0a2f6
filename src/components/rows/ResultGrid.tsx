// The rows of a result as a grid that draws only what is on screen: 100,000 rows scroll like 100.
// Keeps away from fetching; windows of rows come from what it is given.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { formatCount } from '../../lib/format/format-count.ts';
import { cellText, wholeText } from '../shared/grid/cell-text.ts';
import { type GridPlace, gridMove } from '../shared/grid/grid-move.ts';
import { asCell, asGrid, asRow, asRowGroup } from '../shared/grid/table-roles.ts';
import { columnLayout, gridTemplate, widened } from './column-layout.ts';
import styles from './ResultGrid.module.css';
import type { Row } from './row-windows.ts';

export interface ResultGridProps {
  /** Accessible name: "Result of <query>". */
  label: string;
  columns: readonly string[];
  rowCount: number;
  /** Rows for the widths of the columns. */
  sample: readonly Row[];
  /** A row, or undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** The rows that are on screen now. */
  onShow: (from: number, to: number) => void;
}

/** Pixels; fixed, so that the place of a row is known without drawing those above. */
const rowHeight = 26;
const headerHeight = 30;

export function ResultGrid(props: ResultGridProps) {
  const { label, columns, rowCount, sample, rowAt, onShow } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [layout, setLayout] = useState(() => columnLayout(columns, sample));
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: headerHeight,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => onShow(from, to), [onShow, from, to]);
  // Columns grow with what comes on screen and never shrink: nothing jumps back under the eye.
  const wider = widened(
    layout,
    items.map(({ index }) => rowAt(index) ?? []),
  );
  if (wider !== layout) setLayout(wider);

  function move(event: KeyboardEvent): void {
    const pageRows = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2, 1);
    const shape = { rows: rowCount, columnsOf: () => columns.length, pageRows };
    const next = gridMove(event, active, shape);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    virtualizer.scrollToIndex(next.row);
    showColumn(scroller.current, layout, next.column, numberWidth);
  }

  function copy(event: ClipboardEvent): void {
    // Text marked with the mouse is copied as marked.
    if (getSelection()?.toString()) return;
    const value = rowAt(active.row)?.[active.column];
    if (value === undefined) return;
    event.clipboardData.setData('text/plain', wholeText(value));
    event.preventDefault();
  }

  const numberWidth = String(rowCount).length * 8 + 24;
  const template = `${numberWidth}px ${gridTemplate(layout)}`;
  const width = layout.reduce((sum, { widthPx }) => sum + widthPx, numberWidth);
  const handlers = { onKeyDown: move, onCopy: copy };
  const activeId = rowCount > 0 ? cellId(id, active.row, active.column) : undefined;
  return (
    <div
      ref={scroller}
      {...asGrid(label, rowCount + 1, columns.length + 1, activeId)}
      className={styles.grid}
      style={{ '--columns': template } as CSSProperties}
      {...handlers}
    >
      <div {...asRow(1)} className={styles.head} style={{ minWidth: width }}>
        <div {...asCell('columnheader', 1)} className={styles.corner}>
          #
        </div>
        {layout.map(({ id, name, isNumeric }, index) => (
          <div
            key={id}
            {...asCell('columnheader', index + 2)}
            className={styles.title}
            data-numeric={isNumeric || undefined}
            title={name}
          >
            {name}
          </div>
        ))}
      </div>
      <div
        {...asRowGroup}
        className={styles.body}
        style={{ height: virtualizer.getTotalSize(), minWidth: width }}
      >
        {items.map((item) => (
          <ResultRow
            key={item.index}
            gridId={id}
            index={item.index}
            top={item.start}
            row={rowAt(item.index)}
            columnCount={columns.length}
            activeColumn={item.index === active.row ? active.column : null}
            onActivate={setActive}
          />
        ))}
      </div>
      {rowCount === 0 && <p className={styles.none}>No rows.</p>}
    </div>
  );
}

interface ResultRowProps {
  gridId: string;
  index: number;
  top: number;
  row: Row | undefined;
  columnCount: number;
  activeColumn: number | null;
  onActivate: (place: GridPlace) => void;
}

const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { gridId, index, top, row, columnCount, activeColumn, onActivate } = props;
  return (
    <div
      {...asRow(index + 2, row === undefined)}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div {...asCell('rowheader', 1)} className={styles.number}>
        {formatCount(index + 1)}
      </div>
      {Array.from({ length: columnCount }, (_, column) => {
        const value = row?.[column];
        const cell = value === undefined ? null : cellText(value);
        return (
          // Keys come to the grid, which holds the focus; a press only moves the active cell.
          <div
            key={cellId(gridId, index, column)}
            id={cellId(gridId, index, column)}
            {...asCell('gridcell', column + 2)}
            className={styles.cell}
            data-kind={cell?.kind}
            data-active={column === activeColumn || undefined}
            title={cell?.title ?? undefined}
            onPointerDown={() => onActivate({ row: index, column })}
          >
            {cell ? cell.text : <span className={styles.loading} />}
          </div>
        );
      })}
    </div>
  );
});

function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

/** Scrolls sideways just far enough that the column stands clear of the row numbers. */
function showColumn(
  scroller: HTMLElement | null,
  layout: readonly { widthPx: number }[],
  column: number,
  numberWidth: number,
): void {
  if (!scroller) return;
  const left = layout.slice(0, column).reduce((sum, { widthPx }) => sum + widthPx, 0);
  const right = left + (layout[column]?.widthPx ?? 0);
  const room = scroller.clientWidth - numberWidth;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + room) scroller.scrollLeft = right - room;
}
