// What constraints protect: what remained of a batch with a bad row, and each row that was tried.
import type { Protection } from '../../../state/selectors/writes/constraints/protection.ts';
import { ResultsHeading } from '../results/ResultsHeading.tsx';
import { RunState } from '../results/RunState.tsx';
import styles from './constraints.module.css';
import { RemainedTable } from './RemainedTable.tsx';
import { TrialList } from './TrialList.tsx';

export interface ProtectionResultsProps {
  protection: Protection;
  onCopy: () => void;
}

export function ProtectionResults({ protection, onCopy }: ProtectionResultsProps) {
  const { heading, trials, notes, isStale, problem } = protection;
  return (
    <section className={styles.protection} aria-label="Protection">
      <RunState isStale={isStale} again="Try to break them" problem={problem} fraction={null} />
      <ResultsHeading isEmpty={trials.length === 0} onCopy={onCopy}>
        {heading}
      </ResultsHeading>
      {!problem && trials.length === 0 && (
        <p className={styles.text}>
          This table has no constraint. Add a CHECK, UNIQUE, NOT NULL or REFERENCES in the schema to
          see what it keeps out.
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Findings about the definition">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <TrialList protection={protection} />
      <RemainedTable protection={protection} />
    </section>
  );
}
