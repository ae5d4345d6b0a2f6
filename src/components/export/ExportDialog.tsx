// Takes the data away as a file: the database of a setup, a script of it, or a table.
// Keeps away from making it; it asks what is wanted, shows how far it is, and saves.
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RowsTextFormat } from '../../lib/rows-text/rows-writer.ts';
import { isBusy } from '../../state/activity.ts';
import type { Activity } from '../../state/runs-store.ts';
import {
  type ExportChoice,
  type ExportFacts,
  exportFacts,
  exportSetups,
  exportTables,
} from '../../state/selectors/share/export-view.ts';
import { activityFraction, statusText } from '../../state/selectors/status-text.ts';
import { useApp, usePlayground, useRuns, useUi } from '../shared/app-context.tsx';
import { Button } from '../shared/controls/Button.tsx';
import { saveData } from '../shared/export/save-data.ts';
import { Banner } from '../shared/messages/Banner.tsx';
import { ProgressBar } from '../shared/messages/ProgressBar.tsx';
import { Dialog } from '../shared/overlays/Dialog.tsx';
import { Tooltip } from '../shared/overlays/Tooltip.tsx';
import styles from './ExportDialog.module.css';
import { ExportForm, type ExportKind } from './ExportForm.tsx';

export function ExportDialog() {
  const isOpen = useUi(({ dialog }) => dialog === 'export');
  return isOpen ? <OpenExportDialog /> : null;
}

function OpenExportDialog() {
  const app = useApp();
  const playground = usePlayground((whole) => whole);
  const activity = useRuns((runs) => runs.activity);
  const database = useRuns((runs) => runs.database);
  const inspection = useRuns((runs) => runs.inspection);
  const sizes = useRuns((runs) => runs.sizes);
  const runs = { database, inspection, sizes };
  const shownSetup = useUi((ui) => ui.setupId);
  const [kind, setKind] = useState<ExportKind>('sqlite');
  const [setupId, setSetupId] = useState(shownSetup);
  const [table, setTable] = useState<string | null>(null);
  const [format, setFormat] = useState<RowsTextFormat>({ kind: 'csv', isRaw: false });
  const [isMaking, setMaking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (database) void app.database.measureSizes();
  }, [app, database]);

  const tables = exportTables(playground, runs);
  const chosenTable = tables.find(({ name }) => name === table) ?? tables[0];
  const setup = playground.setups.find(({ id }) => id === setupId) ?? playground.setups[0];
  const choice: ExportChoice | null =
    kind === 'table'
      ? chosenTable
        ? { kind: 'table', table: chosenTable.name, format }
        : null
      : setup
        ? { kind: 'database', format: kind, setup }
        : null;
  const close = () => app.ui.setState({ dialog: 'none' });

  async function save(chosen: ExportChoice): Promise<void> {
    setMaking(true);
    setFailed(false);
    const file =
      chosen.kind === 'table'
        ? await app.exports.exportTable(chosen.table, chosen.format)
        : await app.exports.exportDatabase(chosen.setup.id, chosen.format);
    setMaking(false);
    if (saveData(app, file)) close();
    else setFailed(true);
  }

  const refusal = refusalOf(activity, tables.length, isMaking);
  return (
    <Dialog
      isOpen
      onClose={close}
      title="Export"
      description="The data as a file, made in this page: nothing is uploaded. The playground itself is saved by File, Save as file."
      footer={
        <>
          {isMaking && <Button onClick={app.stop}>Stop</Button>}
          <Button
            variant="primary"
            icon={<FileDown size={16} aria-hidden="true" />}
            isBusy={isMaking}
            disabled={choice === null || refusal !== null}
            onClick={() => choice && void save(choice)}
          >
            Save file
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <ExportForm
          kind={kind}
          onKind={setKind}
          setups={exportSetups(playground)}
          setupId={setup?.id ?? ''}
          onSetup={setSetupId}
          tables={tables}
          table={chosenTable?.name ?? ''}
          onTable={setTable}
          format={format}
          onFormat={setFormat}
          isDisabled={isMaking}
        />
        {choice && <Facts facts={exportFacts(playground, runs, choice)} />}
        {isMaking && (
          <div className={styles.progress}>
            <ProgressBar label="Progress of the export" fraction={activityFraction(activity)} />
            {/* The page's own live region is out of reach while a dialog is open. */}
            <p aria-live="polite">{statusText(activity)}</p>
          </div>
        )}
        {refusal !== null && <p className={styles.note}>{refusal}</p>}
        {hasFailed && activity.kind === 'failed' && (
          <Banner tone="error" title={activity.error.message}>
            {activity.error.hint}
          </Banner>
        )}
        {hasFailed && activity.kind === 'stopped' && (
          <p className={styles.note}>Stopped: no file was made. The data is as it was.</p>
        )}
      </div>
    </Dialog>
  );
}

function refusalOf(activity: Activity, tables: number, isMaking: boolean): string | null {
  if (tables === 0) return 'There is no table yet: write a schema, or open a file.';
  if (isMaking || !isBusy(activity)) return null;
  return `The engine is at work (${statusText(activity)}): a file can be made when it has ended.`;
}

function Facts({ facts }: { facts: ExportFacts }) {
  const { holds, size, sizeExplanation, first } = facts;
  return (
    <dl className={styles.facts}>
      <dt>Holds</dt>
      <dd>{holds}</dd>
      <dt>Size</dt>
      <dd>
        <Tooltip content={sizeExplanation}>
          <span className={styles.size}>{size}</span>
        </Tooltip>
      </dd>
      {first !== null && (
        <>
          <dt>First</dt>
          <dd>{first}</dd>
        </>
      )}
    </dl>
  );
}
