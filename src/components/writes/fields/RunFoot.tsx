// The foot of a view's fields: the button of its run, with what it costs or why it cannot begin.
// Stays in sight while the fields scroll.
import type { ReactNode } from 'react';
import { FieldHint } from './FieldGroup.tsx';
import styles from './fields.module.css';
import { RunButton, type RunButtonProps } from './RunButton.tsx';

export interface RunFootProps extends Omit<RunButtonProps, 'isPrimary' | 'isRefusalShown'> {
  /** What a run costs; '' where it is refused. */
  expected: string;
  /** A second button. */
  children?: ReactNode;
}

export function RunFoot({ expected, children, ...button }: RunFootProps) {
  const words = button.refusal ?? expected;
  return (
    <div className={styles.foot}>
      <div className={styles.buttons}>
        <RunButton {...button} isPrimary />
        {children}
      </div>
      {words !== '' && <FieldHint>{words}</FieldHint>}
    </div>
  );
}
