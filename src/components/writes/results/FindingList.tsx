// Sentences on what a run found, each with the letters of its setups and how it was obtained.
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { Explained } from '../../shared/labels/Explained.tsx';
import { SetupChip } from '../../shared/labels/SetupChip.tsx';
import styles from './results.module.css';

export interface Finding {
  /** Setups that it speaks of; none where it speaks of all. */
  letters: readonly SetupLetter[];
  text: string;
  /** How it was obtained. */
  explanation: string;
  /** Not measured: with a latency that is only added. */
  isSimulated?: boolean | undefined;
}

export interface FindingListProps {
  findings: readonly Finding[];
  isStale: boolean;
}

export function FindingList({ findings, isStale }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label="Findings" data-stale={isStale || undefined}>
      {findings.map(({ letters, text, explanation, isSimulated }) => (
        <li key={`${letters.join(' ')} ${text}`} data-simulated={isSimulated || undefined}>
          {letters.length > 0 && (
            <span className={styles.chips}>
              {letters.map((letter) => (
                <SetupChip key={letter} letter={letter} size="sm" isStale={isStale} />
              ))}
            </span>
          )}
          <Explained content={explanation} className={styles.finding}>
            {text}
          </Explained>
        </li>
      ))}
    </ul>
  );
}
