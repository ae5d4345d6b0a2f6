// Writing or changing a CREATE INDEX statement, in a small window over the bench.
// Keeps away from judging the statement: whoever saves it answers with the sentence of what is wrong.
import { useRef, useState } from 'react';
import type { EngineError } from '../../engine/model/errors.ts';
import type { SqlKnowledge } from '../../state/selectors/editor/sql-assist.ts';
import { useFieldCompletions } from '../editor/plain/use-field-completions.ts';
import { CompletionChips } from '../editor/tools/CompletionChips.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { TextArea } from '../shared/fields/TextArea.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import styles from './IndexEditor.module.css';

export interface IndexEditorProps {
  title: string;
  description: string;
  saveLabel: string;
  sql: string;
  /** What completion knows of the database. */
  knowledge: SqlKnowledge;
  /** Null when saved, or why not. */
  onSave: (sql: string) => EngineError | null;
  onClose: () => void;
}

export function IndexEditor(props: IndexEditorProps) {
  const { title, description, saveLabel, onSave, onClose } = props;
  const [sql, setSql] = useState(props.sql);
  const [error, setError] = useState<EngineError | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { items, choose, noteCaret } = useFieldCompletions(field, sql, props.knowledge);
  const isPlaced = useRef(false);
  function placeCaret(element: HTMLTextAreaElement): void {
    // What is most likely to change comes selected: the columns.
    const open = element.value.lastIndexOf('(');
    const close = element.value.lastIndexOf(')');
    if (!isPlaced.current && open >= 0 && close > open) element.setSelectionRange(open + 1, close);
    isPlaced.current = true;
    noteCaret(element);
  }
  function save(): void {
    const problem = onSave(sql);
    if (problem) setError(problem);
    else onClose();
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      description={description}
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" keys={['Ctrl', '↵']} onClick={save}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <div className={styles.completions}>
        <CompletionChips items={items} onChoose={choose} />
      </div>
      <TextArea
        ref={field}
        label="Index editor"
        isLabelHidden
        isMono
        rows={3}
        value={sql}
        onChange={(text) => {
          setSql(text);
          setError(null);
          if (field.current) noteCaret(field.current);
        }}
        error={error && [error.message, error.hint].filter(Boolean).join(' ')}
        hint="Expressions and WHERE work too: (lower(name)), (price) WHERE price > 100."
        onFocus={({ currentTarget }) => placeCaret(currentTarget)}
        onSelect={({ currentTarget }) => noteCaret(currentTarget)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          save();
        }}
      />
    </Dialog>
  );
}
