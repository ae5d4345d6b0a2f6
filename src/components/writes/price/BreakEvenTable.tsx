// From how many reads a write the indexes of a setup pay: a row for each query and setup.
// Where the bench has not compared them, a button does.
import type {
  BreakEvenRow,
  BreakEvenView,
} from '../../../state/selectors/writes/price/break-even-view.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './price.module.css';
import { WideTable } from './WideTable.tsx';

export interface BreakEvenTableProps {
  breakEven: BreakEvenView;
  isStale: boolean;
  /** Why the bench cannot compare now; null when it can. */
  compareRefusal: string | null;
  onCompare: () => void;
}

export function BreakEvenTable({
  breakEven,
  isStale,
  compareRefusal,
  onCompare,
}: BreakEvenTableProps) {
  const { operations, rows, notes, needsComparison } = breakEven;
  return (
    <div className={styles.part}>
      <h3>When is it worth it?</h3>
      <p className={styles.text}>
        What a read saves comes from the bench’s comparison, what a write pays from this run. With
        more reads to a write than stand here, the setup’s indexes save more than they cost.
      </p>
      {needsComparison && (
        <p className={styles.compare}>
          <span>The bench has not compared every query yet.</span>
          <Tooltip
            content={
              compareRefusal ??
              'Compares all queries in all setups as the bench does; what reads save then stands here.'
            }
            side="top"
          >
            <Button
              size="sm"
              disabled={compareRefusal !== null}
              focusableWhenDisabled
              onClick={onCompare}
            >
              Compare now
            </Button>
          </Tooltip>
        </p>
      )}
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
  return (
    <tr>
      <th scope="row">
        <span className={styles.query}>{row.queryName}</span>
        <span className={styles.setup}>
          <SetupChip letter={row.letter} size="sm" /> {row.setupName}
        </span>
      </th>
      <td>
        <Explained content={row.saving.tip} className={styles.wrap}>
          <span data-known={row.saving.isKnown}>{row.saving.text}</span>
        </Explained>
        {row.remark && <p className={styles.remark}>{row.remark}</p>}
      </td>
      {row.cells.map(({ operation, text, interval, tip, tone }) => (
        <td key={operation}>
          <Explained content={tip} className={styles.wrap}>
            <span className={styles.worth} data-tone={tone}>
              {text}
            </span>
            {interval && <span className={styles.interval}> ({interval})</span>}
          </Explained>
        </td>
      ))}
    </tr>
  );
}
