// What "Test this instrument" does wherever it stands: opens the dialog and, where nothing is known
// yet, starts the test at once. One click gives the answer.
import { isBusy } from '../../state/activity.ts';
import type { PlaygroundApp } from '../../state/playground-app.ts';

export function openInstrument({ ui, runs, instrument }: PlaygroundApp): void {
  ui.setState({ dialog: 'instrument' });
  const { activity, instrument: report } = runs.getState();
  if (report === null && !isBusy(activity)) void instrument.test();
}
