// The mark of the product: the gauge of a dynamometer, its needle past the top.
import styles from './Logo.module.css';

export interface LogoProps {
  /** The mark alone, for narrow windows; the name is still read out. */
  isMarkOnly?: boolean | undefined;
}

export function Logo({ isMarkOnly = false }: LogoProps) {
  return (
    <span className={styles.logo}>
      <LogoMark size={20} />
      <span className={styles.name} data-hidden={isMarkOnly || undefined}>
        SQL Dyno
      </span>
    </span>
  );
}

/** The mark, square; the same drawing as public/favicon.svg. */
export function LogoMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path className={styles.dial} d="M6.8 25.2 A13 13 0 0 1 18.26 3.2" />
      <path className={styles.swept} d="M23.46 5.35 A13 13 0 0 1 25.2 25.2" />
      <path className={styles.needle} d="M16 16 L21.5 6.5" />
      <circle className={styles.hub} cx="16" cy="16" r="3" />
    </svg>
  );
}
