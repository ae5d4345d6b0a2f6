// A line for a value or a list of values: what is typed stays as typed while it means the same.
import { useState } from 'react';
import { TextField } from '../shared/TextField.tsx';

export interface LiteralFieldProps<Value> {
  label: string;
  value: Value;
  parse: (typed: string) => Value;
  format: (value: Value) => string;
  onChange: (value: Value) => void;
  placeholder: string;
  error?: string | null | undefined;
}

export function LiteralField<Value>({
  label,
  value,
  parse,
  format,
  onChange,
  placeholder,
  error,
}: LiteralFieldProps<Value>) {
  const shown = format(value);
  const [draft, setDraft] = useState(shown);
  // Changed from outside (undo, another query) when the draft does not mean it any more.
  const text = format(parse(draft)) === shown ? draft : shown;
  return (
    <TextField
      label={label}
      isLabelHidden
      size="sm"
      isMono
      placeholder={placeholder}
      error={error}
      value={text}
      onChange={(typed) => {
        setDraft(typed);
        onChange(parse(typed));
      }}
      onBlur={() => setDraft(shown)}
    />
  );
}
