// The table "Tables and indexes": one row a tree, sorted by a press on a head.
// Keeps away from the figures: a selector makes them.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useState } from 'react';
import {
  type TreeColumn,
  type TreeHead,
  type TreeRow,
  type TreeSort,
  treeHeads,
  treeRows,
} from '../../state/selectors/storage/storage-table.ts';
import type { StorageTree } from '../../state/selectors/storage/storage-trees.ts';
import { Button } from '../shared/controls/Button.tsx';
import { BreakableName } from '../shared/labels/BreakableName.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import { BytesMark } from './BytesMark.tsx';
import labStyles from './StorageLab.module.css';
import styles from './TreesTable.module.css';

export interface TreesTableProps {
  trees: readonly StorageTree[];
  wholeBytes: number;
  /** The row under the pointer; null when it leaves. */
  onPointAt: (name: string | null) => void;
}

/** A schema may have hundreds; who wants them all asks. */
const mostRows = 100;

export const TreesTable = memo(function TreesTable({
  trees,
  wholeBytes,
  onPointAt,
}: TreesTableProps) {
  const [sort, setSort] = useState<TreeSort>({ column: 'bytes', isDescending: true });
  const [isWhole, setIsWhole] = useState(false);
  const rows = treeRows(trees, wholeBytes, sort);
  const shown = isWhole ? rows : rows.slice(0, mostRows);
  const sortBy = (column: TreeColumn) =>
    setSort((before) => ({
      column,
      isDescending: before.column === column ? !before.isDescending : column !== 'name',
    }));
  return (
    <div className={labStyles.group}>
      <h2>Tables and indexes</h2>
      <div className={labStyles.scroller} data-wide="" onPointerLeave={() => onPointAt(null)}>
        <table className={styles.table} aria-label="Tables and indexes">
          <thead>
            <tr>
              {treeHeads.map((head) => (
                <Head key={head.column} head={head} sort={sort} onSort={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.name} row={row} onPointAt={onPointAt} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <Button onClick={() => setIsWhole(true)}>{`Show all ${rows.length}`}</Button>
      )}
    </div>
  );
});

interface HeadProps {
  head: TreeHead;
  sort: TreeSort;
  onSort: (column: TreeColumn) => void;
}

function Head({ head: { column, label, explanation }, sort, onSort }: HeadProps) {
  const isSorted = sort.column === column;
  const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <Tooltip content={explanation} side="top">
        <button type="button" className={styles.sort} onClick={() => onSort(column)}>
          {label}
          {isSorted && <Arrow size={12} aria-hidden="true" />}
        </button>
      </Tooltip>
    </th>
  );
}

function Row({ row, onPointAt }: { row: TreeRow; onPointAt: (name: string) => void }) {
  return (
    <tr onPointerEnter={() => onPointAt(row.name)}>
      <th scope="row">
        <span className={styles.tree}>
          <BytesMark isIndex={row.isIndex} />
          <span className={styles.name}>
            <BreakableName text={row.name} />
          </span>
          <span className={styles.role}>
            <BreakableName text={row.role} />
          </span>
        </span>
      </th>
      {row.cells.map(({ column, text, title, isNotable }) => (
        <td key={column} title={title ?? undefined} data-notable={isNotable || undefined}>
          {text}
          {column === 'share' && (
            <span className={styles.share} aria-hidden="true">
              <span style={{ width: `${row.share * 100}%` }} />
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
