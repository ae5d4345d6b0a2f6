// What stands in the view Techniques before anything was measured: what to do, and what it costs.
import { Gauge } from 'lucide-react';
import type { WritesForm } from '../../../state/selectors/writes/form/writes-form.ts';
import { EmptyState } from '../../shared/messages/EmptyState.tsx';

export function TechniquesNotMeasured({ form }: { form: WritesForm }) {
  const icon = <Gauge size={20} aria-hidden="true" />;
  if (form.table === '') {
    return (
      <EmptyState icon={icon} title="Nothing measured yet">
        {form.refusals.techniques}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title="Not measured yet">
      Run writes measures how many rows a second each technique writes into “{form.table}”: what a
      transaction, a prepared statement and larger batches bring, in each setup. Measure batch sizes
      draws the time against the rows a statement takes.
    </EmptyState>
  );
}
