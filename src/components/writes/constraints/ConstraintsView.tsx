// Constraints in the Writes lab: what they cost, and what they protect. Reads the state.
import { ShieldCheck } from 'lucide-react';
import { type RefObject, useDeferredValue, useMemo, useRef } from 'react';
import { constraintCost } from '../../../state/selectors/writes/constraints/constraint-cost.ts';
import {
  costMarkdown,
  protectionMarkdown,
} from '../../../state/selectors/writes/constraints/constraints-report.ts';
import { protection } from '../../../state/selectors/writes/constraints/protection.ts';
import { useApp, usePlayground, useWrites } from '../../shared/app-context.tsx';
import { EmptyState } from '../../shared/messages/EmptyState.tsx';
import { ProgressBar } from '../../shared/messages/ProgressBar.tsx';
import { copyWritesReport, saveWriteSamples } from '../export-writes.ts';
import { useWritesForm } from '../use-writes-form.ts';
import { WritesColumns, type WritesViewProps } from '../WritesColumns.tsx';
import { Answers } from './Answers.tsx';
import { ConstraintFields, TryButton } from './ConstraintFields.tsx';
import { CostResults } from './CostResults.tsx';
import styles from './constraints.module.css';
import { ProtectionResults } from './ProtectionResults.tsx';

export function ConstraintsView({ sharedFields }: WritesViewProps) {
  const app = useApp();
  const { writes } = app;
  const playground = usePlayground((current) => current);
  const run = useDeferredValue(useWrites((state) => state.runs.constraints ?? null));
  const trials = useWrites((state) => state.trials);
  const isTrying = useWrites((state) => state.isTrying);
  const fraction = useWrites((state) => (state.isTrying ? state.fraction : 0));
  const form = useWritesForm();
  // Verdicts of pairs are reckoned here: once for each step of a run.
  const cost = useMemo(() => constraintCost(playground, run), [playground, run]);
  const tried = useMemo(() => protection(playground, trials), [playground, trials]);
  const found = useRef<HTMLElement>(null);
  const costRef = useRef<HTMLElement>(null);
  const triedRef = useRef<HTMLElement>(null);
  const measure = () => {
    void writes.run('constraints');
    // On a phone what is found stands below the fields.
    show(cost ? costRef : found);
  };
  const tryThem = () =>
    void writes.tryConstraints().then((isDone) => {
      if (isDone) show(triedRef);
    });
  return (
    <WritesColumns
      found={found}
      fields={
        <>
          {sharedFields}
          <ConstraintFields form={form} onMeasure={measure} onTry={tryThem} />
        </>
      }
    >
      {cost && tried && (
        <Answers
          answers={[
            { name: 'Cost', text: cost.answer || cost.frame.course, onOpen: () => show(costRef) },
            {
              name: 'Protection',
              text: tried.answer || 'nothing tried',
              onOpen: () => show(triedRef),
            },
          ]}
        />
      )}
      {cost && (
        <section ref={costRef} className={styles.section} aria-label="Cost">
          <CostResults
            cost={cost}
            refusal={form.refusals.constraints}
            onCount={() => void writes.count('constraints')}
            onCopy={() =>
              void copyWritesReport(app, 'constraints.md', (title) => costMarkdown(title, cost))
            }
            onSave={(format) => {
              if (run) saveWriteSamples(app, run, format);
            }}
          />
        </section>
      )}
      {(isTrying || tried) && (
        <section ref={triedRef} className={styles.section} aria-label="Protection">
          {isTrying && <ProgressBar label="Trying to break constraints" fraction={fraction} />}
          {tried && (
            <ProtectionResults
              protection={tried}
              refusal={form.trialRefusal}
              onCopy={() =>
                void copyWritesReport(app, 'protection.md', (title) =>
                  protectionMarkdown(title, tried),
                )
              }
            />
          )}
        </section>
      )}
      {!cost && !tried && !isTrying && (
        <EmptyState
          icon={<ShieldCheck size={20} aria-hidden="true" />}
          title="Nothing tried yet"
          action={<TryButton refusal={form.trialRefusal} onTry={tryThem} />}
        >
          {form.trialRefusal ??
            'Measure the cost loads the same rows with and without each constraint. Try to break them inserts a row that breaks each, and shows what SQLite says and what remains.'}
        </EmptyState>
      )}
    </WritesColumns>
  );
}

function show(place: RefObject<HTMLElement | null>): void {
  place.current?.scrollIntoView({ block: 'start' });
}
