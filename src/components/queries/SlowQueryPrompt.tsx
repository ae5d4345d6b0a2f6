// After a file was imported: what brought its owner here is a query that is slow.
import { useState } from 'react';
import { Button } from '../shared/controls/Button.tsx';
import { TextArea } from '../shared/fields/TextArea.tsx';
import { isMac } from '../shared/keyboard/keyboard-platform.ts';
import { shortcutKeys, shortcutOf } from '../shared/keyboard/shortcuts.ts';
import styles from './SlowQueryPrompt.module.css';

export interface SlowQueryPromptProps {
  fileName: string;
  onPaste: (sql: string) => void;
  /** An empty query, to be written in the editor. */
  onWrite: () => void;
}

export function SlowQueryPrompt({ fileName, onPaste, onWrite }: SlowQueryPromptProps) {
  const [sql, setSql] = useState('');
  const isEmpty = sql.trim() === '';
  return (
    <div className={styles.prompt}>
      <h2 className={styles.title}>Paste the slow query</h2>
      <p className={styles.text}>
        {fileName} is loaded and its indexes are switches of the bench. Which query of yours is
        slow? A ? or :name in it becomes a parameter.
      </p>
      <TextArea
        label="The slow query"
        isMono
        rows={8}
        placeholder="SELECT … FROM … WHERE …"
        value={sql}
        onChange={setSql}
        onKeyDown={(event) => {
          if (isEmpty || shortcutOf(event, isMac) !== 'run') return;
          event.preventDefault();
          event.stopPropagation();
          onPaste(sql);
        }}
      />
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={isEmpty}
          focusableWhenDisabled
          keys={shortcutKeys('run', isMac)}
          onClick={() => {
            if (!isEmpty) onPaste(sql);
          }}
        >
          Look at this query
        </Button>
        <Button onClick={onWrite}>Write one instead</Button>
      </div>
    </div>
  );
}
