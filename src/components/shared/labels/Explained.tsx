// A figure with the way it was obtained: underlined on hover, explained in a tooltip; a press opens
// it as well, where there is no hover.
import type { ReactNode } from 'react';
import { Tooltip, type TooltipSide } from '../overlays/Tooltip.tsx';
import { classNames } from '../style/class-names.ts';
import styles from './Explained.module.css';

export interface ExplainedProps {
  /** How it was obtained, in a sentence. */
  content: ReactNode;
  /** False inside grids, where the cell has the focus and its details say the same. */
  isFocusable?: boolean | undefined;
  side?: TooltipSide | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Explained({
  content,
  isFocusable = true,
  side,
  className,
  children,
}: ExplainedProps) {
  const name = classNames(styles.figure, className);
  return (
    <Tooltip content={content} side={side} isOpenedByPress={isFocusable}>
      {isFocusable ? (
        <button type="button" className={name} data-explained="">
          {children}
        </button>
      ) : (
        <span className={name}>{children}</span>
      )}
    </Tooltip>
  );
}
