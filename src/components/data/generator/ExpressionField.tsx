// An SQL expression over the other columns of the row, whose names go in at the caret.
import { useRef } from 'react';
import { TextField } from '../../shared/fields/TextField.tsx';
import styles from './ColumnEditor.module.css';

export interface ExpressionFieldProps {
  label: string;
  sql: string;
  /** As they are written in SQL. */
  columns: readonly string[];
  onChange: (sql: string) => void;
}

export function ExpressionField({ label, sql, columns, onChange }: ExpressionFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  function insert(name: string): void {
    const start = field.current?.selectionStart ?? sql.length;
    const end = field.current?.selectionEnd ?? start;
    const needsSpace = start > 0 && !/[\s(]$/.test(sql.slice(0, start));
    const text = needsSpace ? ` ${name}` : name;
    onChange(sql.slice(0, start) + text + sql.slice(end));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start + text.length, start + text.length);
    });
  }
  return (
    <div className={styles.wide}>
      <TextField
        ref={field}
        label={label}
        size="sm"
        isMono
        placeholder={columns.length > 1 ? `${columns[0]} * ${columns[1]}` : '2 * 21'}
        value={sql}
        onChange={onChange}
      />
      {columns.length > 0 && (
        <div className={styles.chips}>
          {columns.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.chip}
              aria-label={`Insert ${name}`}
              onClick={() => insert(name)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
