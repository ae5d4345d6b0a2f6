// The status bar: the three actions of the main loop, what the tool is doing, what is in the database.
import { GitCompareArrows, Play, Square } from 'lucide-react';
import { isBusy } from '../../../state/activity.ts';
import { actionRefusals, stopRefusal } from '../../../state/selectors/action-refusals.ts';
import { setupChoices } from '../../../state/selectors/setup-choices.ts';
import { InstrumentButton } from '../../instrument/InstrumentButton.tsx';
import { useApp, usePlayground, useRuns, useUi } from '../../shared/app-context.tsx';
import { Button, type ButtonProps } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/fields/Select.tsx';
import { isMac } from '../../shared/keyboard/keyboard-platform.ts';
import { shortcutKeys } from '../../shared/keyboard/shortcuts.ts';
import { Tooltip } from '../../shared/overlays/Tooltip.tsx';
import { ActivityLine, ActivityProgress } from './ActivityLine.tsx';
import { BudgetSelect } from './BudgetSelect.tsx';
import { DatabaseFactList } from './DatabaseFactList.tsx';
import styles from './StatusBar.module.css';

export interface StatusBarProps {
  /** On a phone: the bench's actions in one row, the rest under them. */
  isCompact?: boolean | undefined;
}

export function StatusBar({ isCompact = false }: StatusBarProps) {
  const activity = useRuns((runs) => runs.activity);
  const isBench = useUi((ui) => ui.mode === 'bench');
  return (
    <footer className={styles.bar} data-compact={isCompact || undefined}>
      <ActivityProgress activity={activity} />
      {(isBench || !isCompact) && <Actions isCompact={isCompact} />}
      <ActivityLine activity={activity} />
      {isCompact && isBusy(activity) ? (
        <Stop isCompact />
      ) : (
        <>
          {isCompact && isBench && <BudgetSelect />}
          <DatabaseFactList isCompact={isCompact} />
        </>
      )}
      <InstrumentButton size="sm" className={styles.instrument} />
    </footer>
  );
}

function Actions({ isCompact }: { isCompact: boolean }) {
  const app = useApp();
  const playground = usePlayground((current) => current);
  const activity = useRuns((runs) => runs.activity);
  const queryId = useUi((ui) => ui.queryId);
  const setupId = useUi((ui) => ui.setupId);
  // The labs have buttons of their own; Stop ends what they do, too.
  const isBench = useUi((ui) => ui.mode === 'bench');
  const refusals = actionRefusals(playground, { activity }, queryId);
  const setups = setupChoices(playground);
  const chosen = setups.find(({ id }) => id === setupId) ?? setups[0];
  const keysOf = (id: 'run' | 'compare') => (isCompact ? undefined : shortcutKeys(id, isMac));
  return (
    <div className={styles.actions}>
      {isBench && (
        <>
          <div className={styles.run}>
            <Action
              variant="ghost"
              icon={<Play size={14} aria-hidden="true" />}
              keys={keysOf('run')}
              refusal={refusals.run}
              explanation={`Runs the selection, or the statement at the cursor, in setup ${chosen?.letter ?? 'A'}. What it writes is rolled back after its result is shown.`}
              onClick={() => void app.run.runQuery()}
            >
              Run query
            </Action>
            <span className={styles.in} aria-hidden="true">
              in
            </span>
            <Select
              label="Run in"
              variant="plain"
              value={chosen?.id ?? ''}
              options={setups.map(({ id, letter, name }) => ({
                value: id,
                label: name,
                setup: letter,
              }))}
              onChange={(id) => app.ui.setState({ setupId: id })}
              className={styles.runIn}
            />
          </div>
          <Action
            variant="primary"
            size="lg"
            icon={isCompact ? undefined : <GitCompareArrows size={16} aria-hidden="true" />}
            keys={keysOf('compare')}
            refusal={refusals.compare}
            explanation="Measures every query in every setup, in paired rounds; makes missing data and indexes first."
            onClick={() => void app.compare()}
          >
            Compare
          </Action>
          {!isCompact && <BudgetSelect />}
        </>
      )}
      {!isCompact && <Stop isCompact={false} />}
    </div>
  );
}

/** On a phone it stands in the line that says what is under way, and only then. */
function Stop({ isCompact }: { isCompact: boolean }) {
  const app = useApp();
  const activity = useRuns((runs) => runs.activity);
  return (
    <Action
      variant={isBusy(activity) ? 'soft' : 'ghost'}
      size={isCompact ? 'md' : 'lg'}
      icon={<Square size={12} fill="currentColor" aria-hidden="true" />}
      keys={isCompact ? undefined : shortcutKeys('stop', isMac)}
      refusal={stopRefusal(activity)}
      explanation="Ends what the engine does, at once. The playground and the data stay."
      onClick={app.stop}
    >
      Stop
    </Action>
  );
}

interface ActionProps extends ButtonProps {
  refusal: string | null;
  explanation: string;
}

/** Its tooltip says what it does, or why it cannot now. */
function Action({ refusal, explanation, ...button }: ActionProps) {
  return (
    <Tooltip content={refusal ?? explanation} side="top">
      <Button {...button} disabled={refusal !== null} focusableWhenDisabled />
    </Tooltip>
  );
}
