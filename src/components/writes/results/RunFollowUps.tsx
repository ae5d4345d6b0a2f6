// What can be done about a run once it has ended: go on with it, count its work.
// Keeps away from when that makes sense and from the words: selectors know.
import { useMemo } from 'react';
import type { WritesKind } from '../../../engine/model/writes/writes.ts';
import { followUpRefusal } from '../../../state/selectors/comparing/follow-ups.ts';
import { writesContinuation } from '../../../state/selectors/writes/run/continuation.ts';
import { useApp, usePlayground, useRuns, useWrites } from '../../shared/app-context.tsx';
import { Button } from '../../shared/controls/Button.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './RunFollowUps.module.css';

export interface RunFollowUpsProps {
  kind: WritesKind;
  /** Counting the work of the run; null where there is nothing to count, or it is counted. */
  count: {
    /** Why it cannot be counted now, as a sentence; null when it can. */
    refusal: string | null;
    onCount: () => void;
    /** What a press does. */
    explanation: string;
  } | null;
}

export function RunFollowUps({ kind, count }: RunFollowUpsProps) {
  const { writes } = useApp();
  const playground = usePlayground((whole) => whole);
  const run = useWrites(({ runs }) => runs[kind]);
  const budgetMs = useWrites(({ settings }) => settings.budgetMs);
  const busy = useRuns(({ activity }) => followUpRefusal(activity));
  // Intervals are reckoned here: once for each run.
  const continuation = useMemo(
    () => writesContinuation(playground, run, budgetMs),
    [playground, run, budgetMs],
  );
  if (!continuation && !count) return null;
  return (
    <div className={styles.followUps}>
      {continuation && (
        <FollowUp
          label="Continue"
          words={continuation.words}
          refusal={continuation.refusal ?? busy}
          explanation="Goes on with this run where it ended: more rounds of what is open, within the time chosen in the fields. What was measured counts on."
          onPress={() => void writes.continueRun(kind)}
        />
      )}
      {count && (
        <FollowUp
          label="Count the work"
          words=""
          refusal={count.refusal ?? busy}
          explanation={count.explanation}
          onPress={count.onCount}
        />
      )}
    </div>
  );
}

interface FollowUpProps {
  label: string;
  words: string;
  explanation: string;
  refusal: string | null;
  onPress: () => void;
}

function FollowUp({ label, words, explanation, refusal, onPress }: FollowUpProps) {
  return (
    <p className={styles.followUp}>
      <Tooltip content={refusal ?? explanation} side="top">
        <Button size="sm" disabled={refusal !== null} focusableWhenDisabled onClick={onPress}>
          {label}
        </Button>
      </Tooltip>{' '}
      {words}
    </p>
  );
}
