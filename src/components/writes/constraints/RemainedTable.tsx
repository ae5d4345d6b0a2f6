// What remained of a batch with a bad row: constraints that came out alike share a row, each clause
// has a column. Keeps away from the words of the cells: selectors make them.
import type { Protection } from '../../../state/selectors/writes/constraints/protection.ts';
import type {
  RemainedOutcome,
  RemainedRow,
} from '../../../state/selectors/writes/constraints/remained-rows.ts';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { WideTable } from '../tables/WideTable.tsx';
import { BatchDrawing, RowKey, type RowKind } from './BatchDrawing.tsx';
import styles from './constraints.module.css';

export function RemainedTable({ protection }: { protection: Protection }) {
  const { remained } = protection;
  if (remained.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>What remained</h3>
      <p className={styles.text}>{protection.method}</p>
      <Legend />
      <WideTable
        label="What remained"
        isStale={protection.isStale}
        heads={[
          'Constraint',
          ...protection.clauses.map(({ name, explanation }) => (
            <Explained key={name} content={explanation}>
              OR {name}
            </Explained>
          )),
        ]}
      >
        {remained.map(({ key, constraints, outcomes }) => (
          <tr key={key}>
            <th scope="row">
              {constraints.map(({ sql, about }) => (
                <Constraint key={sql} sql={sql} about={about} />
              ))}
            </th>
            {outcomes.map((outcome) => (
              <td key={outcome.clause}>
                <Outcome outcome={outcome} />
              </td>
            ))}
          </tr>
        ))}
      </WideTable>
    </div>
  );
}

function Constraint({ sql, about }: RemainedRow['constraints'][number]) {
  return (
    <span className={styles.constraint}>
      <code>
        <BreakableName text={sql} />
      </code>
      {about && (
        <span className={styles.about}>
          {' '}
          <BreakableName text={about} />
        </span>
      )}
    </span>
  );
}

function Outcome({ outcome }: { outcome: RemainedOutcome }) {
  const { headline, kept, explanation, tone } = outcome;
  return (
    <Explained content={explanation} className={styles.outcome}>
      <BatchDrawing {...outcome} />
      <span className={styles.headline} data-tone={tone}>
        {headline}
      </span>{' '}
      <span className={styles.words}>{kept}</span>
    </Explained>
  );
}

const keys: { kind: RowKind; text: string }[] = [
  { kind: 'kept', text: 'good row, stayed' },
  { kind: 'gone', text: 'good row, gone' },
  { kind: 'replaced', text: 'replaced by the bad one' },
  { kind: 'badOut', text: 'bad row, kept out' },
  { kind: 'badIn', text: 'bad row, in the table' },
];

function Legend() {
  return (
    <ul className={styles.legend} aria-label="What the squares mean">
      {keys.map(({ kind, text }) => (
        <li key={kind}>
          <RowKey kind={kind} /> {text}
        </li>
      ))}
      <li>left of the gap: inserted before the statement</li>
    </ul>
  );
}
