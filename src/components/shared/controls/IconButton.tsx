// A button that is only an icon: its label is its accessible name and its tooltip.
import { Button as BaseButton } from '@base-ui/react/button';
import type { ReactNode } from 'react';
import { Tooltip, type TooltipSide } from '../overlays/Tooltip.tsx';
import { classNames } from '../style/class-names.ts';
import type { ButtonVariant, ControlSize } from './Button.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps
  extends Omit<BaseButton.Props, 'className' | 'children' | 'style' | 'aria-label'> {
  label: string;
  /** A lucide icon of 16 px. */
  icon: ReactNode;
  variant?: Exclude<ButtonVariant, 'primary'> | undefined;
  size?: ControlSize | undefined;
  /** More than the label, when the label alone does not explain it. */
  tooltip?: ReactNode;
  keys?: readonly string[] | undefined;
  tooltipSide?: TooltipSide | undefined;
  className?: string | undefined;
}

export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'md',
  tooltip,
  keys,
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip
      content={tooltip ?? label}
      keys={keys}
      side={tooltipSide}
      isDescription={tooltip !== undefined}
    >
      <BaseButton
        type="button"
        {...rest}
        aria-label={label}
        data-variant={variant}
        data-size={size}
        className={classNames(styles.button, className)}
      >
        {icon}
      </BaseButton>
    </Tooltip>
  );
}
