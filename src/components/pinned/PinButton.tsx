// Pins what was measured last, to be compared with what is measured next; or takes the pin off.
import { Pin, PinOff } from 'lucide-react';
import { useApp, useKept, useRuns } from '../shared/app-context.tsx';
import { IconButton } from '../shared/controls/IconButton.tsx';
import styles from './PinButton.module.css';

export function PinButton() {
  const { kept } = useApp();
  const isMeasured = useRuns(({ results }) => Object.keys(results).length > 0);
  // While the next comparison is measured, the one kept last is not what is shown.
  const isMeasuring = useRuns(({ activity }) => activity.kind === 'measuring');
  const keptId = useKept((history) => history.currentId);
  const currentId = isMeasuring ? null : keptId;
  const pinnedId = useKept((history) => history.pinned?.id ?? null);
  if (!isMeasured) return null;
  const isPinned = pinnedId !== null && pinnedId === currentId;
  return (
    <IconButton
      size="sm"
      label={isPinned ? 'Unpin' : 'Pin this comparison'}
      tooltip={tooltip(isPinned, currentId !== null)}
      disabled={currentId === null}
      focusableWhenDisabled
      icon={
        isPinned ? <PinOff size={14} aria-hidden="true" /> : <Pin size={14} aria-hidden="true" />
      }
      className={styles.button}
      onClick={() =>
        void (isPinned && currentId !== null ? kept.setPinned(currentId, false) : kept.pinCurrent())
      }
    />
  );
}

function tooltip(isPinned: boolean, isKept: boolean): string {
  if (isPinned) return 'Unpin this comparison. It stays in the history.';
  return isKept
    ? 'Pin this comparison: its plans, work and times stay, and stand beside what you measure next.'
    : 'A comparison can be pinned once it has ended and is kept in the history.';
}
