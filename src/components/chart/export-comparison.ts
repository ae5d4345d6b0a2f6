// Takes the comparison out of the page: to the clipboard, or as a file. The browser's part of it.

import { formatCount } from '../../lib/format-count.ts';
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { copyText } from '../shared/export/copy-text.ts';
import { saveFile } from '../shared/export/save-file.ts';

/** Copies the whole comparison and says so in a notice. */
export async function copyMarkdown({ exports, notices }: PlaygroundApp): Promise<void> {
  const text = await exports.markdown();
  const isCopied = await copyText(text);
  notices.show({
    tone: isCopied ? 'info' : 'warning',
    text: isCopied
      ? `Comparison copied as Markdown: ${formatCount(text.length)} characters`
      : 'The browser did not allow copying',
    details: [],
    action: isCopied
      ? null
      : {
          label: 'Save as file',
          run: () => saveFile({ name: 'comparison.md', text }, 'text/markdown'),
        },
  });
}

export function saveSamplesCsv({ exports }: PlaygroundApp): void {
  saveFile(exports.samplesCsv(), 'text/csv');
}

export function saveSamplesJson({ exports }: PlaygroundApp): void {
  saveFile(exports.samplesJson(), 'application/json');
}
