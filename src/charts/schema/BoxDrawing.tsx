// One table of a diagram: name, rows and bytes with their bar, columns with their marks.
// Keeps away from where it stands and from what the pointer does.
import { memo } from 'react';
import { fitText, textWidth } from '../marks/text-width.ts';
import { figuresText, figuresTitle, fonts, geometry, hiddenText } from './box-geometry.ts';
import type { DiagramColumn } from './diagram-model.ts';
import type { PlacedBox } from './diagram-places.ts';
import styles from './SchemaDiagram.module.css';

export interface BoxDrawingProps {
  box: PlacedBox;
  position: number;
  state: 'plain' | 'active' | 'related' | 'dimmed';
}

const radius = 6;
const barHeight = 4;
/** Least room between a column's name and its type. */
const typeGap = 10;

export const BoxDrawing = memo(function BoxDrawing({ box, position, state }: BoxDrawingProps) {
  const { width, height, headerHeight, figures, columns } = box;
  const more = hiddenText(box);
  const { padding, rowHeight } = geometry;
  const figuresLine = figuresText(figures);
  const room = width - 2 * padding;
  return (
    <g
      className={styles.box}
      data-state={state}
      data-position={position}
      transform={`translate(${box.x} ${box.y})`}
    >
      <rect className={styles.ground} width={width} height={height} rx={radius} />
      <path
        className={styles.header}
        d={
          height > headerHeight
            ? `M0 ${headerHeight}V${radius}Q0 0 ${radius} 0H${width - radius}Q${width} 0 ${width} ${radius}V${headerHeight}Z`
            : `M0 ${radius}Q0 0 ${radius} 0H${width - radius}Q${width} 0 ${width} ${radius}V${height - radius}Q${width} ${height} ${width - radius} ${height}H${radius}Q0 ${height} 0 ${height - radius}Z`
        }
      />
      <text className={styles.name} x={padding} y={18}>
        <title>{box.table}</title>
        {fitText(box.table, fonts.name, room)}
      </text>
      {figuresLine !== '' && (
        <text className={styles.figures} x={padding} y={32}>
          <title>{figuresTitle(figures)}</title>
          {fitText(figuresLine, fonts.figures, room)}
        </text>
      )}
      {figures.tableBytes !== null && (
        <Bar box={box} y={headerHeight - barHeight / 2 - (columns.length > 0 ? 0 : barHeight)} />
      )}
      {columns.map((column, line) => (
        <ColumnRow
          key={column.name}
          column={column}
          y={headerHeight + line * rowHeight + rowHeight / 2 + 2}
          width={width}
        />
      ))}
      {more !== '' && (
        <text
          className={styles.more}
          x={padding + geometry.gutter}
          y={headerHeight + columns.length * rowHeight + rowHeight / 2 + 6}
        >
          {more}
        </text>
      )}
      <rect className={styles.edge} width={width} height={height} rx={radius} />
    </g>
  );
});

/** Bytes of the table, then of its indexes, on the width that the largest of all takes. */
function Bar({ box, y }: { box: PlacedBox; y: number }) {
  const { width, tableShare, indexShare } = box;
  const room = width - 2;
  // What is there is seen, however little.
  const table = Math.max(2, tableShare * room);
  const indexes = indexShare * room;
  return (
    <g>
      <rect className={styles.track} x={1} y={y} width={room} height={barHeight} />
      <rect className={styles.tableBytes} x={1} y={y} width={table} height={barHeight} />
      {indexes > 0 && (
        <rect
          className={styles.indexBytes}
          x={1 + table}
          y={y}
          width={Math.min(indexes, room - table)}
          height={barHeight}
        />
      )}
    </g>
  );
}

function ColumnRow({ column, y, width }: { column: DiagramColumn; y: number; width: number }) {
  const { padding, gutter, linkWidth } = geometry;
  const link = column.isForeignKey ? linkWidth : 0;
  const room = width - 2 * padding - gutter - link;
  // The name goes first; a long type takes what is left, but a third in any case.
  const left = room - textWidth(column.name, fonts.column) - typeGap;
  const type = fitText(column.type, fonts.type, Math.max(left, room / 3));
  const typeWidth = type === '' ? 0 : textWidth(type, fonts.type) + typeGap;
  const name = fitText(column.name, fonts.column, room - typeWidth);
  return (
    <g>
      <title>{column.title}</title>
      {column.isPrimaryKey ? (
        <KeyMark x={padding} y={y} />
      ) : (
        <circle
          className={column.isNotNull ? styles.dot : styles.ring}
          cx={padding + 5}
          cy={y}
          r={2}
        />
      )}
      <text className={styles.columnName} x={padding + gutter} y={y + 4}>
        {name}
        {column.isForeignKey && (
          <tspan className={styles.link} dx={4}>
            ↗
          </tspan>
        )}
      </text>
      {type !== '' && (
        <text className={styles.type} x={width - padding} y={y + 4} textAnchor="end">
          {type}
        </text>
      )}
    </g>
  );
}

function KeyMark({ x, y }: { x: number; y: number }) {
  return (
    <path
      className={styles.key}
      transform={`translate(${x} ${y})`}
      d="M3 -3A3 3 0 1 0 3 3A3 3 0 1 0 3 -3M6 0H11.5M11.5 0V3M8.8 0V2.4"
    />
  );
}
