// In the place of what is still being fetched, a chart as a rule: that it comes.
import { type ReactNode, Suspense } from 'react';
import { Spinner } from './Spinner.tsx';
import styles from './WhileLoading.module.css';

export interface WhileLoadingProps {
  /** 'the chart'. */
  what: string;
  /** In pixels, where less room is kept free than a large chart takes. */
  minHeight?: number | undefined;
  children: ReactNode;
}

export function WhileLoading({ what, minHeight, children }: WhileLoadingProps) {
  return (
    <Suspense
      fallback={
        <p className={styles.loading} style={{ minHeight }}>
          <Spinner /> Loading {what}
        </p>
      }
    >
      {children}
    </Suspense>
  );
}
