// Content for assistive technology alone: read out, not drawn.
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../style/class-names.ts';
import styles from './VisuallyHidden.module.css';

export function VisuallyHidden({ className, ...rest }: ComponentPropsWithRef<'span'>) {
  return <span {...rest} className={classNames(styles.hidden, className)} />;
}
