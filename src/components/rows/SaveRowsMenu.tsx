// Saves the rows of a statement as a file: all that are kept in the engine, not only those in sight.
import { Download, FileBraces, FileSpreadsheet } from 'lucide-react';
import type { StatementOutcome } from '../../engine/model/database/run.ts';
import { formatCountOf } from '../../lib/format/format-count.ts';
import type { RowsTextFormat } from '../../lib/rows-text/rows-writer.ts';
import { isBusy } from '../../state/activity.ts';
import { keptRowsWords } from '../../state/selectors/queries/run-words.ts';
import { useApp, useRuns } from '../shared/app-context.tsx';
import { saveData } from '../shared/export/save-data.ts';
import { Menu } from '../shared/overlays/Menu.tsx';

export interface SaveRowsMenuProps {
  statement: StatementOutcome;
  queryName: string;
}

export function SaveRowsMenu({ statement, queryName }: SaveRowsMenuProps) {
  const app = useApp();
  const isEngineBusy = useRuns(({ activity }) => isBusy(activity));
  const { resultId, columns, keptRows } = statement;
  if (resultId === null || columns.length === 0) return null;
  const truncated = keptRowsWords(statement);
  const save = async (format: RowsTextFormat): Promise<void> => {
    const result = { resultId, columns, keptRows, queryName };
    saveData(app, await app.exports.exportResult(result, format), truncated ? [truncated] : []);
  };
  const csvIcon = <FileSpreadsheet size={16} aria-hidden="true" />;
  return (
    <Menu
      label="Save rows"
      size="sm"
      align="end"
      icon={<Download size={14} aria-hidden="true" />}
      isDisabled={isEngineBusy}
      entries={[
        {
          kind: 'group',
          id: 'rows',
          label: truncated ?? formatCountOf(keptRows, 'row'),
          entries: [
            {
              kind: 'command',
              id: 'csv',
              label: 'CSV',
              detail: 'safe for spreadsheets: formulas get an apostrophe in front',
              icon: csvIcon,
              onSelect: () => void save({ kind: 'csv', isRaw: false }),
            },
            {
              kind: 'command',
              id: 'csv-raw',
              label: 'CSV, raw',
              detail: 'cells that begin with = + - @ are not made safe for spreadsheets',
              icon: csvIcon,
              onSelect: () => void save({ kind: 'csv', isRaw: true }),
            },
            {
              kind: 'command',
              id: 'json',
              label: 'JSON',
              detail: 'an array with an object a line',
              icon: <FileBraces size={16} aria-hidden="true" />,
              onSelect: () => void save({ kind: 'json' }),
            },
          ],
        },
      ]}
    />
  );
}
