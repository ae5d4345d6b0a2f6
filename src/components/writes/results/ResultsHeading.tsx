// The heading of what was found, with what takes it out of the page.
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import type { SamplesFormat } from '../export-writes.ts';
import styles from './results.module.css';
import { SaveSamples } from './SaveSamples.tsx';

export interface ResultsHeadingProps {
  /** There is nothing to take yet. */
  isEmpty: boolean;
  onCopy: () => void;
  /** Left out where there are no samples. */
  onSave?: ((format: SamplesFormat) => void) | undefined;
  children: ReactNode;
}

export function ResultsHeading({ isEmpty, onCopy, onSave, children }: ResultsHeadingProps) {
  return (
    <div className={styles.heading}>
      <h2>{children}</h2>
      <div>
        <Button
          variant="ghost"
          icon={<Copy size={16} aria-hidden="true" />}
          disabled={isEmpty}
          onClick={onCopy}
        >
          Copy as Markdown
        </Button>
        {onSave && <SaveSamples isDisabled={isEmpty} onSave={onSave} />}
      </div>
    </div>
  );
}
