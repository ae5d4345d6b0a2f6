// The Data tab of a playground whose data came from a file: what is in it, and what can be done.
import { Database, FolderOpen, Sparkles } from 'lucide-react';
import { formatCount } from '../../lib/format/format-count.ts';
import type { ImportedView } from '../../state/selectors/data/imported-view.ts';
import { Button } from '../shared/controls/Button.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './ImportedData.module.css';

export interface ImportedDataProps {
  view: ImportedView;
  onOpenFile: () => void;
  onGenerateInstead: () => void;
  onShowStored: () => void;
}

export function ImportedData({ view, ...verbs }: ImportedDataProps) {
  const { title, summary, engine, tables, missing } = view;
  return (
    <div className={styles.imported}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.summary}>
          <Explained content="Counted when the file was taken in; bytes of the database as it is kept here.">
            {summary}
          </Explained>
        </p>
        <p className={styles.summary}>
          Opened with <Explained content={engine.explanation}>{engine.text}</Explained>. Links do
          not carry this data.
        </p>
      </header>
      {missing && <Fault error={missing} />}
      <table className={styles.tables} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Table</th>
            <th scope="col">Rows</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ name, rows }) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td>{formatCount(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Tooltip
          side="right"
          content="Takes the file in once more: when it has changed, or is not kept here any longer."
        >
          <Button
            variant={missing ? 'primary' : 'soft'}
            icon={<FolderOpen size={16} aria-hidden="true" />}
            onClick={verbs.onOpenFile}
          >
            Open the file again…
          </Button>
        </Tooltip>
        <Tooltip
          side="right"
          content="As many rows of this schema, made by generators: a link can carry that. Undo brings the file's data back."
        >
          <Button
            icon={<Sparkles size={16} aria-hidden="true" />}
            onClick={verbs.onGenerateInstead}
          >
            Generate rows instead
          </Button>
        </Tooltip>
        <Button
          variant="ghost"
          icon={<Database size={16} aria-hidden="true" />}
          onClick={verbs.onShowStored}
        >
          Stored data…
        </Button>
      </div>
    </div>
  );
}
