// The tables of the recipe: which are open, which column's settings are open, and a search where
// there are many.
import { useCallback, useState } from 'react';
import { formatCountOf } from '../../lib/format/format-count.ts';
import type { DataPaneView, TableRecipe } from '../../state/selectors/data/data-view.ts';
import {
  firstOpenTables,
  matchingTables,
  searchableTables,
} from '../../state/selectors/data/table-list.ts';
import { TextField } from '../shared/fields/TextField.tsx';
import { Fault } from '../shared/messages/Fault.tsx';
import { ClosedTable } from './ClosedTable.tsx';
import styles from './DataPane.module.css';
import { TableRecipeCard } from './TableRecipeCard.tsx';

export interface TableListProps {
  view: DataPaneView;
  /** The same function always: tables that did not change are not drawn again. */
  onRows: (table: string, rows: number) => void;
}

/** What the user opened or closed, by table; others are as they are at first. */
type Opened = Readonly<Record<string, boolean>>;

export function TableList({ view, onRows }: TableListProps) {
  const { tables, problems, maxRows } = view;
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Opened>({});
  const [previews, setPreviews] = useState<Opened>({});
  const [edited, setEdited] = useState<{ table: string; column: string } | null>(null);
  const openTable = useCallback(
    (table: string, isOpen: boolean) => setOpened((before) => ({ ...before, [table]: isOpen })),
    [],
  );
  const openPreview = useCallback(
    (table: string, isOpen: boolean) => setPreviews((before) => ({ ...before, [table]: isOpen })),
    [],
  );
  const openColumn = useCallback((table: string, column: string, isOpen: boolean) => {
    setEdited(isOpen ? { table, column } : null);
    // What the settings make is to be seen while they are changed.
    if (isOpen) setPreviews((before) => ({ [table]: true, ...before }));
  }, []);
  const openAtFirst = firstOpenTables(tables);
  const shown = matchingTables(tables, search);
  return (
    <>
      {tables.length >= searchableTables && (
        <div className={styles.search}>
          <TextField
            label="Find a table or column"
            isLabelHidden
            type="search"
            size="sm"
            placeholder={`Find in ${formatCountOf(tables.length, 'table')}`}
            value={search}
            onChange={setSearch}
          />
        </div>
      )}
      <ul className={styles.tables}>
        {problems.map((problem) => (
          <li key={problem.message}>
            <Fault error={problem} />
          </li>
        ))}
        {shown.map((table) => {
          const { name, rows, columns } = table;
          if (!(opened[name] ?? openAtFirst.has(name))) {
            return (
              <ClosedTable
                key={name}
                name={name}
                rows={rows}
                columnCount={columns.length}
                problems={problemsIn(table)}
                onOpenChange={openTable}
              />
            );
          }
          return (
            <TableRecipeCard
              key={name}
              table={table}
              maxRows={maxRows}
              isPreviewOpen={previews[name] ?? name === tables[0]?.name}
              openColumn={edited?.table === name ? edited.column : null}
              onOpenChange={openTable}
              onPreviewOpenChange={openPreview}
              onOpenColumn={openColumn}
              onRows={onRows}
            />
          );
        })}
        {shown.length === 0 && search !== '' && (
          <li className={styles.nothing}>No table or column has “{search}” in its name.</li>
        )}
      </ul>
    </>
  );
}

/** A closed table's: its own, and those of its columns, which are not drawn. */
function problemsIn({ problems, columns }: TableRecipe): string {
  const all = [...problems, ...columns.flatMap((column) => column.problems)];
  return all.map(({ message }) => message).join('\n');
}
