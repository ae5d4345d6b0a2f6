// Sentences on what a run found, each with the letters of its setups and how it was obtained.

import { memo } from 'react';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { isSameJson } from '../../../lib/is-same-json.ts';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
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
  /** Nothing was decided: several of these are folded into one line. */
  isUndecided?: boolean | undefined;
}

export interface FindingListProps {
  findings: readonly Finding[];
  isStale: boolean;
}

export function FindingList({ findings, isStale }: FindingListProps) {
  if (findings.length === 0) return null;
  const undecided = findings.filter(({ isUndecided }) => isUndecided);
  const isFolded = undecided.length > 1;
  const shown = isFolded ? findings.filter(({ isUndecided }) => !isUndecided) : findings;
  return (
    <ul className={styles.findings} aria-label="Findings" data-stale={isStale || undefined}>
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
