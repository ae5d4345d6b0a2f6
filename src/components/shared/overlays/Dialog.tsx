// A modal window: a title, a body that scrolls, actions at the foot.
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { IconButton } from '../controls/IconButton.tsx';
import styles from './Dialog.module.css';
import { firstControl } from './first-control.ts';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  /** 'sm' 400 px, 'md' 560 px, 'lg' 840 px wide; 'full' fills the window, its body does not scroll. */
  size?: 'sm' | 'md' | 'lg' | 'full' | undefined;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  /** What has the focus first; otherwise the first control of the body, then of the foot. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode;
}

export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  size = 'md',
  footer,
  initialFocus,
  children,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLElement>(null);
  return (
    <BaseDialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup
            ref={popup}
            className={styles.popup}
            data-size={size}
            initialFocus={
              initialFocus ??
              // On a touch screen the focus on a field would bring up the keyboard.
              ((type) =>
                type === 'touch'
                  ? popup.current
                  : (firstControl(body.current, foot.current) ?? popup.current))
            }
          >
            <header className={styles.header}>
              <div className={styles.heading}>
                <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
                {description !== undefined && (
                  <BaseDialog.Description className={styles.description}>
                    {description}
                  </BaseDialog.Description>
                )}
              </div>
              <IconButton
                label="Close"
                icon={<X size={16} aria-hidden="true" />}
                onClick={onClose}
                keys={['Esc']}
              />
            </header>
            {children !== undefined && (
              <div ref={body} className={styles.body}>
                {children}
              </div>
            )}
            {footer !== undefined && (
              <footer ref={foot} className={styles.footer}>
                {footer}
              </footer>
            )}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
