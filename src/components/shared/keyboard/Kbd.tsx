// Keys as caps. A hint for the eye: hidden from the accessible name of the control it stands in.
import styles from './Kbd.module.css';

export interface KbdProps {
  /** One entry per key: ['Ctrl', 'K']. */
  keys: readonly string[];
}

export function Kbd({ keys }: KbdProps) {
  return (
    <span className={styles.keys} data-keys="" aria-hidden="true">
      {keys.map((key) => (
        <span key={key} className={styles.key}>
          {key}
        </span>
      ))}
    </span>
  );
}
