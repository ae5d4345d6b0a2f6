// A batch after a bad row at a glance: a square for each row, filled where it stayed, an outline where
// it is gone; the bad row has a cross. For the eye alone: the words beside it say the same.
import styles from './BatchDrawing.module.css';

export interface BatchDrawingProps {
  /** True for each row that stayed. */
  earlier: readonly boolean[];
  before: readonly boolean[];
  isBadRowIn: boolean;
  after: readonly boolean[];
  /** Other rows of the table that gave way to the bad one: they stand first. */
  replaced: number;
}

const size = 7;
const step = 8;
/** Between the rows of before and those of the statement. */
const groupGap = 6;
const height = size + 6;

export function BatchDrawing({ earlier, before, isBadRowIn, after, replaced }: BatchDrawingProps) {
  const rowsBefore = replaced + earlier.length;
  const statementAt = rowsBefore * step + (rowsBefore > 0 ? groupGap : 0);
  const badAt = statementAt + before.length * step;
  const kindOf = (isKept: boolean): RowKind => (isKept ? 'kept' : 'gone');
  const rows: { x: number; kind: RowKind }[] = [
    ...Array.from({ length: replaced }, (_, at) => ({ x: at * step, kind: 'replaced' as const })),
    ...earlier.map((isKept, at) => ({ x: (replaced + at) * step, kind: kindOf(isKept) })),
    ...before.map((isKept, at) => ({ x: statementAt + at * step, kind: kindOf(isKept) })),
    { x: badAt, kind: isBadRowIn ? 'badIn' : 'badOut' },
    ...after.map((isKept, at) => ({ x: badAt + (at + 1) * step, kind: kindOf(isKept) })),
  ];
  return (
    <svg
      className={styles.drawing}
      width={badAt + (1 + after.length) * step}
      height={height}
      aria-hidden="true"
    >
      {rows.map(({ x, kind }) => (
        <Row key={x} x={x} kind={kind} />
      ))}
    </svg>
  );
}

/** One row, for a legend. */
export function RowKey({ kind }: { kind: RowKind }) {
  return (
    <svg className={styles.drawing} width={size + 2} height={height} aria-hidden="true">
      <Row x={0} kind={kind} />
    </svg>
  );
}

export type RowKind = 'kept' | 'gone' | 'replaced' | 'badIn' | 'badOut';

function Row({ x, kind }: { x: number; kind: RowKind }) {
  const isBad = kind === 'badIn' || kind === 'badOut';
  return (
    <g data-row={kind} className={styles.row}>
      <rect x={x + 1} y={3} width={size - 1} height={size - 1} rx={1.5} />
      {isBad && <path d={`M${x + 2.5} 4.5l3 3M${x + 2.5} 7.5l3 -3`} />}
      {kind === 'replaced' && <path d={`M${x} ${size + 4}L${x + size + 1} 2`} />}
    </g>
  );
}
