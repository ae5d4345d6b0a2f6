// After a file was imported: what brought its owner here is a query that is slow.
import { useState } from 'react';
import { missingImageOf, slowQueryWords } from '../../state/selectors/data/imported-view.ts';
import { slowQueryProblem } from '../../state/selectors/queries/slow-query-problem.ts';
import { usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { TextArea } from '../shared/fields/TextArea.tsx';
import { isMac } from '../shared/keyboard/keyboard-platform.ts';
import { shortcutKeys, shortcutOf } from '../shared/keyboard/shortcuts.ts';
import styles from './SlowQueryPrompt.module.css';

export interface SlowQueryPromptProps {
  onPaste: (sql: string) => void;
  /** An empty query, to be written in the editor. */
  onWrite: () => void;
}

export function SlowQueryPrompt({ onPaste, onWrite }: SlowQueryPromptProps) {
  const playground = usePlayground((whole) => whole);
  const lookedFor = useRuns((runs) => runs.missingImage);
  const openedLink = useUi((ui) => ui.openedLink);
  const missingImage = missingImageOf({ missingImage: lookedFor }, { openedLink });
  const database = useRuns((runs) => runs.database);
  const words = slowQueryWords(playground, { missingImage, database });
  const [sql, setSql] = useState('');
  const isEmpty = sql.trim() === '';
  /** Of the text as it was when it was last looked at. */
  const [problem, setProblem] = useState<string | null>(null);

  function look(): void {
    if (isEmpty) return;
    const found = slowQueryProblem(sql);
    setProblem(found);
    if (found === null) onPaste(sql);
  }

  return (
    <div className={styles.prompt}>
      <h2 className={styles.title}>Paste the slow query</h2>
      <p className={styles.text}>{words}</p>
      <TextArea
        label="The slow query"
        isMono
        rows={8}
        placeholder="SELECT … FROM … WHERE …"
        value={sql}
        error={problem}
        onChange={(text) => {
          setSql(text);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (isEmpty || shortcutOf(event, isMac) !== 'run') return;
          event.preventDefault();
          event.stopPropagation();
          look();
        }}
      />
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={isEmpty}
          focusableWhenDisabled
          keys={shortcutKeys('run', isMac)}
          onClick={look}
        >
          Look at this query
        </Button>
        <Button onClick={onWrite}>Write one instead</Button>
      </div>
    </div>
  );
}
