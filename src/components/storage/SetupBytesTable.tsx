// What the database would take in each setup, with a bar for what is rows and what is indexes.
import type { SetupBytes } from '../../state/selectors/storage/storage-setups.ts';
import { Explained } from '../shared/labels/Explained.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import styles from './SetupBytesTable.module.css';
import labStyles from './StorageLab.module.css';

export function SetupBytesTable({ setups }: { setups: readonly SetupBytes[] }) {
  return (
    <div className={labStyles.group}>
      <h2>Bytes of each setup</h2>
      <div className={labStyles.scroller} data-wide="">
        <table className={styles.table} aria-label="Bytes of each setup">
          <thead>
            <tr>
              <th scope="col">Setup</th>
              <th scope="col">Whole</th>
              <th scope="col">Against A</th>
              <th scope="col">Indexes</th>
              <th scope="col" className={styles.barHead}>
                Rows and <span className={styles.indexWord}>indexes</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {setups.map((setup) => (
              <tr key={setup.letter}>
                <th scope="row">
                  <span className={styles.setup}>
                    <SetupChip letter={setup.letter} size="sm" />
                    <span className={styles.name}>{setup.name}</span>
                  </span>
                </th>
                <td>
                  <Explained content={setup.explanation}>{setup.size}</Explained>
                </td>
                <td>
                  {setup.difference ? (
                    <Explained content="Its bytes less those of A, the baseline.">
                      {setup.difference}
                    </Explained>
                  ) : (
                    'baseline'
                  )}
                </td>
                <td>
                  <Explained content="Indexes that are on, with those of UNIQUE and PRIMARY KEY; their share of the whole.">
                    {setup.indexes}
                  </Explained>
                </td>
                <td className={styles.barCell}>
                  <span className={styles.bar} aria-hidden="true">
                    <span className={styles.rows} style={{ width: percent(setup.tablesShare) }} />
                    <span
                      className={styles.indexes}
                      style={{ width: percent(setup.indexesShare) }}
                    />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
