// How the rows of a file are read, which table they go to, and the first of them as they will be.
import type { ReactNode } from 'react';
import type {
  ImportedColumnType,
  RowsFileReport,
  RowsOptions,
} from '../../engine/model/transfer/import.ts';
import type { ImportPlace, RowsChoice } from '../../state/import-store.ts';
import { useApp, useRuns } from '../shared/app-context.tsx';
import { Checkbox } from '../shared/controls/Checkbox.tsx';
import { Select } from '../shared/fields/Select.tsx';
import { TextField } from '../shared/fields/TextField.tsx';
import { SmallTable } from '../shared/grid/SmallTable.tsx';
import styles from './RowsDecisions.module.css';

export interface RowsDecisionsProps {
  report: RowsFileReport;
  place: ImportPlace;
  rows: RowsChoice;
}

const delimiters: { value: RowsOptions['delimiter']; label: string }[] = [
  { value: ',', label: 'Comma ,' },
  { value: ';', label: 'Semicolon ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar |' },
];

const types: { value: ImportedColumnType; label: string }[] = [
  { value: 'INTEGER', label: 'INTEGER' },
  { value: 'REAL', label: 'REAL' },
  { value: 'TEXT', label: 'TEXT' },
  { value: 'BLOB', label: 'BLOB' },
];

/** More columns than these are taken as they were found; each can still be renamed in SQL later. */
const editedColumns = 60;
const newTable = 'new';

export function RowsDecisions({ report, place, rows }: RowsDecisionsProps) {
  const { imports } = useApp();
  const { options } = report;
  const set = (change: Partial<RowsOptions>) => void imports.setOptions({ ...options, ...change });
  return (
    <>
      {report.canHaveHeader && (
        <section className={styles.options} aria-label="How the file is read">
          {report.format === 'csv' && (
            <Labelled label="Delimiter">
              <Select
                label="Delimiter"
                value={options.delimiter}
                options={delimiters}
                onChange={(delimiter) => set({ delimiter })}
              />
            </Labelled>
          )}
          <Checkbox
            label={`The first ${report.badRowUnit} names the columns`}
            isChecked={options.hasHeader}
            onChange={(hasHeader) => set({ hasHeader })}
          />
          {report.format === 'csv' && (
            <Checkbox
              label="An empty field is NULL"
              isChecked={options.emptyIsNull}
              onChange={(emptyIsNull) => set({ emptyIsNull })}
            />
          )}
        </section>
      )}
      {place.kind === 'add-rows' && <TableChoice rows={rows} />}
      {rows.isNew && (
        <TextField
          label="Name of the table"
          isMono
          value={rows.table}
          onChange={(table) => imports.setRows({ ...rows, table })}
        />
      )}
      <Preview report={report} rows={rows} />
    </>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

function TableChoice({ rows }: { rows: RowsChoice }) {
  const { imports } = useApp();
  const tables = useRuns((runs) => runs.inspection?.schema.tables) ?? [];
  const named = tables.map(({ name }) => ({ value: `table ${name}`, label: name }));
  return (
    <Labelled label="Table">
      <Select
        label="Table"
        value={rows.isNew ? newTable : `table ${rows.table}`}
        options={[{ value: newTable, label: 'A new table' }, ...named]}
        onChange={(value) =>
          imports.chooseTable(value === newTable ? null : value.slice('table '.length))
        }
      />
    </Labelled>
  );
}

function Preview({ report, rows }: { report: RowsFileReport; rows: RowsChoice }) {
  return (
    <SmallTable
      label="The first rows"
      heads={report.columns.map(({ name }, position) => ({
        text: rows.columns[position]?.name ?? name,
        controls: position < editedColumns && (
          <ColumnChoice report={report} rows={rows} position={position} />
        ),
      }))}
      rows={report.rows}
    />
  );
}

interface ColumnChoiceProps {
  report: RowsFileReport;
  rows: RowsChoice;
  position: number;
}

function ColumnChoice({ report, rows, position }: ColumnChoiceProps) {
  const { imports } = useApp();
  const table = useRuns((runs) =>
    runs.inspection?.schema.tables.find(({ name }) => name === rows.table),
  );
  const field = report.columns[position]?.name ?? '';
  if (!rows.isNew) {
    const columns = table?.columns.filter(({ isGenerated }) => !isGenerated) ?? [];
    const mapped = rows.mapping[position] ?? null;
    const setColumn = (value: string) =>
      imports.setRows({
        ...rows,
        mapping: rows.mapping.with(position, value === '' ? null : value),
      });
    return (
      <div className={styles.column}>
        <span className={styles.name} title={field}>
          {field}
        </span>
        <Select
          label={`Column for ${field}`}
          size="sm"
          value={mapped ?? ''}
          isQuiet={mapped === null}
          options={[
            { value: '', label: 'left out' },
            ...columns.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={setColumn}
        />
      </div>
    );
  }
  const column = rows.columns[position];
  if (!column) return null;
  const setColumn = (change: Partial<typeof column>) =>
    imports.setRows({ ...rows, columns: rows.columns.with(position, { ...column, ...change }) });
  return (
    <div className={styles.column}>
      <TextField
        label={`Name of column ${position + 1}`}
        isLabelHidden
        isMono
        size="sm"
        value={column.name}
        onChange={(name) => setColumn({ name })}
      />
      <Select
        label={`Type of ${column.name}`}
        size="sm"
        value={column.type}
        options={types}
        onChange={(type) => setColumn({ type })}
      />
    </div>
  );
}
