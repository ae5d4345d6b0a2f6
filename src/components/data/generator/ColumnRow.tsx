// A column of a table: how its values are made, in words, with a few of them. Pressing it opens the
// settings in its place.
import { ChevronRight } from 'lucide-react';
import { memo, useId } from 'react';
import { type ColumnView, isSameColumn } from '../../../state/selectors/data/data-view.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { VisuallyHidden } from '../../shared/labels/VisuallyHidden.tsx';
import { Fault } from '../../shared/messages/Fault.tsx';
import { ColumnEditor } from './ColumnEditor.tsx';
import styles from './ColumnRow.module.css';

export interface ColumnRowProps {
  table: string;
  view: ColumnView;
  isOpen: boolean;
  onOpenChange: (table: string, column: string, isOpen: boolean) => void;
}

function Row({ table, view, isOpen, onOpenChange }: ColumnRowProps) {
  const id = useId();
  const { column, recipe, problems } = view;
  const words = <ColumnWords view={view} id={id} />;
  if (!recipe) {
    return (
      <li>
        <div className={styles.row}>{words}</div>
      </li>
    );
  }
  return (
    <li data-open={isOpen || undefined} className={styles.column}>
      <button
        type="button"
        className={styles.row}
        aria-describedby={id}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-settings` : undefined}
        onClick={() => onOpenChange(table, column, !isOpen)}
      >
        {/* The name is this text alone; what is seen describes it. */}
        <VisuallyHidden>{`Generator of ${table}.${column}`}</VisuallyHidden>
        <span aria-hidden="true" className={styles.seen}>
          {words}
          <ChevronRight size={14} className={styles.chevron} />
        </span>
      </button>
      {isOpen ? (
        <div id={`${id}-settings`} ref={bringIntoView}>
          <ColumnEditor table={table} view={view} recipe={recipe} />
        </div>
      ) : (
        problems.map((problem) => (
          <Fault key={problem.message} error={problem} className={styles.problem} />
        ))
      )}
    </li>
  );
}

/** What has just been opened is to be seen. */
function bringIntoView(opened: HTMLDivElement | null): void {
  opened?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

/** Reports come anew with every edit; a column that they say the same of is not drawn again. */
export const ColumnRow = memo(
  Row,
  (before, after) =>
    before.table === after.table &&
    before.isOpen === after.isOpen &&
    before.onOpenChange === after.onOpenChange &&
    isSameColumn(before.view, after.view),
);

function ColumnWords({ view, id }: { view: ColumnView; id: string }) {
  const { column, generator, description, samples, isExplicit } = view;
  return (
    <>
      <span className={styles.name} title={column}>
        {column}
      </span>
      <span className={styles.words} id={id}>
        <span className={styles.generator} title={`${generator}: ${description}`}>
          <b>{generator}</b> {description}
        </span>
        {samples.length > 0 && (
          <span
            className={styles.samples}
            title={`Values that this generator makes: ${samples.join(', ')}`}
          >
            {samples.join(' · ')}
          </span>
        )}
      </span>
      {isExplicit && (
        <Badge tone="accent" title="Set by you; the others are inferred.">
          set
        </Badge>
      )}
    </>
  );
}
