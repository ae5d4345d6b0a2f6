// Takes what a run of writes found out of the page: as text to paste, as raw samples.
import type { PlaygroundApp } from '../../../state/playground-app.ts';
import type { BatchResults } from '../../../state/selectors/writes/techniques/batch-results.ts';
import type { TechniqueResults } from '../../../state/selectors/writes/techniques/technique-results.ts';
import {
  batchMarkdown,
  techniquesMarkdown,
  writesSamplesFile,
} from '../../../state/selectors/writes/techniques/writes-report.ts';
import type { WritesRun } from '../../../state/writes-store.ts';
import { copyOrOffer } from '../../shared/export/copy-out.ts';
import { saveFile } from '../../shared/export/save-file.ts';

export type SamplesFormat = 'csv' | 'json';

export async function copyTechniquesMarkdown(
  app: PlaygroundApp,
  results: TechniqueResults,
): Promise<void> {
  const { title } = app.document.store.getState().playground;
  const text = techniquesMarkdown(title, results);
  await copyOrOffer(app, { text, what: 'Results', fileName: 'writes.md' });
}

export async function copyBatchMarkdown(app: PlaygroundApp, results: BatchResults): Promise<void> {
  const { title } = app.document.store.getState().playground;
  const text = batchMarkdown(title, results);
  await copyOrOffer(app, { text, what: 'Results', fileName: 'batch-sizes.md' });
}

export function saveWriteSamples(
  { notices }: Pick<PlaygroundApp, 'notices'>,
  run: WritesRun,
  format: SamplesFormat,
): void {
  const file = writesSamplesFile(run, format);
  saveFile(file, format === 'csv' ? 'text/csv' : 'application/json');
  notices.show({ tone: 'info', text: `Saved ${file.name}`, details: [], action: null });
}
