// Where a file is chosen or dropped, and what can be opened.
import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { useApp } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import styles from './FileChoice.module.css';

const kinds = [
  ['SQLite database', '.sqlite, .db'],
  ['Script or dump', '.sql'],
  ['Rows', '.csv, .tsv, .json'],
  ['Playground', '.dyno.json'],
] as const;

export function FileChoice() {
  const { imports } = useApp();
  const input = useRef<HTMLInputElement>(null);

  function open(file: File | undefined): void {
    if (file) void imports.open({ name: file.name, blob: file });
  }

  return (
    // The whole window takes dropped files: see DropTarget.tsx.
    <div className={styles.place}>
      <FileUp size={24} aria-hidden="true" className={styles.icon} />
      <p>Drop a file here, or</p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        Choose a file…
      </Button>
      <input
        ref={input}
        type="file"
        className={styles.input}
        aria-label="File to import"
        tabIndex={-1}
        onChange={(event) => open(event.currentTarget.files?.[0])}
      />
      <dl className={styles.kinds}>
        {kinds.map(([kind, endings]) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>{endings}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
