// Help: the shortcuts, how times are taken, and what surprises people coming from elsewhere.
import { InstrumentButton } from '../../instrument/InstrumentButton.tsx';
import { useApp, useUi } from '../../shared/app-context.tsx';
import { Kbd } from '../../shared/keyboard/Kbd.tsx';
import { isMac } from '../../shared/keyboard/keyboard-platform.ts';
import { type ShortcutId, shortcutKeys } from '../../shared/keyboard/shortcuts.ts';
import { Dialog } from '../../shared/overlays/Dialog.tsx';
import styles from './HelpDialog.module.css';

const shortcuts: readonly { id: ShortcutId; does: string }[] = [
  { id: 'run', does: 'Run the selection, or the statement at the cursor' },
  { id: 'compare', does: 'Compare every query in every setup' },
  { id: 'stop', does: 'Stop what the engine does, outside text fields' },
  { id: 'copy-link', does: 'Copy the link of the playground' },
  { id: 'commands', does: 'Find a command' },
  { id: 'undo', does: 'Undo a change of the playground, outside text fields' },
  { id: 'redo', does: 'Redo it' },
];

const measuring = [
  'Time is taken inside the worker, around preparing, stepping and fetching; never across messages.',
  'Setups are measured in turn, in random order, round by round, so that a slow minute hurts all of them alike. The baseline is measured twice a round, as a control.',
  'Short statements are repeated until a sample is long against the clock; the first run is kept apart.',
  'The ratio is the Hodges-Lehmann estimate of the paired rounds, with its exact interval. Where that interval is within the margin, two setups count as equal.',
  'Rounds go on until the verdict is precise or the time is used up. If the control wavers, it says so instead of ranking.',
];

export function HelpDialog() {
  const { ui } = useApp();
  const isOpen = useUi(({ dialog }) => dialog === 'help');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => ui.setState({ dialog: 'none' })}
      title="Help"
      description="Write a schema and queries, switch indexes and caches on per setup, press Compare, and see what each costs and gains. Everything runs in this page; nothing is uploaded."
    >
      <h3 className={styles.heading}>Keyboard</h3>
      <dl className={styles.keys}>
        {shortcuts.map(({ id, does }) => (
          <div key={id}>
            <dt>
              <Kbd keys={shortcutKeys(id, isMac)} />
              <span className={styles.spoken}>{shortcutKeys(id, isMac).join(' ')}</span>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.heading}>How it measures</h3>
      <ol className={styles.list}>
        {measuring.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className={styles.doubt}>
        Do not take its word for it: let it measure two setups that are equal.
        <InstrumentButton size="sm" />
      </p>
      <h3 className={styles.heading}>Good to know</h3>
      <ul className={styles.list}>
        <li>
          <code>PRAGMA foreign_keys</code> is ON everywhere. SQLite has it off by default, and so
          does SQLAlchemy on SQLite.
        </li>
        <li>What Run query writes is rolled back after its result is shown.</li>
        <li>Times are this machine’s; plans and rows are the same on every machine.</li>
      </ul>
    </Dialog>
  );
}
