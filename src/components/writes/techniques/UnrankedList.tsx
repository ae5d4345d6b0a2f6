// What has no place in the ranking, with the reason: failed, refused, or leaving other content.
import type { Unranked } from '../../../state/selectors/writes/techniques/unranked.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import styles from './techniques.module.css';

const kinds = {
  failed: { tone: 'bad', word: 'failed' },
  refused: { tone: 'neutral', word: 'cannot apply' },
  otherwise: { tone: 'warn', word: 'not ranked' },
} as const;

export function UnrankedList({ unranked }: { unranked: readonly Unranked[] }) {
  if (unranked.length === 0) return null;
  return (
    <ul className={styles.unranked} aria-label="Not ranked">
      {unranked.map(({ letter, name, kind, reason }) => (
        <li key={`${kind} ${reason}`}>
          <Badge tone={kinds[kind].tone}>{kinds[kind].word}</Badge>
          {letter && <SetupChip letter={letter} size="sm" />}
          <span>
            <b>{name}:</b> {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}
