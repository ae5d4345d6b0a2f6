// What can be done about the verdicts: continue where they are open, confirm them in fresh workers.
// Keeps away from when that makes sense; a selector knows.

import type { QueryDetail } from '../../state/selectors/chart/query-detail.ts';
import {
  confirmWords,
  countWorkWords,
  followUpRefusal,
  followUps,
  isConfirming,
} from '../../state/selectors/comparing/follow-ups.ts';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './FollowUps.module.css';

export function FollowUps({ detail }: { detail: QueryDetail }) {
  const { comparison } = useApp();
  const { queryId, name, course } = detail;
  const playground = usePlayground((whole) => whole);
  const result = useRuns(({ results }) => results[queryId]);
  const budgetMs = useUi((ui) => ui.budgetMs);
  const refusal = useRuns(({ activity }) => followUpRefusal(activity));
  const isRunning = useRuns(({ activity }) => isConfirming(activity, name));
  const words = useRuns(({ activity }) =>
    confirmWords(activity, name, course?.confirmedRuns ?? null),
  );
  const { more, canConfirm } = followUps(playground, result, budgetMs);
  const sizeBytes = useRuns(({ database }) => database?.summary.sizeBytes ?? 0);
  const isCounting = useRuns(({ activity }) => activity.kind === 'counting');
  const uncounted = countWorkWords(
    detail.setups.map(({ cell }) => cell),
    sizeBytes,
  );
  if (more === null && !canConfirm && uncounted === null) return null;
  return (
    <div className={styles.followUps}>
      {more !== null && (
        <FollowUp
          label="Continue"
          words={more}
          refusal={refusal}
          explanation="Goes on with this query where its rounds ended: at most 50 more, within the budget chosen beside Compare."
          onPress={() => void comparison.continueQuery(queryId)}
        />
      )}
      {canConfirm && (
        <FollowUp
          label="Confirm"
          words={words}
          isRunning={isRunning}
          refusal={refusal}
          explanation="Measures this query once more in three fresh workers, one after the other, each with a database of its own. A verdict stands only if all three give it."
          onPress={() => void comparison.confirm(queryId)}
        />
      )}
      {uncounted !== null && (
        <FollowUp
          label="Count the work"
          words={uncounted}
          isRunning={isCounting}
          refusal={refusal}
          explanation="Counts VM steps, pages and scans of every query in every setup, in a worker with a copy of the database. It is left out by itself where the database is large."
          onPress={() => void comparison.countWork()}
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
  isRunning?: boolean | undefined;
  onPress: () => void;
}

function FollowUp(props: FollowUpProps) {
  const { label, words, explanation, refusal, isRunning = false, onPress } = props;
  return (
    <p className={styles.followUp}>
      <Tooltip content={isRunning ? explanation : (refusal ?? explanation)} side="top">
        <Button
          size="sm"
          disabled={refusal !== null}
          focusableWhenDisabled
          isBusy={isRunning}
          onClick={onPress}
        >
          {label}
        </Button>
      </Tooltip>{' '}
      {words}
    </p>
  );
}
