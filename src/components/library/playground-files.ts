// Playgrounds as files of the user's machine: the browser's part, picking and saving.
import type { TextFile } from '../../state/commands/share/file-commands.ts';
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { saveFile } from '../shared/export/save-file.ts';

/** Saves the playground as a .dyno.json file, as a download. */
export function savePlaygroundFile({ files }: PlaygroundApp): void {
  saveFile(files.toFile(), 'application/json');
}

/** Lets the user pick a .dyno.json file and opens it. */
export async function openPlaygroundFile(app: PlaygroundApp): Promise<void> {
  const picked = await pickTextFile('.json,application/json');
  if (picked) app.files.openFile(picked);
}

/** The file that the user picks, null when they change their mind. Call it from a click. */
function pickTextFile(accept: string): Promise<TextFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) resolve(null);
      else void file.text().then((text) => resolve({ name: file.name, text }));
    });
    input.click();
  });
}
