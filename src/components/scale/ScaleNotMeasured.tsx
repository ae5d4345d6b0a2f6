// What stands in the Scale lab before anything was measured: what to do, and what it costs.
import { ChartSpline } from 'lucide-react';
import type { ScaleForm } from '../../state/selectors/scale/scale-form.ts';
import { EmptyState } from '../shared/messages/EmptyState.tsx';

export function ScaleNotMeasured({ form }: { form: ScaleForm }) {
  const query = form.queries.find(({ value }) => value === form.queryId);
  if (!query || form.plan === '') {
    return (
      <EmptyState icon={<ChartSpline size={20} aria-hidden="true" />} title="Nothing to scale yet">
        {form.refusal}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<ChartSpline size={20} aria-hidden="true" />} title="Not measured yet">
      Run scale measures “{query.label}” at one size after the other: how its time grows in each
      setup, and from where on an index pays. {form.plan}. The bench keeps its data.
    </EmptyState>
  );
}
