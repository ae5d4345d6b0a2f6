// Runs the statement at the caret, where no keyboard has Ctrl+Enter; then shows its rows.
import { Play } from 'lucide-react';
import { actionRefusals } from '../../state/selectors/action-refusals.ts';
import { keepFocus } from '../editor/tools/EditorTools.tsx';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';

export function RunStatementButton() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const activity = useRuns((runs) => runs.activity);
  const queryId = useUi((ui) => ui.queryId);
  const { run: refusal } = actionRefusals(playground, { activity }, queryId);

  async function run(): Promise<void> {
    const isRun = await app.run.runQuery();
    if (isRun) app.ui.setState({ phonePane: 'detail' });
  }

  return (
    <Button
      size="sm"
      icon={<Play size={14} aria-hidden="true" />}
      disabled={refusal !== null}
      focusableWhenDisabled
      onMouseDown={keepFocus}
      onClick={() => void run()}
    >
      Run statement
    </Button>
  );
}
