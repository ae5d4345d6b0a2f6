// A table, index or temporary structure by its name, as it stands in words and tables.
// Says its kind by the edge and in a title: stored ones are solid, what one execution makes is dashed.
import type { LineCursor } from '../../../engine/model/plan/program-line.ts';
import styles from './CursorChip.module.css';

const kinds: Record<LineCursor['kind'], string> = {
  table: 'Table',
  index: 'Index',
  'automatic-index': 'Index made for this execution alone',
  sorter: 'Rows to be sorted, in this execution alone',
  temporary: 'Table made for this execution alone',
  row: 'One row in a register',
  virtual: 'Virtual table',
};

export function CursorChip({ cursor: { kind, label, number } }: { cursor: LineCursor }) {
  return (
    <span className={styles.chip} data-kind={kind} title={`${kinds[kind]}, cursor ${number}`}>
      {label}
    </span>
  );
}
