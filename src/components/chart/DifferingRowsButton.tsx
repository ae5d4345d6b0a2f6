// Asks for the rows in which a setup's answer differs from the baseline's, and puts them away again.
import { differingRowsOf } from '../../state/selectors/chart/differing-rows-view.ts';
import { followUpRefusal } from '../../state/selectors/comparing/follow-ups.ts';
import { useApp, useRuns } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';

export interface DifferingRowsButtonProps {
  queryId: string;
  setupId: string;
  isStale: boolean;
}

export function DifferingRowsButton({ queryId, setupId, isStale }: DifferingRowsButtonProps) {
  const { comparison } = useApp();
  const isShown = useRuns(
    ({ differences, results }) => differingRowsOf(differences, results[queryId], setupId) !== null,
  );
  const busy = useRuns(({ activity }) => followUpRefusal(activity));
  if (isShown) {
    return (
      <Button size="sm" onClick={() => comparison.hideDifferingRows(queryId, setupId)}>
        Hide the differing rows
      </Button>
    );
  }
  const refusal =
    busy ?? (isStale ? 'Something changed since these answers: press Compare first.' : null);
  return (
    <Tooltip
      content={refusal ?? 'Runs the query once more in both setups and compares their rows.'}
      side="top"
    >
      <Button
        size="sm"
        disabled={refusal !== null}
        focusableWhenDisabled
        onClick={() => void comparison.differingRows(queryId, setupId)}
      >
        Show the differing rows
      </Button>
    </Tooltip>
  );
}
