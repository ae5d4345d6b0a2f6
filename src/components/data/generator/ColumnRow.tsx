// A column of a table: how its values are made, in words, with a few of them. Pressing it opens the
// settings in its place.
import { ChevronRight, CircleAlert } from 'lucide-react';
import { lazy, memo, Suspense, useId, useRef } from 'react';
import { type ColumnView, isSameColumn } from '../../../state/selectors/data/data-view.ts';
import { generatorWords } from '../../../state/selectors/data/generator/generator-words.ts';
import { Badge } from '../../shared/labels/Badge.tsx';
import { VisuallyHidden } from '../../shared/labels/VisuallyHidden.tsx';
import { Fault } from '../../shared/messages/Fault.tsx';
import { Spinner } from '../../shared/messages/Spinner.tsx';
import styles from './ColumnRow.module.css';

const ColumnEditor = lazy(async () => ({
  default: (await import('./ColumnEditor.tsx')).ColumnEditor,
}));

export interface ColumnRowProps {
  table: string;
  view: ColumnView;
  isOpen: boolean;
  onOpenChange: (table: string, column: string, isOpen: boolean) => void;
}

function Row({ table, view, isOpen, onOpenChange }: ColumnRowProps) {
  const id = useId();
  const row = useRef<HTMLButtonElement>(null);
  const { column, recipe, problems } = view;
  const words = <ColumnWords view={view} id={id} />;
  const faults = problems.map((problem) => (
    <Fault key={problem.message} error={problem} className={styles.problem} />
  ));
  if (!recipe) {
    return (
      <li className={styles.column}>
        <div className={styles.row}>{words}</div>
        {faults}
      </li>
    );
  }
  return (
    <li data-open={isOpen || undefined} className={styles.column}>
      <button
        ref={row}
        type="button"
        className={styles.row}
        aria-describedby={problems.length > 0 ? `${id} ${id}-problems` : id}
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
      {problems.length > 0 && <div id={`${id}-problems`}>{faults}</div>}
      {isOpen && (
        <div id={`${id}-settings`}>
          <Suspense
            fallback={
              <p className={styles.loading}>
                <Spinner size={12} /> Loading the settings
              </p>
            }
          >
            <div ref={bringIntoView}>
              <ColumnEditor
                table={table}
                view={view}
                recipe={recipe}
                onReset={() => row.current?.focus()}
              />
            </div>
          </Suspense>
        </div>
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
  const { column, generator, description, samples, isExplicit, problems } = view;
  const { before, name, after } = generatorWords(generator, description);
  return (
    <>
      <span className={styles.name} data-wrong={problems.length > 0 || undefined} title={column}>
        {problems.length > 0 && <CircleAlert size={13} aria-hidden="true" />}
        {column}
      </span>
      <span className={styles.words} id={id}>
        <span className={styles.generator} title={`${generator}: ${description}`}>
          {before}
          <b>{name}</b>
          {after}
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
