// The lab's fields as they stand, for its container components.
import { useMemo } from 'react';
import { type WritesForm, writesForm } from '../../state/selectors/writes/form/writes-form.ts';
import { usePlayground, useRuns, useWrites } from '../shared/app-context.tsx';

export function useWritesForm(): WritesForm {
  const playground = usePlayground((current) => current);
  const settings = useWrites((state) => state.settings);
  const inspection = useRuns((runs) => runs.inspection);
  const database = useRuns((runs) => runs.database);
  // Not all of the activity: its progress would draw the fields again several times a second.
  const kind = useRuns(({ activity }) => activity.kind);
  return useMemo(
    () => writesForm(playground, settings, { inspection, database, activity: { kind } }),
    [playground, settings, inspection, database, kind],
  );
}
