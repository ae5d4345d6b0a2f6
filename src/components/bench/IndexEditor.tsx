// Writing or changing a CREATE INDEX statement, in a small window over the bench.
// Keeps away from judging the statement: whoever saves it answers with the sentence of what is wrong.
import { useEffect, useRef, useState } from 'react';
import type { EngineError } from '../../engine/model/errors.ts';
import { Button } from '../shared/controls/Button.tsx';
import { TextArea } from '../shared/fields/TextArea.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';

export interface IndexEditorProps {
  title: string;
  description: string;
  saveLabel: string;
  sql: string;
  /** Null when saved, or why not. */
  onSave: (sql: string) => EngineError | null;
  onClose: () => void;
}

export function IndexEditor(props: IndexEditorProps) {
  const { title, description, saveLabel, onSave, onClose } = props;
  const [sql, setSql] = useState(props.sql);
  const [error, setError] = useState<EngineError | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // What is most likely to change comes selected: the columns.
    const text = field.current?.value ?? '';
    const open = text.lastIndexOf('(');
    const close = text.lastIndexOf(')');
    if (open >= 0 && close > open) field.current?.setSelectionRange(open + 1, close);
  }, []);
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
        }}
        error={error && [error.message, error.hint].filter(Boolean).join(' ')}
        hint="Expressions and WHERE work too: (lower(name)), (price) WHERE price > 100."
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
