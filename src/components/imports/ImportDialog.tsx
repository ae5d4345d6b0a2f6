// A file coming in: chosen or dropped, looked at, decided upon, taken in.
// The verbs are state's; this shows where the import stands.
import { assertNever } from '../../lib/assert-never.ts';
import { formatCountOf } from '../../lib/format/format-count.ts';
import type { ImportState } from '../../state/import-store.ts';
import { importRefusal } from '../../state/selectors/imports/import-refusal.ts';
import { statusText } from '../../state/selectors/status-text.ts';
import { useApp, useImporting, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { ProgressBar } from '../shared/messages/ProgressBar.tsx';
import { Spinner } from '../shared/messages/Spinner.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import { FileChoice } from './FileChoice.tsx';
import { ImportDecisions } from './ImportDecisions.tsx';
import styles from './ImportDialog.module.css';
import { LeftOutRows } from './LeftOutRows.tsx';

export function ImportDialog() {
  const isOpen = useUi(({ dialog }) => dialog === 'import');
  return isOpen ? <OpenImport /> : null;
}

function OpenImport() {
  const { imports } = useApp();
  const state = useImporting((importing) => importing);
  const isWide = state.status === 'ready' || state.status === 'done';
  return (
    <Dialog
      isOpen
      size={isWide ? 'lg' : 'md'}
      onClose={imports.close}
      title={state.status === 'none' ? 'Import file' : `Import ${state.fileName}`}
      description={
        state.status === 'none'
          ? 'Nothing is uploaded: the file is read in this page, and checked before anything changes.'
          : undefined
      }
      footer={state.status === 'none' ? undefined : <Footer state={state} />}
    >
      <div className={styles.body}>
        <Body state={state} />
      </div>
    </Dialog>
  );
}

function Body({ state }: { state: ImportState }) {
  switch (state.status) {
    case 'none':
      return <FileChoice />;
    case 'inspecting':
      return (
        <p className={styles.waiting}>
          <Spinner /> Looking at the file
        </p>
      );
    case 'ready':
      return <ImportDecisions state={state} />;
    case 'importing':
      return <Progress />;
    case 'failed':
      return (
        <>
          <Fault error={state.error} />
          <p className={styles.calm}>Your playground and its data are as they were.</p>
        </>
      );
    case 'done':
      return (
        <>
          <p>{formatCountOf(state.rowCount, 'row')} taken in.</p>
          {state.warnings.map((warning) => (
            <Fault key={warning} tone="warning" error={{ message: warning }} />
          ))}
          <LeftOutRows rows={state.badRows} count={state.badRowCount} unit={state.badRowUnit} />
        </>
      );
    default:
      return assertNever(state);
  }
}

function Footer({ state }: { state: ImportState }) {
  const { imports, stop } = useApp();
  const activity = useRuns((runs) => runs.activity);
  switch (state.status) {
    case 'ready':
      return (
        <>
          <Button onClick={imports.close}>Cancel</Button>
          <Button
            variant="primary"
            disabled={importRefusal(state, activity) !== null}
            focusableWhenDisabled
            onClick={() => void imports.start()}
          >
            Import
          </Button>
        </>
      );
    case 'importing':
      return <Button onClick={stop}>Stop import</Button>;
    case 'failed':
      return (
        <>
          <Button onClick={imports.close}>Close</Button>
          <Button variant="primary" onClick={imports.pick}>
            Choose another file
          </Button>
        </>
      );
    case 'done':
      return (
        <Button variant="primary" onClick={imports.close}>
          Done
        </Button>
      );
    default:
      return <Button onClick={imports.close}>Cancel</Button>;
  }
}

function Progress() {
  const activity = useRuns((runs) => runs.activity);
  const fraction = activity.kind === 'importing' ? activity.progress.fraction : null;
  const rowsDone = activity.kind === 'importing' ? activity.progress.rowsDone : undefined;
  return (
    <div className={styles.progress}>
      <ProgressBar label="Import" fraction={fraction} />
      <p>
        {statusText(activity)}
        {rowsDone !== undefined && `, ${formatCountOf(rowsDone, 'row')}`}
      </p>
    </div>
  );
}
