// A list of values, one a line: what is typed stays as typed while it means the same, and while it
// cannot be read: then nothing is changed.
import { useState } from 'react';
import type { LiteralValue } from '../../../engine/model/values.ts';
import { formatLines, linesProblem, parseLines } from '../../../state/selectors/literal-lines.ts';
import { TextArea } from '../../shared/fields/TextArea.tsx';
import styles from './ColumnEditor.module.css';

export interface LinesFieldProps {
  label: string;
  values: readonly LiteralValue[];
  onChange: (values: LiteralValue[]) => void;
}

const mostLines = 8;

export function LinesField({ label, values, onChange }: LinesFieldProps) {
  const shown = formatLines(values);
  const [draft, setDraft] = useState({ typed: shown, over: shown });
  const problem = linesProblem(draft.typed);
  // Changed from outside (undo, another kind) when the draft does not mean it any more.
  const isCurrent = problem ? draft.over === shown : formatLines(parseLines(draft.typed)) === shown;
  return (
    <TextArea
      label={label}
      className={styles.wide}
      isMono
      rows={Math.min(mostLines, Math.max(3, values.length + 1))}
      hint="One a line. 42 is a number, NULL is NULL, anything else is text; '42' is text too."
      error={isCurrent ? problem : null}
      value={isCurrent ? draft.typed : shown}
      onChange={(typed) => {
        setDraft({ typed, over: shown });
        if (linesProblem(typed) === null) onChange(parseLines(typed));
      }}
      onBlur={() => {
        if (problem === null) setDraft({ typed: shown, over: shown });
      }}
    />
  );
}
