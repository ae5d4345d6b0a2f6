// Whole playgrounds coming and going: new, from the examples, from a file, to a file.
// Reads and writes text only; picking and saving files is the page's.

import type { HistoryEntry } from '../../../engine/model/comparison/history.ts';
import type { Playground } from '../../../engine/model/playground.ts';
import { emptyPlayground } from '../../../examples/empty.ts';
import { findExample } from '../../../examples/list.ts';
import {
  parsePlaygroundFile,
  playgroundFileName,
  toPlaygroundFile,
} from '../../../share/playground-file.ts';
import type { DocumentEditor } from '../../document-store.ts';
import { linkAfter } from '../../selectors/share/linked-data.ts';
import type { UiStore } from '../../ui-store.ts';
import type { DocumentCommands } from '../document/document-commands.ts';
import type { Notices } from '../notices.ts';

/** A file as text, with its name for messages. */
export interface TextFile {
  name: string;
  text: string;
}

export interface FileCommands {
  /** Puts another playground in place of this one, with a notice and Undo in it. */
  replaceWith(playground: Playground, text: string): void;
  /** Starts an empty playground; Undo in the notice brings the old one back. */
  startNew(): void;
  /** Opens an example and makes its data. */
  openExample(exampleId: string): void;
  /** Opens the playground of a kept comparison with what was measured, and makes its data. */
  openKept(entry: HistoryEntry): void;
  /** Opens a .dyno.json file. Gives false, with a notice that says why, when it is none. */
  openFile(file: TextFile): boolean;
  /** The playground as a .dyno.json file. */
  toFile(): TextFile;
  /** Opens the playground that was put aside when a link's took its place. */
  reopenShelved(): Promise<void>;
}

/** What is put aside in the browser's storage. */
export interface Shelf {
  loadShelved(): Promise<
    { kind: 'loaded' | 'previous'; playground: Playground } | { kind: 'none' | 'failed' }
  >;
}

export function createFileCommands(
  document: DocumentEditor,
  ui: UiStore,
  playground: DocumentCommands,
  notices: Notices,
  generate: () => Promise<boolean>,
  shelf: Shelf | null,
  /** Shows the results of a kept comparison, once its playground is open. */
  showKept: (entry: HistoryEntry) => Promise<boolean>,
): FileCommands {
  function replaceWith(next: Playground, text: string): void {
    const before = document.store.getState().playground;
    const { queryId, setupId } = ui.getState();
    playground.replace(next);
    // Banners speak of what was opened before; a link may have asked for the file of this one.
    ui.setState(({ openedLink }) => ({
      openedLink: linkAfter(openedLink, next),
      linkProblem: null,
    }));
    notices.show({
      tone: 'info',
      text,
      details: [],
      action: {
        label: 'Undo',
        run: () => {
          document.edit(() => before);
          ui.setState({ queryId, setupId });
        },
      },
    });
  }

  return {
    replaceWith,
    startNew() {
      replaceWith(emptyPlayground, 'Started an empty playground');
      ui.setState({ leftTab: 'schema' });
    },
    openExample(exampleId) {
      const example = findExample(exampleId);
      if (!example) return;
      replaceWith(example.playground, `Opened the example “${example.playground.title}”`);
      void generate();
    },
    openKept(entry) {
      replaceWith(entry.playground, `Opened “${entry.title}” from the history`);
      void showKept(entry);
      void generate();
    },
    openFile({ name, text }) {
      const outcome = parsePlaygroundFile(text);
      if (outcome.kind === 'damaged') {
        const details = ['Your playground is as it was.'];
        notices.show({ tone: 'error', text: `${name}: ${outcome.message}`, details, action: null });
        return false;
      }
      replaceWith(outcome.playground, `Opened ${name}`);
      return true;
    },
    async reopenShelved() {
      const outcome = await shelf?.loadShelved();
      if (outcome?.kind === 'loaded' || outcome?.kind === 'previous') {
        const { title } = outcome.playground;
        replaceWith(outcome.playground, `Reopened “${title}”`);
        return;
      }
      notices.show({
        tone: 'info',
        text: 'No playground was put aside in this browser',
        details: ['One is when you open a link and change or reproduce it.'],
        action: null,
      });
    },
    toFile() {
      const current = document.store.getState().playground;
      return { name: playgroundFileName(current.title), text: toPlaygroundFile(current) };
    },
  };
}
