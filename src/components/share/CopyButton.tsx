// Copies a text and says so beside the button; its name stays the same.
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../shared/controls/Button.tsx';
import { copyText } from '../shared/export/copy-text.ts';
import styles from './ShareDialog.module.css';

export interface CopyButtonProps {
  label: string;
  text: string;
  variant?: 'primary' | 'soft' | undefined;
  isDisabled?: boolean | undefined;
  onCopied?: (() => void) | undefined;
}

const shownMs = 4000;

export function CopyButton({
  label,
  text,
  variant = 'soft',
  isDisabled,
  onCopied,
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome(null), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    const isCopied = await copyText(text);
    setOutcome(isCopied ? 'copied' : 'refused');
    if (isCopied) onCopied?.();
  }

  return (
    <span className={styles.copy}>
      <span className={styles.copied} aria-live="polite" data-outcome={outcome ?? undefined}>
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser does not allow it: select the text and copy it.'}
      </span>
      <Button
        variant={variant}
        disabled={isDisabled === true}
        icon={
          outcome === 'copied' ? (
            <Check size={16} aria-hidden="true" />
          ) : (
            <Copy size={16} aria-hidden="true" />
          )
        }
        onClick={() => void copy()}
      >
        {label}
      </Button>
    </span>
  );
}
