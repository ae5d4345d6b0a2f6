// The instrument's own test: two equal setups are compared, and whatever differs is noise.
// Keeps away from measuring and judging; it shows what the test found.
import { isBusy } from '../../state/activity.ts';
import type { Activity } from '../../state/runs-store.ts';
import { instrumentView } from '../../state/selectors/instrument-view.ts';
import { activityFraction, statusText } from '../../state/selectors/status-text.ts';
import { useApp, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { ProgressBar } from '../shared/messages/ProgressBar.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import styles from './InstrumentDialog.module.css';
import { InstrumentReportView } from './InstrumentReportView.tsx';

export function InstrumentDialog() {
  const { ui, instrument, stop } = useApp();
  const isOpen = useUi(({ dialog }) => dialog === 'instrument');
  const activity = useRuns((runs) => runs.activity);
  const report = useRuns((runs) => runs.instrument);
  if (!isOpen) return null;
  const isTesting = activity.kind === 'testing';
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={() => ui.setState({ dialog: 'none' })}
      title="Test this instrument"
      description="How far can this machine be trusted now? Two setups that are equal are compared, for three sizes of query, on a small database of its own. Whatever difference they show is noise. It takes about 15 s and leaves your playground and its results as they are."
      footer={
        <>
          <a
            href="measuring.html#test-this-instrument"
            target="_blank"
            rel="noopener"
            className={styles.method}
          >
            How it is tested
          </a>
          {isTesting ? (
            <Button onClick={stop}>Stop</Button>
          ) : (
            <Button
              variant="primary"
              disabled={isBusy(activity)}
              onClick={() => void instrument.test()}
            >
              {report ? 'Test again' : 'Start the test'}
            </Button>
          )}
        </>
      }
    >
      {isTesting && (
        <div className={styles.progress}>
          <ProgressBar label="Progress of the test" fraction={activityFraction(activity)} />
          <p>{statusText(activity)}. Leave the machine alone meanwhile: other work is noise.</p>
        </div>
      )}
      {/* The page's own live region is out of reach while a dialog is open. */}
      <div aria-live="polite">
        {report && <InstrumentReportView view={instrumentView(report)} />}
        {!report && !isTesting && <p className={styles.none}>{emptyWords(activity)}</p>}
      </div>
    </Dialog>
  );
}

function emptyWords(activity: Activity): string {
  if (isBusy(activity)) {
    return 'The engine is at work now, and the test would disturb it: wait until it is ready.';
  }
  if (activity.kind === 'stopped') {
    return 'Stopped: a part of the test says nothing. Start it again when the machine has time.';
  }
  return activity.kind === 'failed' ? statusText(activity) : 'Nothing has been tested yet.';
}
