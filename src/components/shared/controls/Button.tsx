// The button of the product: primary for the one main action of a view, soft and ghost for others.
import { Button as BaseButton } from '@base-ui/react/button';
import type { ReactNode } from 'react';
import { Kbd } from '../keyboard/Kbd.tsx';
import { Spinner } from '../messages/Spinner.tsx';
import { classNames } from '../style/class-names.ts';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'soft' | 'ghost' | 'danger';
export type ControlSize = 'sm' | 'md' | 'lg';

export interface ButtonProps extends Omit<BaseButton.Props, 'className' | 'children' | 'style'> {
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  /** A lucide icon (16 px) before the text. */
  icon?: ReactNode;
  /** After the text: a chevron, a count. */
  trailing?: ReactNode;
  /** Keys as shown: ['Ctrl', '↵']. Not part of the accessible name. */
  keys?: readonly string[] | undefined;
  /** Shows a spinner in place of the icon and ignores presses, without losing the focus. */
  isBusy?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

export function Button({
  variant = 'soft',
  size = 'md',
  icon,
  trailing,
  keys,
  isBusy = false,
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled === true || isBusy}
      focusableWhenDisabled={isBusy || rest.focusableWhenDisabled === true}
      aria-busy={isBusy || undefined}
      data-variant={variant}
      data-size={size}
      className={classNames(styles.button, className)}
    >
      {isBusy ? <Spinner /> : icon}
      {children !== undefined && <span className={styles.label}>{children}</span>}
      {trailing}
      {keys && <Kbd keys={keys} />}
    </BaseButton>
  );
}
