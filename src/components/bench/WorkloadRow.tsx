// The last row of the bench: the whole workload in every setup, as one verdict each.
// Stays in view at the bottom of the grid. Keeps away from how the mean is made.
import { Trophy } from 'lucide-react';
import { type CSSProperties, memo, useId } from 'react';
import type { CellHeat } from '../../state/selectors/bench/heat.ts';
import type { WorkloadCell, WorkloadView } from '../../state/selectors/bench/workload-view.ts';
import { VisuallyHidden } from '../shared/labels/VisuallyHidden.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import cellStyles from './QueryCell.module.css';
import rowStyles from './RowHeader.module.css';
import styles from './WorkloadRow.module.css';

export interface WorkloadRowProps {
  view: WorkloadView;
  heatOf: (cell: WorkloadCell) => CellHeat;
}

export const WorkloadRow = memo(function WorkloadRow({ view, heatOf }: WorkloadRowProps) {
  const { shortHeadline, notCountedNames, tip, headline, isStale, cells } = view;
  const hasWinner = cells.some(({ isBest }) => isBest);
  return (
    <tr className={styles.row} data-stale={isStale || undefined}>
      <th scope="row" className={rowStyles.header} aria-label="workload" data-workload="">
        <Tooltip content={`${headline}. ${tip}`}>
          <div>
            <div className={styles.line}>
              <span className={rowStyles.name}>workload</span>{' '}
              <span className={styles.short}>
                {hasWinner && !isStale && (
                  <Trophy size={13} className={styles.trophy} aria-hidden="true" />
                )}
                {isStale ? 'stale' : shortHeadline}
              </span>
            </div>
            {notCountedNames && <p className={styles.missing}>{notCountedNames}</p>}
          </div>
        </Tooltip>
      </th>
      {cells.map((cell) => (
        <Cell key={cell.setupId} cell={cell} isStale={isStale} heat={heatOf(cell)} />
      ))}
      <td aria-hidden="true" />
    </tr>
  );
});

interface CellProps {
  cell: WorkloadCell;
  isStale: boolean;
  heat: CellHeat;
}

/** The linter takes a td for a plain cell, whatever the table's role. */
const gridcell = { role: 'gridcell' } as const;

function Cell({ cell, isStale, heat }: CellProps) {
  const id = useId();
  const { letter, headline, headlineNarrow, headlineTone, interval, verdictTip, foot, footNarrow } =
    cell;
  return (
    <td
      {...gridcell}
      aria-describedby={id}
      data-setup={letter}
      data-stale={isStale || undefined}
      data-best={cell.isBest || undefined}
      data-method={cell.methodLink || undefined}
      data-heat={heat.tone === 'none' ? undefined : heat.tone}
      style={{ '--strength': `${heat.strength}%` } as CSSProperties}
      className={`${cellStyles.cell} ${styles.cell}`}
    >
      <VisuallyHidden>{`workload in ${letter}`}</VisuallyHidden>{' '}
      <div id={id} className={`${cellStyles.content} ${styles.content}`} aria-hidden="true">
        <Tooltip content={verdictTip}>
          <div
            className={`${cellStyles.verdict} ${styles.words}`}
            data-line="verdict"
            data-tone={headlineTone}
          >
            <span
              className={cellStyles.headline}
              data-narrow={headlineNarrow === headline ? undefined : headlineNarrow}
            >
              {headline}
            </span>{' '}
            {interval && <span className={cellStyles.interval}>{interval}</span>}{' '}
            {foot && (
              <span
                className={cellStyles.interval}
                data-narrow={footNarrow === foot ? undefined : footNarrow}
              >
                {foot}
              </span>
            )}
          </div>
        </Tooltip>{' '}
      </div>
    </td>
  );
}
