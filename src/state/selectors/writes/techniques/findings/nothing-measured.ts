// Why a run measured nothing, as the first sentence below its heading. Pure.
import type { WritesRun } from '../../../../writes-store.ts';
import type { Unranked } from '../unranked.ts';

/** Null while it measures, and when the run itself failed: its error is shown then. */
export function nothingMeasured(
  { status, error }: WritesRun,
  unranked: readonly Unranked[],
): string | null {
  if (status === 'measuring' || error) return null;
  if (status === 'stopped') return 'Stopped before the first run had ended.';
  const hasFailed = unranked.some(({ kind }) => kind === 'failed');
  const isRefused = unranked.some(({ kind }) => kind === 'refused');
  const what = !hasFailed
    ? 'nothing that was chosen can apply'
    : isRefused
      ? 'what can apply failed'
      : 'everything failed';
  const [only] = unranked;
  const why = unranked.length === 1 && only ? `: ${only.reason}` : ', for the reasons below.';
  return `Nothing could be measured, ${what}${why}`;
}
