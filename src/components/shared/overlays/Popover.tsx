// A small panel that opens beside its button: settings, explanations, a form of a few fields.
import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';
import popup from './popup.module.css';

export interface PopoverProps {
  /** Accessible name of the panel; drawn as its title unless `isTitleHidden`. */
  title: string;
  isTitleHidden?: boolean | undefined;
  /** The button that opens it: a Button or IconButton. */
  trigger: ReactElement<Record<string, unknown>>;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  children: ReactNode;
}

export function Popover({
  title,
  isTitleHidden = false,
  trigger,
  isOpen,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  children,
}: PopoverProps) {
  return (
    <BasePopover.Root open={isOpen} onOpenChange={(open) => onOpenChange?.(open)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          className={popup.positioner}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          <BasePopover.Popup
            className={`${popup.popup} ${styles.popup}`}
            aria-label={isTitleHidden ? title : undefined}
          >
            {!isTitleHidden && (
              <BasePopover.Title className={styles.title}>{title}</BasePopover.Title>
            )}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
