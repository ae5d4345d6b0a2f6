// The frame of a run's results: heading, how far, sentences, what can be done next; then the
// experiment's own pictures and tables, and what has to be known beside them.
import type { ReactNode } from 'react';
import type { RunFrame } from '../../../state/selectors/writes/run/run-frame.ts';
import { FindingList } from '../../shared/findings/FindingList.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import { OtherFields } from './OtherFields.tsx';
import { ResultsHeading } from './ResultsHeading.tsx';
import { RunFollowUps } from './RunFollowUps.tsx';
import { RunNotes } from './RunNotes.tsx';
import { RunState } from './RunState.tsx';
import styles from './results.module.css';

export interface RunResultsProps {
  frame: RunFrame;
  /** The button that measures again: "Run writes". */
  again: string;
  /** Why that button cannot be pressed, as a sentence; null when it can. */
  refusal?: string | null | undefined;
  onCount: () => void;
  onCopy: () => void;
  onSave: (format: SamplesFormat) => void;
  /** Stands above the sentences: the answer to the question that the experiment asks. */
  answer?: ReactNode;
  /** Pictures and tables. */
  children: ReactNode;
}

export function RunResults(props: RunResultsProps) {
  const { frame, again, refusal, onCount, onCopy, onSave, answer, children } = props;
  const { isStale, isEmpty, count } = frame;
  return (
    <>
      <div className={styles.part}>
        <ResultsHeading isEmpty={isEmpty} onCopy={onCopy} onSave={onSave}>
          {frame.heading} <small>{frame.course}</small>
        </ResultsHeading>
        <RunState
          isStale={isStale}
          again={again}
          refusal={refusal}
          problem={frame.problem}
          fraction={frame.fraction}
        />
        {!isStale && <OtherFields kind={frame.kind} again={again} />}
        {answer}
        {frame.lack && <p className={styles.lack}>{frame.lack}</p>}
        <FindingList findings={frame.findings} isStale={isStale} />
        <RunFollowUps kind={frame.kind} count={count && { ...count, onCount }} />
      </div>
      {children}
      <RunNotes notes={frame.notes} environment={frame.environment} />
    </>
  );
}
