// How full the place for kept data is: a bar, and the same in figures.
import { Meter } from '@base-ui/react/meter';
import type { StoredView } from '../../state/selectors/stored/stored-view.ts';
import { Explained } from '../shared/labels/Explained.tsx';
import styles from './StoredUsage.module.css';

export interface StoredUsageProps {
  usage: NonNullable<StoredView['usage']>;
}

export function StoredUsage({ usage: { text, tip, fraction } }: StoredUsageProps) {
  return (
    <div className={styles.usage}>
      <Meter.Root
        aria-label="Room used by kept data"
        value={fraction}
        max={1}
        getAriaValueText={() => text}
        className={styles.meter}
      >
        <Meter.Track className={styles.track}>
          <Meter.Indicator className={styles.indicator} data-full={fraction >= 0.9 || undefined} />
        </Meter.Track>
      </Meter.Root>
      <Explained content={tip} className={styles.text}>
        {text}
      </Explained>
    </div>
  );
}
