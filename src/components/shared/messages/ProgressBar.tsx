// How far something is, as a real fraction; without one, that it is under way.
import { Progress } from '@base-ui/react/progress';
import type { Fraction } from '../../../engine/model/units.ts';
import { classNames } from '../style/class-names.ts';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  /** Accessible name: "Generating data". */
  label: string;
  /** 0 to 1; null when it is not known. */
  fraction: Fraction | null;
  className?: string | undefined;
}

export function ProgressBar({ label, fraction, className }: ProgressBarProps) {
  return (
    <Progress.Root
      aria-label={label}
      value={fraction === null ? null : Math.min(Math.max(fraction, 0), 1)}
      max={1}
      locale="en-US"
      format={{ style: 'percent' }}
      className={classNames(styles.root, className)}
    >
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.indicator} />
      </Progress.Track>
    </Progress.Root>
  );
}
