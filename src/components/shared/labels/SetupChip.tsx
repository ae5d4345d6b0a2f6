// A setup's letter on the setup's colour: colour never stands for a setup without it.
import type { ComponentPropsWithRef } from 'react';
import type { SetupLetter } from '../../../engine/model/playground.ts';
import { classNames } from '../style/class-names.ts';
import styles from './SetupChip.module.css';

export interface SetupChipProps extends Omit<ComponentPropsWithRef<'span'>, 'children'> {
  letter: SetupLetter;
  size?: 'sm' | 'md' | undefined;
  /** An outline only: the result it stands for is older than the playground. */
  isStale?: boolean | undefined;
}

export function SetupChip({
  letter,
  size = 'md',
  isStale = false,
  className,
  ...rest
}: SetupChipProps) {
  return (
    <span
      {...rest}
      className={classNames(styles.chip, className)}
      data-setup={letter}
      data-size={size}
      data-stale={isStale || undefined}
    >
      {letter}
    </span>
  );
}
