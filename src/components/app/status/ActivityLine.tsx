// What the tool is doing, as the page's live region, and how far it is.
import { CircleAlert } from 'lucide-react';
import { isBusy } from '../../../state/activity.ts';
import type { Activity } from '../../../state/runs-store.ts';
import { activityFraction, statusText } from '../../../state/selectors/status-text.ts';
import { IconButton } from '../../shared/controls/IconButton.tsx';
import { ProgressBar } from '../../shared/messages/ProgressBar.tsx';
import { Popover } from '../../shared/overlays/Popover.tsx';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import styles from './StatusBar.module.css';

export function ActivityLine({ activity }: { activity: Activity }) {
  const hint = activity.kind === 'failed' ? activity.error.hint : undefined;
  const text = statusText(activity);
  const whole = [text, hint].filter(Boolean).join(' ');
  return (
    <div className={styles.state} data-activity={phaseOf(activity)}>
      <span className={styles.dot} aria-hidden="true" />
      <Tooltip content={whole} side="top" isDescription={false}>
        <span role="status" className={styles.sentence}>
          {text}
          {hint && <span className={styles.hint}> {hint}</span>}
        </span>
      </Tooltip>
      {activity.kind === 'failed' && <WholeMessage text={text} hint={hint} />}
    </div>
  );
}

/** Two lines of an error are in sight; the rest is a key press away. */
function WholeMessage({ text, hint }: { text: string; hint: string | undefined }) {
  return (
    <Popover
      title="What went wrong"
      side="top"
      trigger={
        <IconButton
          label="Show the whole message"
          size="sm"
          tooltipSide="top"
          icon={<CircleAlert size={14} aria-hidden="true" />}
          className={styles.whole}
        />
      }
    >
      <p className={styles.message}>{text}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
    </Popover>
  );
}

/** Work that waits for the user, to come back or to answer, is not under way. */
function phaseOf(activity: Activity): string {
  if (activity.kind === 'paused' || activity.kind === 'asking') return 'waiting';
  return isBusy(activity) ? 'busy' : activity.kind;
}

/** A thin line over the bar; without a known fraction it only says that something is under way. */
export function ActivityProgress({ activity }: { activity: Activity }) {
  if (!isBusy(activity)) return null;
  return (
    <ProgressBar
      label="Progress"
      fraction={activityFraction(activity)}
      className={styles.progress}
    />
  );
}
