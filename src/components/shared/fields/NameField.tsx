// A name being changed in its place: Enter and leaving the field keep it, Escape does not.
// Knows nothing of what is named; whoever shows it takes it away again in onDone.
import { useEffect, useRef, useState } from 'react';
import { TextField } from './TextField.tsx';

export interface NameFieldProps {
  /** Accessible name: "Name of the query". */
  label: string;
  name: string;
  /** With null when the name stays as it was. */
  onDone: (name: string | null) => void;
  className?: string | undefined;
}

export function NameField({ label, name, onDone, className }: NameFieldProps) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    // After a closing menu has given the focus back.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  function finish(newName: string | null): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(newName === '' || newName === name ? null : newName);
  }
  return (
    <TextField
      ref={field}
      label={label}
      isLabelHidden
      size="sm"
      maxLength={60}
      className={className}
      value={text}
      onChange={setText}
      onBlur={() => finish(text.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The focus goes back to a button, which the same key must not press.
        event.preventDefault();
        finish(event.key === 'Enter' ? text.trim() : null);
      }}
    />
  );
}
