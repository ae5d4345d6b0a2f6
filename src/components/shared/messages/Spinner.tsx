// A small turning ring: something is under way. Whoever shows it says in words what.
import styles from './Spinner.module.css';

export interface SpinnerProps {
  /** Pixels; 14 beside text. */
  size?: number | undefined;
}

export function Spinner({ size = 14 }: SpinnerProps) {
  return (
    <svg
      className={styles.spinner}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.5" stroke="currentColor" strokeWidth="2" opacity="0.25" />
      <path d="M8 1.5 A6.5 6.5 0 0 1 14.5 8" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
