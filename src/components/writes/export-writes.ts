// Takes what a run of writes found out of the page: as text to paste, as raw samples.
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { writesSamplesFile } from '../../state/selectors/writes/run/writes-samples-file.ts';
import type { WritesRun } from '../../state/writes-store.ts';
import { copyOrOffer } from '../shared/export/copy-out.ts';
import { saveFile } from '../shared/export/save-file.ts';

export type SamplesFormat = 'csv' | 'json';

/** `toText` makes the report under the playground's title. */
export async function copyWritesReport(
  app: PlaygroundApp,
  fileName: string,
  toText: (title: string) => string,
): Promise<void> {
  const { title } = app.document.store.getState().playground;
  await copyOrOffer(app, { text: toText(title), what: 'Results', fileName });
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
