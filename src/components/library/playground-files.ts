// Playgrounds as files of the user's machine: the browser's part, saving.
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { saveFile } from '../shared/export/save-file.ts';

/** Saves the playground as a .dyno.json file, as a download. */
export function savePlaygroundFile({ files }: PlaygroundApp): void {
  saveFile(files.toFile(), 'application/json');
}
