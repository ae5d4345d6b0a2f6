// Asks before slow queries are measured: measure, leave out, or stop the whole comparison.
// Closing it leaves them out; what the words say is a selector's.
import { useRef } from 'react';
import { slowQueriesWords } from '../../../state/selectors/comparing/slow-queries-words.ts';
import { useApp, useRuns } from '../../shared/app-context.tsx';
import { Button } from '../../shared/controls/Button.tsx';
import { Dialog } from '../../shared/overlays/Dialog.tsx';
import styles from './SlowQueriesDialog.module.css';

export function SlowQueriesDialog() {
  const { comparison, stop } = useApp();
  const activity = useRuns((runs) => runs.activity);
  const leaveOut = useRef<HTMLButtonElement>(null);
  if (activity.kind !== 'asking') return null;
  const { title, cost, choices } = slowQueriesWords(activity.names, activity.expectedMs);
  return (
    <Dialog
      isOpen
      size="sm"
      title={title}
      description={cost}
      initialFocus={leaveOut}
      onClose={() => comparison.answer('leave-out')}
      footer={
        <>
          <Button variant="ghost" className={styles.stop} onClick={stop}>
            Stop
          </Button>
          <Button ref={leaveOut} onClick={() => comparison.answer('leave-out')}>
            Leave out
          </Button>
          <Button variant="primary" onClick={() => comparison.answer('measure')}>
            Measure anyway
          </Button>
        </>
      }
    >
      <p>{choices}</p>
    </Dialog>
  );
}
