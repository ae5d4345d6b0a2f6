// The rows that only one of two setups answers with, side by side. Few rows: drawn as they come.
// Keeps away from asking for them; their button stands with the verdict.
import {
  type DifferingSide,
  differingRowsOf,
  differingRowsView,
} from '../../state/selectors/chart/differing-rows-view.ts';
import type { QueryDetail, SetupDetail } from '../../state/selectors/chart/query-detail.ts';
import { useRuns } from '../shared/app-context.tsx';
import { SmallTable } from '../shared/grid/SmallTable.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import styles from './DifferingRows.module.css';

export function DifferingRows({ detail }: { detail: QueryDetail }) {
  return detail.setups.map((setup) => (
    <DifferingSetup key={setup.cell.setupId} detail={detail} setup={setup} />
  ));
}

function DifferingSetup({ detail, setup }: { detail: QueryDetail; setup: SetupDetail }) {
  const { cell } = setup;
  const rows = useRuns(({ differences, results }) =>
    differingRowsOf(differences, results[detail.queryId], cell.setupId),
  );
  const baseline = detail.setups[0]?.cell.letter;
  if (!rows || !baseline || cell.verdict?.kind !== 'different-answer') return null;
  const view = differingRowsView(rows, { setup: cell.letter, baseline });
  return (
    <section
      className={styles.differing}
      data-stale={cell.isStale || undefined}
      aria-label={`Rows of ${detail.name} that differ between ${baseline} and ${cell.letter}`}
    >
      <div className={styles.sides}>
        {view.sides.map((side) => (
          <Side key={side.letter} side={side} columns={view.columns} />
        ))}
      </div>
      <p className={styles.note}>
        {cell.isStale && 'Stale: something it depends on has changed since. '}Rows are compared
        whatever their order, real numbers to 12 significant digits. {view.note}
      </p>
    </section>
  );
}

function Side({ side, columns }: { side: DifferingSide; columns: readonly string[] }) {
  const { letter, title, count, rows } = side;
  return (
    <div className={styles.side}>
      <p className={styles.title}>
        <SetupChip letter={letter} size="sm" /> <b>{title}</b> <span>{count}</span>
      </p>
      {rows.length > 0 && (
        <SmallTable
          regionLabel={`${title}: ${count}`}
          heads={columns.map((text) => ({ text }))}
          rows={rows}
          height="short"
        />
      )}
    </div>
  );
}
