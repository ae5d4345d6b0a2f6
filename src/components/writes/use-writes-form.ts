// The lab's fields as they stand, for its container components.
import { type WritesForm, writesForm } from '../../state/selectors/writes/form/writes-form.ts';
import { usePlayground, useRuns, useWrites } from '../shared/app-context.tsx';

export function useWritesForm(): WritesForm {
  const playground = usePlayground((current) => current);
  const settings = useWrites((state) => state.settings);
  const inspection = useRuns((runs) => runs.inspection);
  const database = useRuns((runs) => runs.database);
  const activity = useRuns((runs) => runs.activity);
  return writesForm(playground, settings, { inspection, database, activity });
}
