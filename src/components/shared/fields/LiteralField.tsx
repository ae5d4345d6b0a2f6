// A line for a value or a list of values: what is typed stays as typed while it means the same,
// and while it is no value yet: then nothing is changed.
import { useState } from 'react';
import { TextField } from './TextField.tsx';

export interface LiteralFieldProps<Value> {
  label: string;
  /** True by default: where it stands says what it is. */
  isLabelHidden?: boolean | undefined;
  value: Value;
  parse: (typed: string) => Value;
  /** Why what is typed is no value, as a sentence. */
  problemOf: (typed: string) => string | null;
  format: (value: Value) => string;
  onChange: (value: Value) => void;
  placeholder: string;
  error?: string | null | undefined;
}

export function LiteralField<Value>({
  label,
  isLabelHidden = true,
  value,
  parse,
  problemOf,
  format,
  onChange,
  placeholder,
  error,
}: LiteralFieldProps<Value>) {
  const shown = format(value);
  const [draft, setDraft] = useState({ typed: shown, over: shown });
  const problem = problemOf(draft.typed);
  // Changed from outside (undo, another query) when the draft does not mean it any more.
  const isCurrent = problem ? draft.over === shown : format(parse(draft.typed)) === shown;
  const text = isCurrent ? draft.typed : shown;
  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      size="sm"
      isMono
      placeholder={placeholder}
      error={isCurrent ? (problem ?? error) : error}
      value={text}
      onChange={(typed) => {
        setDraft({ typed, over: shown });
        if (problemOf(typed) === null) onChange(parse(typed));
      }}
      onBlur={() => {
        if (problem === null) setDraft({ typed: shown, over: shown });
      }}
    />
  );
}
