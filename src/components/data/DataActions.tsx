// The foot of the pane: makes the rows now, or takes them from a file.
import { CircleAlert, FolderOpen, Sparkles } from 'lucide-react';
import type { ProblemLine } from '../../state/selectors/data/problem-line.ts';
import { Button } from '../shared/controls/Button.tsx';
import { Explained } from '../shared/labels/Explained.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './DataPane.module.css';

export interface DataActionsProps {
  /** Why the rows cannot be made now. */
  refusal: string | null;
  /** Of the recipe: making the rows would run into them. */
  problems: ProblemLine | null;
  onGenerate: () => void;
  onImport: () => void;
}

export function DataActions({ refusal, problems, onGenerate, onImport }: DataActionsProps) {
  return (
    <>
      <div className={styles.live} aria-live="polite">
        {problems && (
          <p className={styles.problems}>
            <CircleAlert size={14} aria-hidden="true" />
            <Explained
              side="top"
              content={<span className={styles.problemWords}>{problems.explanation}</span>}
            >
              {problems.text}
            </Explained>
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Tooltip
          content={
            refusal ?? 'Makes the rows and the indexes now. Compare and Run do it too, when needed.'
          }
        >
          <Button
            size="lg"
            className={styles.generate}
            icon={<Sparkles size={16} aria-hidden="true" />}
            disabled={refusal !== null}
            focusableWhenDisabled
            onClick={onGenerate}
          >
            Generate data
          </Button>
        </Tooltip>
        <Tooltip content="A SQLite file, an SQL script, or rows as CSV or JSON. It stays in this browser.">
          <Button
            size="lg"
            variant="ghost"
            icon={<FolderOpen size={16} aria-hidden="true" />}
            onClick={onImport}
          >
            Import file…
          </Button>
        </Tooltip>
      </div>
    </>
  );
}
