// What catches the eye in the schema, folded to one line until somebody wants to read it.
// Each finding with its reason, and a button where an index would mend it.
import { ChevronRight, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Index } from '../../../engine/model/playground.ts';
import { findingGroups } from '../../../state/selectors/schema/finding-groups.ts';
import { type FindingView, findingsView } from '../../../state/selectors/schema/findings-view.ts';
import { useApp, usePlayground, useRuns } from '../app-context.tsx';
import { Button } from '../controls/Button.tsx';
import { Badge } from '../labels/Badge.tsx';
import styles from './SchemaFindings.module.css';

export interface SchemaFindingsProps {
  /** Open from the start: where nothing else is to be read. */
  isOpenAtFirst?: boolean | undefined;
}

export function SchemaFindings({ isOpenAtFirst = false }: SchemaFindingsProps) {
  const app = useApp();
  const inspection = useRuns((runs) => runs.inspection);
  const setups = usePlayground((playground) => playground.setups);
  const indexes = usePlayground((playground) => playground.indexes);
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const findings = useMemo(
    () => findingsView(inspection?.findings ?? [], { setups, indexes }),
    [inspection, setups, indexes],
  );
  const groups = useMemo(() => findingGroups(findings), [findings]);
  /** Ids of the groups that the user has opened. */
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);
  if (findings.length === 0) return null;
  return (
    <section aria-label="Findings" className={styles.findings}>
      <h2>
        <button
          type="button"
          className={styles.heading}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronRight
            size={14}
            className={styles.chevron}
            data-open={isOpen || undefined}
            aria-hidden="true"
          />
          Findings <Badge>{findings.length}</Badge>
        </button>
      </h2>
      {isOpen && (
        <ul className={styles.list}>
          {groups.map(({ id, title, findings: alike }) =>
            title === null ? (
              alike.map((finding) => <Finding key={id} finding={finding} onAdd={add} />)
            ) : (
              <li key={id} className={styles.group}>
                <button
                  type="button"
                  className={styles.groupTitle}
                  aria-expanded={unfolded.includes(id)}
                  onClick={() => fold(id)}
                >
                  <ChevronRight
                    size={14}
                    className={styles.chevron}
                    data-open={unfolded.includes(id) || undefined}
                    aria-hidden="true"
                  />
                  {title}
                </button>
                {unfolded.includes(id) && (
                  <ul>
                    {alike.map((finding) => (
                      <Finding key={finding.id} finding={finding} onAdd={add} />
                    ))}
                  </ul>
                )}
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  );

  function fold(id: string): void {
    setUnfolded((open) =>
      open.includes(id) ? open.filter((other) => other !== id) : [...open, id],
    );
  }

  function add({ name, sql }: Index): void {
    const problem = app.indexes.add(sql);
    app.notices.show(
      problem
        ? { tone: 'warning', text: problem.message, details: [], action: null }
        : {
            tone: 'info',
            text:
              setups.length > 1
                ? `Added ${name} to the bench, on in every setup but the baseline.`
                : `Added ${name} to the bench. It is off: switch it on, or add a setup to compare.`,
            details: [],
            action: { label: 'Undo', run: () => app.playground.undo() },
          },
    );
  }
}

interface FindingProps {
  finding: FindingView;
  onAdd: (index: Index) => void;
}

function Finding({ finding: { message, reason, index }, onAdd }: FindingProps) {
  return (
    <li className={styles.finding}>
      <p className={styles.message}>{message}</p>
      <p className={styles.reason}>{reason}</p>
      {index && (
        <Button
          size="sm"
          icon={<Plus size={14} aria-hidden="true" />}
          title={index.sql}
          className={styles.remedy}
          onClick={() => onAdd(index)}
        >
          Add index {index.name}
        </Button>
      )}
    </li>
  );
}
