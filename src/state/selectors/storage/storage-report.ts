// What the Storage lab read, as Markdown to paste: facts, setups, trials, tables and indexes. Pure.
import { findingsMarkdown } from '../../../report/findings-markdown.ts';
import { treeHeads, treeRows } from './storage-table.ts';
import type { StorageView } from './storage-view.ts';

export function storageMarkdown(title: string, view: StorageView): string {
  const { report, trees, facts, setups, trials, isStale, environment } = view;
  const rows = treeRows(trees, report.sizeBytes, { column: 'bytes', isDescending: true });
  const [nameHead, ...heads] = treeHeads.map(({ label }) => label);
  return findingsMarkdown({
    title,
    heading: 'What takes the bytes',
    isStale,
    environment,
    notes: [],
    findings: facts.map(({ text }) => text),
    tables: [
      {
        title: 'Bytes of each setup',
        head: ['Setup', 'Whole', 'Against A', 'Indexes'],
        rows: setups.map(({ letter, name, size, difference, indexes }) => [
          `${letter} ${name}`,
          size,
          difference ?? 'baseline',
          indexes,
        ]),
        numbers: [1, 2, 3],
      },
      {
        title: 'After VACUUM',
        head: [
          'Pages of',
          `${trials?.presentLabel ?? ''}, now`,
          ...(trials?.sizes ?? []).map(({ label }) => label),
        ],
        rows: (trials?.rows ?? []).map(({ label, cells }) => [
          label,
          ...cells.map(({ text, difference }) => (difference ? `${text} (${difference})` : text)),
        ]),
        numbers: [1, ...(trials?.sizes ?? []).map((_, at) => at + 2)],
      },
      {
        title: 'Tables and indexes',
        head: [nameHead ?? '', 'What', ...heads],
        rows: rows.map(({ name, role, cells }) => [name, role, ...cells.map(({ text }) => text)]),
        numbers: heads.map((_, at) => at + 2),
      },
    ],
    method: '',
  });
}
