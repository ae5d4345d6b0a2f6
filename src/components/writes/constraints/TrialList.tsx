// Each constraint with the row that breaks it and what SQLite says; then those with none, and why.
// Keeps away from the words: selectors make them.
import type { Protection } from '../../../state/selectors/writes/constraints/protection.ts';
import type { TrialView } from '../../../state/selectors/writes/constraints/trial-view.ts';
import { Badge, type BadgeTone } from '../../shared/labels/Badge.tsx';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import { BadRow } from './BadRow.tsx';
import styles from './constraints.module.css';

export function TrialList({ protection }: { protection: Protection }) {
  const { trials, untried } = protection;
  return (
    <ol className={styles.trials} aria-label="Constraints tried">
      {trials.map(
        (trial) => trial.status !== 'not-tried' && <Trial key={trial.key} trial={trial} />,
      )}
      {untried.map(({ reason, titles }) => (
        <li key={reason} className={styles.trial}>
          {titles.map((title, at) => (
            <div key={keyOf(title, at)} className={styles.definition}>
              <code className={styles.sql}>
                <BreakableName text={title} />
              </code>
              <Badge tone="neutral">not tried</Badge>
            </div>
          ))}
          <p className={styles.reason}>
            <BreakableName text={reason} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The same text may stand twice. */
function keyOf(title: string, at: number): string {
  return `${at} ${title}`;
}

function Trial({ trial }: { trial: TrialView }) {
  const { sql, about, name, kind, status, breach, message, reason, row } = trial;
  const [text, tone]: [string, BadgeTone] =
    status === 'tried' ? ['refused', 'ok'] : ['accepted', 'warn'];
  return (
    <li className={styles.trial}>
      <div className={styles.definition}>
        <code className={styles.sql}>
          <BreakableName text={sql} />
        </code>
        {about && (
          <span className={styles.name}>
            of{' '}
            <code>
              <BreakableName text={about} />
            </code>
          </span>
        )}
        {name && <span className={styles.name}>named {name}</span>}
        <Badge tone={tone} title={`${kind}: a row that breaks it was ${text}`}>
          {text}
        </Badge>
      </div>
      <p>
        The row that breaks it:{' '}
        <strong>
          <BreakableName text={breach} />
        </strong>
      </p>
      {row && <BadRow row={row} />}
      {message && (
        <p>
          SQLite: <code className={styles.message}>{message}</code>
        </p>
      )}
      {reason && <p className={styles.reason}>{reason}</p>}
    </li>
  );
}
