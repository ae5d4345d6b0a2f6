// Constraints in the Writes lab: what they cost, and what they protect. Reads the state.
import { ShieldCheck } from 'lucide-react';
import { useDeferredValue, useRef } from 'react';
import { constraintCost } from '../../../state/selectors/writes/constraints/constraint-cost.ts';
import {
  costMarkdown,
  protectionMarkdown,
} from '../../../state/selectors/writes/constraints/constraints-report.ts';
import { protection } from '../../../state/selectors/writes/constraints/protection.ts';
import { useApp, usePlayground, useWrites } from '../../shared/app-context.tsx';
import { EmptyState } from '../../shared/messages/EmptyState.tsx';
import { copyWritesReport, saveWriteSamples } from '../export-writes.ts';
import { useWritesForm } from '../use-writes-form.ts';
import { WritesColumns, type WritesViewProps } from '../WritesColumns.tsx';
import { ConstraintFields } from './ConstraintFields.tsx';
import { CostResults } from './CostResults.tsx';
import { ProtectionResults } from './ProtectionResults.tsx';

export function ConstraintsView({ sharedFields }: WritesViewProps) {
  const app = useApp();
  const { writes } = app;
  const playground = usePlayground((current) => current);
  const run = useWrites((state) => state.runs.constraints ?? null);
  const trials = useWrites((state) => state.trials);
  const form = useWritesForm();
  const cost = constraintCost(playground, useDeferredValue(run));
  const tried = protection(playground, trials);
  const found = useRef<HTMLElement>(null);
  const triedRef = useRef<HTMLDivElement>(null);
  const measure = () => {
    void writes.run('constraints');
    // On a phone what is found stands below the fields.
    found.current?.scrollIntoView({ block: 'start' });
  };
  /** What was tried stands below the cost. */
  const tryThem = () =>
    void writes.tryConstraints().then((isDone) => {
      if (isDone) triedRef.current?.scrollIntoView({ block: 'start' });
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
      {cost && (
        <CostResults
          cost={cost}
          onCopy={() =>
            void copyWritesReport(app, 'constraints.md', (title) => costMarkdown(title, cost))
          }
          onSave={(format) => {
            if (run) saveWriteSamples(app, run, format);
          }}
        />
      )}
      <div ref={triedRef}>
        {tried && (
          <ProtectionResults
            protection={tried}
            onCopy={() =>
              void copyWritesReport(app, 'protection.md', (title) =>
                protectionMarkdown(title, tried),
              )
            }
          />
        )}
      </div>
      {!cost && !tried && (
        <EmptyState icon={<ShieldCheck size={20} aria-hidden="true" />} title="Nothing tried yet">
          {form.trialRefusal ??
            'Measure the cost loads the same rows with and without each constraint. Try to break them inserts a row that breaks each, and shows what SQLite says and what remains.'}
        </EmptyState>
      )}
    </WritesColumns>
  );
}
