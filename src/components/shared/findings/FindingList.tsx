// Sentences on what a lab found, each with the letters of its setups and how it was obtained.
// Keeps away from the words: selectors make them.
import { memo } from 'react';
import { isSameJson } from '../../../lib/is-same-json.ts';
import type { Finding } from '../../../state/selectors/writes/run/finding.ts';
import { BreakableName } from '../labels/BreakableName.tsx';
import { Explained } from '../labels/Explained.tsx';
import { SetupChip } from '../labels/SetupChip.tsx';
import styles from './FindingList.module.css';

export interface FindingListProps {
  findings: readonly Finding[];
  isStale: boolean;
  /** Accessible name where several stand in one view. */
  label?: string | undefined;
}

export function FindingList({ findings, isStale, label = 'Findings' }: FindingListProps) {
  if (findings.length === 0) return null;
  const undecided = findings.filter(({ isUndecided }) => isUndecided);
  const isFolded = undecided.length > 1;
  const shown = isFolded ? findings.filter(({ isUndecided }) => !isUndecided) : findings;
  return (
    <ul className={styles.findings} aria-label={label} data-stale={isStale || undefined}>
      {shown.map((finding) => (
        <FindingItem key={keyOf(finding)} finding={finding} isStale={isStale} />
      ))}
      {isFolded && (
        <li>
          <details className={styles.undecided}>
            <summary>{undecided.length} pairs not told apart</summary>
            <ul className={styles.findings}>
              {undecided.map((finding) => (
                <FindingItem key={keyOf(finding)} finding={finding} isStale={isStale} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

function keyOf({ letters, text }: Finding): string {
  return `${letters.join(' ')} ${text}`;
}

interface FindingItemProps {
  finding: Finding;
  isStale: boolean;
}

const FindingItem = memo(function FindingItem({ finding, isStale }: FindingItemProps) {
  const { letters, text, explanation, isSimulated } = finding;
  return (
    <li data-simulated={isSimulated || undefined}>
      {letters.length > 0 && (
        <span className={styles.chips}>
          {letters.map((letter) => (
            <SetupChip key={letter} letter={letter} size="sm" isStale={isStale} />
          ))}
        </span>
      )}
      <Explained content={explanation} className={styles.finding}>
        <BreakableName text={text} />
      </Explained>
    </li>
  );
}, isSameJson);
