// What a write changes besides finding its rows: tables with their indexes, foreign keys, triggers.
import { KeyRound, Table2, Zap } from 'lucide-react';
import type { WriteLine, WriteView } from '../../../state/selectors/plan/lines/write-view.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { Change } from './Change.tsx';
import styles from './WriteList.module.css';

const icons = { table: Table2, 'foreign-key': KeyRound, trigger: Zap };

export function WriteList({ writes: { summary, lines } }: { writes: WriteView }) {
  return (
    <div className={styles.writes}>
      <p className={styles.summary}>{summary}</p>
      <ul className={styles.list}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </div>
  );
}

function Line({ line: { kind, sentence, isScan, changes } }: { line: WriteLine }) {
  const Icon = icons[kind];
  return (
    <li className={styles.line}>
      <Icon size={13} aria-hidden="true" className={styles.icon} />
      <p>
        {sentence} {isScan && <Badge tone="warn">FULL SCAN</Badge>}{' '}
        {changes.map((change) => (
          <Change key={`${change.kind} ${change.text}`} change={change} />
        ))}
      </p>
    </li>
  );
}
