// A word on a soft ground: the plan in one word, a state.
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './Badge.module.css';

export type BadgeTone = 'ok' | 'warn' | 'bad' | 'neutral' | 'accent';

export interface BadgeProps extends ComponentPropsWithRef<'span'> {
  tone?: BadgeTone | undefined;
  /** A dashed edge in place of the ground: known from the plan, not yet from a run. */
  isProvisional?: boolean | undefined;
}

export function Badge({ tone = 'neutral', isProvisional = false, className, ...rest }: BadgeProps) {
  return (
    <span
      {...rest}
      className={classNames(styles.badge, className)}
      data-tone={tone}
      data-provisional={isProvisional || undefined}
    />
  );
}
