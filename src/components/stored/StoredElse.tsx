// What else this browser keeps for the page, and where that is looked after.
import { formatCountOf } from '../../lib/format/format-count.ts';
import { Button } from '../shared/controls/Button.tsx';
import styles from './StoredElse.module.css';

export interface StoredElseProps {
  comparisons: number;
  /** In a sentence. */
  playgrounds: string;
  onHistory: () => void;
}

export function StoredElse({ comparisons, playgrounds, onHistory }: StoredElseProps) {
  return (
    <section aria-label="Also kept" className={styles.else}>
      <h3 className={styles.title}>Also kept</h3>
      <ul className={styles.list}>
        <li className={styles.item}>
          <span className={styles.words}>
            {comparisons === 0
              ? 'No comparisons yet.'
              : `${formatCountOf(comparisons, 'comparison')}.`}
          </span>
          <Button size="sm" variant="ghost" onClick={onHistory}>
            History…
          </Button>
        </li>
        <li className={styles.item}>
          <span className={styles.words}>{playgrounds}</span>
        </li>
      </ul>
    </section>
  );
}
