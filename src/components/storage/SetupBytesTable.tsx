// What the database would take in each setup, with a bar for what is rows and what is indexes.
import { Fragment } from 'react';
import type { SetupBytes } from '../../state/selectors/storage/storage-setups.ts';
import { Explained } from '../shared/labels/Explained.tsx';
import { SetupChip } from '../shared/labels/SetupChip.tsx';
import { BytesMark } from './BytesMark.tsx';
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
              <th scope="col" className={styles.beside}>
                <Keys />
              </th>
            </tr>
          </thead>
          <tbody>
            {setups.map((setup) => (
              <Row key={setup.letter} setup={setup} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.keysBeneath} aria-hidden="true">
        <Keys />
      </p>
    </div>
  );
}

function Row({ setup }: { setup: SetupBytes }) {
  return (
    <tr>
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
            <Parts text={setup.difference} />
          </Explained>
        ) : (
          'baseline'
        )}
      </td>
      <td>
        <Explained content="Indexes that are on, with those of UNIQUE and PRIMARY KEY; their share of the whole.">
          <Parts text={setup.indexes} />
        </Explained>
      </td>
      <td className={styles.beside}>
        <Bar setup={setup} />
      </td>
    </tr>
  );
}

function Bar({ setup: { tablesShare, indexesShare } }: { setup: SetupBytes }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.rows} style={{ width: percent(tablesShare) }} />
      {indexesShare > 0 && (
        <span className={styles.indexes} style={{ width: percent(indexesShare) }} />
      )}
    </span>
  );
}

/** Bytes and their share, which may stand beneath each other. */
function Parts({ text }: { text: string }) {
  return text.split(/(?<=,) /).map((part) => (
    <Fragment key={part}>
      <span className={styles.part}>{part}</span>{' '}
    </Fragment>
  ));
}

function Keys() {
  return (
    <span className={styles.keys}>
      <BytesMark isIndex={false} /> Rows
      <BytesMark isIndex /> Indexes
    </span>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
