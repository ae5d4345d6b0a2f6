// Each constraint with the row that breaks it and what SQLite says; or why there is none.
import type {
  Protection,
  TrialView,
} from '../../../state/selectors/writes/constraints/protection.ts';
import { SmallTable } from '../../shared/grid/SmallTable.tsx';
import { Badge, type BadgeTone } from '../../shared/labels/Badge.tsx';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import styles from './constraints.module.css';

export function TrialList({ protection }: { protection: Protection }) {
  return (
    <ol className={styles.trials} aria-label="Constraints tried">
      {protection.trials.map((trial) => (
        <Trial key={trial.key} trial={trial} />
      ))}
    </ol>
  );
}

const states: Record<TrialView['status'], { text: string; tone: BadgeTone }> = {
  tried: { text: 'refused', tone: 'ok' },
  accepted: { text: 'accepted', tone: 'warn' },
  'not-tried': { text: 'not tried', tone: 'neutral' },
};

function Trial({ trial }: { trial: TrialView }) {
  const { sql, about, name, kind, status, breach, message, reason, row } = trial;
  const state = states[status];
  return (
    <li className={styles.trial}>
      <div className={styles.definition}>
        <code className={styles.sql}>
          <BreakableName text={sql} />
        </code>
        {about && (
          <span className={styles.name}>
            of <code>{about}</code>
          </span>
        )}
        {name && <span className={styles.name}>named {name}</span>}
        <Badge tone={state.tone} title={`${kind}: a row that breaks it was ${state.text}`}>
          {state.text}
        </Badge>
      </div>
      {breach && (
        <p>
          The row that breaks it: <strong>{breach}</strong>
        </p>
      )}
      {row && (
        <SmallTable
          label={`Row that breaks ${sql} ${about}`.trim()}
          regionLabel={`${breach}: the row, scrolls`}
          heads={row.columns.map((text) => ({ text }))}
          rows={[row.values]}
          markedColumns={row.markedColumns}
          height="short"
        />
      )}
      {message && (
        <p>
          SQLite: <code className={styles.message}>{message}</code>
        </p>
      )}
      {reason && <p className={styles.reason}>{reason}</p>}
    </li>
  );
}
