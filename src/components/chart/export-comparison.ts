// Takes the comparison out of the page: to the clipboard, or as a file. The browser's part of it.
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { copyOrOffer } from '../shared/export/copy-out.ts';
import { saveFile } from '../shared/export/save-file.ts';

/** Copies the whole comparison and says so in a notice. */
export async function copyMarkdown(app: PlaygroundApp): Promise<void> {
  const text = await app.exports.markdown();
  await copyOrOffer(app, { text, what: 'Comparison', fileName: 'comparison.md' });
}

export function saveSamplesCsv({ exports }: PlaygroundApp): void {
  saveFile(exports.samplesCsv(), 'text/csv');
}

export function saveSamplesJson({ exports }: PlaygroundApp): void {
  saveFile(exports.samplesJson(), 'application/json');
}
