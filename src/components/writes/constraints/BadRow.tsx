// A row that breaks a constraint, column by column: what breaks it first and marked. Wraps instead of
// scrolling, so that no value is out of sight. Keeps away from which columns those are.
import type { TrialView } from '../../../state/selectors/writes/constraints/trial-view.ts';
import { cellText } from '../../shared/grid/cell-text.ts';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import styles from './BadRow.module.css';

export interface BadRowProps {
  row: NonNullable<TrialView['row']>;
}

/** Columns that are shown at once; what breaks the constraint is among the first. */
const mostColumns = 12;

export function BadRow({ row }: BadRowProps) {
  const shown = Math.max(mostColumns, row.markedColumns.length);
  const more = row.columns.length - shown;
  return (
    <>
      <Columns row={row} from={0} to={shown} />
      {more > 0 && (
        <details className={styles.more}>
          <summary>{more === 1 ? '1 more column' : `${more} more columns`}</summary>
          <Columns row={row} from={shown} to={row.columns.length} />
        </details>
      )}
    </>
  );
}

function Columns({ row, from, to }: BadRowProps & { from: number; to: number }) {
  return (
    <dl className={styles.row}>
      {row.columns.slice(from, to).map((column, at) => {
        const { kind, text, title } = cellText(row.values[from + at] ?? null);
        const isMarked = row.markedColumns.includes(from + at);
        return (
          <div key={column} data-marked={isMarked || undefined}>
            <dt>
              <BreakableName text={column} />
            </dt>
            <dd data-kind={kind} title={title ?? (kind === 'text' ? text : undefined)}>
              {text}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
