// A swatch as on the map of bytes: full for rows, hatched for an index.
import styles from './BytesMark.module.css';

export function BytesMark({ isIndex }: { isIndex: boolean }) {
  return <span className={styles.mark} data-index={isIndex || undefined} aria-hidden="true" />;
}
