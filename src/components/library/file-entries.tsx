// The entries of the File and Examples menus; the phone shows both in one menu.
import {
  ArchiveRestore,
  Download,
  FileDown,
  FilePlus,
  FolderOpen,
  HardDrive,
  History,
  Redo2,
  Undo2,
} from 'lucide-react';
import type { PlaygroundApp } from '../../state/playground-app.ts';
import { exampleList } from '../../state/selectors/example-list.ts';
import { isMac } from '../shared/keyboard/keyboard-platform.ts';
import { shortcutKeys } from '../shared/keyboard/shortcuts.ts';
import type { MenuCommand, MenuEntry } from '../shared/overlays/Menu.tsx';
import { savePlaygroundFile } from './playground-files.ts';

export function fileEntries(
  app: PlaygroundApp,
  { canUndo, canRedo }: { canUndo: boolean; canRedo: boolean },
): readonly MenuEntry[] {
  return [
    {
      kind: 'command',
      id: 'new',
      label: 'New',
      icon: <FilePlus size={16} aria-hidden="true" />,
      onSelect: app.files.startNew,
    },
    {
      kind: 'command',
      id: 'open',
      label: 'Open or import file…',
      detail: 'SQLite, SQL, CSV, TSV, JSON, .dyno.json; or drop it on the page',
      icon: <FolderOpen size={16} aria-hidden="true" />,
      onSelect: app.imports.pick,
    },
    {
      kind: 'command',
      id: 'save',
      label: 'Save as file',
      detail: '.dyno.json; this browser also keeps it by itself',
      icon: <FileDown size={16} aria-hidden="true" />,
      onSelect: () => savePlaygroundFile(app),
    },
    {
      kind: 'command',
      id: 'export',
      label: 'Export…',
      detail: 'the data as SQLite, SQL, CSV or JSON',
      icon: <Download size={16} aria-hidden="true" />,
      onSelect: () => app.ui.setState({ dialog: 'export' }),
    },
    {
      kind: 'command',
      id: 'reopen',
      label: 'Reopen what was put aside',
      detail: 'your playground from before you opened a link',
      icon: <ArchiveRestore size={16} aria-hidden="true" />,
      onSelect: () => void app.files.reopenShelved(),
    },
    {
      kind: 'command',
      id: 'history',
      label: 'History…',
      detail: 'comparisons that this browser has kept',
      icon: <History size={16} aria-hidden="true" />,
      onSelect: () => app.ui.setState({ dialog: 'history' }),
    },
    {
      kind: 'command',
      id: 'stored',
      label: 'Stored data…',
      detail: 'databases that this browser has kept, and how to clear them',
      icon: <HardDrive size={16} aria-hidden="true" />,
      onSelect: () => app.ui.setState({ dialog: 'stored' }),
    },
    { kind: 'separator', id: 'before-undo' },
    {
      kind: 'command',
      id: 'undo',
      label: 'Undo',
      icon: <Undo2 size={16} aria-hidden="true" />,
      keys: shortcutKeys('undo', isMac),
      isDisabled: !canUndo,
      onSelect: app.playground.undo,
    },
    {
      kind: 'command',
      id: 'redo',
      label: 'Redo',
      icon: <Redo2 size={16} aria-hidden="true" />,
      keys: shortcutKeys('redo', isMac),
      isDisabled: !canRedo,
      onSelect: app.playground.redo,
    },
  ];
}

export function exampleEntries({ files }: PlaygroundApp): readonly MenuCommand[] {
  return exampleList.map(({ id, title, summary }) => ({
    kind: 'command',
    id,
    label: title,
    detail: summary,
    onSelect: () => files.openExample(id),
  }));
}
