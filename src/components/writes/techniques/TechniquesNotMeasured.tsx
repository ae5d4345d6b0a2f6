// What stands in the view Techniques before anything was measured: what to do, and what it tells.
import { Gauge } from 'lucide-react';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import { BreakableName } from '../../shared/labels/BreakableName.tsx';
import { EmptyState } from '../../shared/messages/EmptyState.tsx';
import { RunButton } from '../fields/RunButton.tsx';
import { runExplanation } from './run-explanation.ts';

export interface TechniquesNotMeasuredProps {
  form: WritesForm;
  onRun: () => void;
}

export function TechniquesNotMeasured({ form, onRun }: TechniquesNotMeasuredProps) {
  const { table, refusals } = form;
  const icon = <Gauge size={20} aria-hidden="true" />;
  if (table === '') {
    return (
      <EmptyState icon={icon} title="Nothing measured yet">
        {refusals.techniques}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={icon}
      title="Not measured yet"
      action={
        <RunButton
          label="Run writes"
          icon={<Gauge size={16} aria-hidden="true" />}
          explanation={runExplanation}
          refusal={refusals.techniques}
          onRun={onRun}
        />
      }
    >
      How many rows a second does each technique write into “<BreakableName text={table} />
      ”: what do a transaction, a prepared statement and larger batches bring, in each setup?
    </EmptyState>
  );
}
