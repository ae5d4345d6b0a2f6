// What remained of a batch with a bad row: a row for each constraint, a column for each conflict
// clause; words, figures and a drawing in each cell. Keeps away from the words: selectors make them.
import type {
  OutcomeView,
  Protection,
} from '../../../state/selectors/writes/constraints/protection.ts';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import { Explained } from '../../shared/labels/Explained.tsx';
import { WideTable } from '../price/WideTable.tsx';
import { BatchDrawing, RowKey, type RowKind } from './BatchDrawing.tsx';
import styles from './constraints.module.css';

export function RemainedTable({ protection }: { protection: Protection }) {
  const tried = protection.trials.filter(({ status }) => status === 'tried');
  if (tried.length === 0) return null;
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
        {tried.map(({ key, sql, about, outcomes }) => (
          <tr key={key}>
            <th scope="row">
              <code className={styles.headSql}>
                <BreakableName text={sql} />
              </code>
              {about && (
                <span className={styles.about}>
                  of <code>{about}</code>
                </span>
              )}
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

function Outcome({ outcome }: { outcome: OutcomeView }) {
  const { headline, words, message, tone } = outcome;
  return (
    <Explained
      content={message === '' ? 'The statement did not fail.' : `SQLite: ${message}`}
      className={styles.outcome}
    >
      <BatchDrawing {...outcome} />
      <span className={styles.headline} data-tone={tone}>
        {headline}
      </span>{' '}
      <span className={styles.words}>{words}</span>
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
