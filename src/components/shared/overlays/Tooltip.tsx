// A short text on hover and focus: what a control does, or how a number was obtained.
// Never the only place of something needed: touch screens have no hover.
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { isFocusMovedByKeys } from '../keyboard/focus-moves.ts';
import { Kbd } from '../keyboard/Kbd.tsx';
import styles from './Tooltip.module.css';

export type TooltipSide = 'top' | 'bottom' | 'left' | 'right';

export interface TooltipProps {
  content: ReactNode;
  keys?: readonly string[] | undefined;
  side?: TooltipSide | undefined;
  /** Milliseconds of hovering before it opens. */
  delayMs?: number | undefined;
  /** False when the content repeats the accessible name: then it is not announced a second time. */
  isDescription?: boolean | undefined;
  /** Opens when its element is pressed, too: for what does nothing else, as touch has no hover. */
  isOpenedByPress?: boolean | undefined;
  /** The one element that it belongs to; must pass props and ref on to the DOM. */
  children: ReactElement<Record<string, unknown>>;
}

export function Tooltip({
  content,
  keys,
  side = 'bottom',
  delayMs = 350,
  isDescription = true,
  isOpenedByPress = false,
  children,
}: TooltipProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);

  function onOpenChange(open: boolean, details: BaseTooltip.Root.ChangeEventDetails): void {
    // Escape is meant for what the tooltip stands in, too.
    if (details.reason === 'escape-key') details.allowPropagation();
    // A dialog that opens, or gives the focus back, has not asked what the control does.
    if (open && details.reason === 'trigger-focus' && !isFocusMovedByKeys()) return;
    setIsOpen(open);
  }

  return (
    <BaseTooltip.Root open={isOpen} onOpenChange={onOpenChange}>
      <BaseTooltip.Trigger
        render={children}
        delay={delayMs}
        closeOnClick={!isOpenedByPress}
        onClick={isOpenedByPress ? () => setIsOpen(true) : undefined}
        aria-describedby={isOpen && isDescription ? id : undefined}
      />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner
          className={styles.positioner}
          side={side}
          sideOffset={6}
          collisionPadding={8}
        >
          <BaseTooltip.Popup id={id} role="tooltip" className={styles.popup}>
            {content}
            {keys && <Kbd keys={keys} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

/** Around the page: once one tooltip is open, its neighbours open without delay. */
export function TooltipGroup({ children }: { children: ReactNode }) {
  return <BaseTooltip.Provider>{children}</BaseTooltip.Provider>;
}
