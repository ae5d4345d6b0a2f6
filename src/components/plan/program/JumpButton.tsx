// A jump to follow, as a word within a line: "to 14".
// Keeps away from where it leads; a press only says that it is followed.
import type { ReactNode } from 'react';
import styles from './JumpButton.module.css';

export interface JumpButtonProps {
  onGo: () => void;
  /** To who jumps here, and quieter. */
  isBack?: boolean | undefined;
  children: ReactNode;
}

export function JumpButton({ onGo, isBack = false, children }: JumpButtonProps) {
  return (
    <button type="button" className={styles.jump} data-back={isBack || undefined} onClick={onGo}>
      {children}
    </button>
  );
}
