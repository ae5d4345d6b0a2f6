// What a region shows while it has nothing: what it will show, and the one thing to do next.
import type { ReactNode } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  title: string;
  /** One sentence or two. */
  children?: ReactNode;
  icon?: ReactNode;
  /** A button, at most two. */
  action?: ReactNode;
  /** In a small space: less padding. */
  isCompact?: boolean | undefined;
  className?: string | undefined;
}

export function EmptyState({
  title,
  children,
  icon,
  action,
  isCompact = false,
  className,
}: EmptyStateProps) {
  return (
    <div className={classNames(styles.empty, className)} data-compact={isCompact || undefined}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
