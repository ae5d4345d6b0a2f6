// What constraints protect: who refuses, what remained of a batch with a bad row, each row tried.
// Keeps away from the words: selectors make them.
import type { Protection } from '../../../state/selectors/writes/constraints/protection.ts';
import { FindingList } from '../../shared/findings/FindingList.tsx';
import { ResultsHeading } from '../results/ResultsHeading.tsx';
import { RunState } from '../results/RunState.tsx';
import styles from './constraints.module.css';
import { RemainedTable } from './RemainedTable.tsx';
import { TrialList } from './TrialList.tsx';

export interface ProtectionResultsProps {
  protection: Protection;
  /** Why they cannot be tried again now, as a sentence; null when they can. */
  refusal: string | null;
  onCopy: () => void;
}

export function ProtectionResults({ protection, refusal, onCopy }: ProtectionResultsProps) {
  const { heading, findings, trials, notes, isStale, problem } = protection;
  return (
    <>
      <div className={styles.part}>
        <ResultsHeading isEmpty={trials.length === 0} onCopy={onCopy}>
          {heading}
        </ResultsHeading>
        <RunState
          isStale={isStale}
          again="Try to break them"
          refusal={refusal}
          problem={problem}
          fraction={null}
        />
        {!problem && trials.length === 0 && (
          <p className={styles.text}>
            This table has no constraint. Add a CHECK, UNIQUE, NOT NULL or REFERENCES in the schema
            to see what it keeps out.
          </p>
        )}
        <FindingList findings={findings} isStale={isStale} label="Findings on protection" />
        {notes.length > 0 && (
          <ul className={styles.notes} aria-label="Findings about the definition">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
      <RemainedTable protection={protection} />
      {trials.length > 0 && (
        <div className={styles.part}>
          <h3>Rows that break them</h3>
          <TrialList protection={protection} />
        </div>
      )}
    </>
  );
}
