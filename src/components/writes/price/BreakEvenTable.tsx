// From how many reads a write the indexes of a setup pay: a row for each query and setup.
// Keeps away from asking for a comparison: the answer above does.
import type {
  BreakEvenRow,
  BreakEvenView,
} from '../../../state/selectors/writes/price/break-even-view.ts';
import { Explained } from '../../shared/labels/Explained.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { WideTable } from '../tables/WideTable.tsx';
import styles from './price.module.css';

export interface BreakEvenTableProps {
  breakEven: BreakEvenView;
  isStale: boolean;
}

export function BreakEvenTable({ breakEven, isStale }: BreakEvenTableProps) {
  const { operations, rows, notes } = breakEven;
  return (
    <div className={styles.part}>
      <h3>Each query against each operation</h3>
      <p className={styles.text}>
        With more reads to a write than stand here, a setup saves more than it costs; where it says
        “pays below”, with fewer.
      </p>
      {rows.length > 0 && (
        <WideTable
          label="Break-even"
          isStale={isStale}
          heads={['Query and setup', 'Saved per read', ...operations.map((each) => heads[each])]}
        >
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </WideTable>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const heads = { insert: 'Against inserts', update: 'Against updates', delete: 'Against deletes' };

function Row({ row }: { row: BreakEvenRow }) {
  const { isKnown } = row.saving;
  return (
    <tr>
      <th scope="row">
        <span className={styles.query}>{row.queryName}</span>
        <span className={styles.setup}>
          <SetupChip letter={row.letter} size="sm" /> {row.setupName}
        </span>
      </th>
      {/* Without a saving there is nothing to set against the writes. */}
      <td colSpan={isKnown ? 1 : 1 + row.cells.length}>
        <Explained content={row.saving.tip} className={styles.wrap}>
          <span data-known={isKnown}>{row.saving.text}</span>
        </Explained>
        {isKnown && row.remark && <p className={styles.remark}>{row.remark}</p>}
      </td>
      {(isKnown ? row.cells : []).map(({ operation, text, interval, counted, tip, tone }) => (
        <td key={operation}>
          <Explained content={tip} className={styles.wrap}>
            <span className={styles.worth} data-tone={tone}>
              {text}
            </span>
            {interval && <span className={styles.interval}> ({interval})</span>}
            {counted && <span className={styles.interval}>, {counted}</span>}
          </Explained>
        </td>
      ))}
    </tr>
  );
}
