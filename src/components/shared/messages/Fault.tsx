// An error at its place: the sentence, what can be done about it, and at most one button.
// For text that is being written: quiet, an edge-to-edge strip; Banner is for what happened.
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EngineError } from '../../../engine/model/errors.ts';
import { classNames } from '../style/class-names.ts';
import styles from './Fault.module.css';

export interface FaultProps {
  error: Pick<EngineError, 'message' | 'hint'>;
  tone?: 'error' | 'warning' | undefined;
  action?: ReactNode;
  /** Behind the sentence, in its line: where it is. */
  place?: ReactNode;
  className?: string | undefined;
}

export function Fault({ error, tone = 'error', action, place, className }: FaultProps) {
  const Icon = tone === 'error' ? CircleAlert : TriangleAlert;
  return (
    <div className={classNames(styles.fault, className)} data-tone={tone}>
      <Icon size={14} className={styles.icon} aria-hidden="true" />
      <p className={styles.text}>
        {error.message}
        {error.hint && <span className={styles.hint}> {error.hint}</span>}
        {place && ' '}
        {place}
      </p>
      {action}
    </div>
  );
}
