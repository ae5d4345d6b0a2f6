// The menus Examples and File of the header.
import { useApp, useHistory } from '../shared/app-context.tsx';
import { Menu } from '../shared/overlays/Menu.tsx';
import { exampleEntries, fileEntries } from './file-entries.tsx';

export function ExamplesMenu() {
  return <Menu label="Examples" entries={exampleEntries(useApp())} align="end" />;
}

export function FileMenu() {
  return <Menu label="File" entries={fileEntries(useApp(), useHistory())} align="end" />;
}
