// Asks before something that undo cannot bring back. Role alertdialog; Escape means no.
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import { Button } from '../controls/Button.tsx';
import styles from './Dialog.module.css';

export interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  /** What will be lost, in a sentence. */
  description: ReactNode;
  /** The deed as a verb: "Delete the database". */
  confirmLabel: string;
  tone?: 'danger' | 'primary' | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

export function ConfirmDialog({
  isOpen,
  title,
  description,
  confirmLabel,
  tone = 'danger',
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const cancelButton = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Viewport className={styles.viewport}>
          <AlertDialog.Popup className={styles.popup} data-size="sm" initialFocus={cancelButton}>
            <header className={styles.header}>
              <div className={styles.heading}>
                <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
                <AlertDialog.Description className={styles.description}>
                  {description}
                </AlertDialog.Description>
              </div>
            </header>
            <footer className={styles.footer}>
              <Button ref={cancelButton} onClick={onCancel}>
                Cancel
              </Button>
              <Button variant={tone} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
