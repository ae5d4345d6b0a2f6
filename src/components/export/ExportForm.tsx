// The choices of an export: what, of which setup or table, in which format.
import type { ReactNode } from 'react';
import { formatCountOf } from '../../lib/format/format-count.ts';
import type { RowsTextFormat } from '../../lib/rows-text/rows-writer.ts';
import type { ExportSetup } from '../../state/selectors/share/export-view.ts';
import { Checkbox } from '../shared/controls/Checkbox.tsx';
import { RadioStrip } from '../shared/controls/RadioStrip.tsx';
import { Select } from '../shared/fields/Select.tsx';
import styles from './ExportDialog.module.css';

export type ExportKind = 'sqlite' | 'sql' | 'table';

const kinds = [
  { value: 'sqlite', label: 'Database', title: 'A SQLite file' },
  { value: 'sql', label: 'SQL dump', title: 'A script that makes the same database' },
  { value: 'table', label: 'Table', title: 'The rows of a table as CSV or JSON' },
] as const;

const formats = [
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
] as const;

export interface ExportFormProps {
  kind: ExportKind;
  onKind: (kind: ExportKind) => void;
  setups: readonly ExportSetup[];
  setupId: string;
  onSetup: (setupId: string) => void;
  tables: readonly { name: string; rows: number }[];
  table: string;
  onTable: (table: string) => void;
  format: RowsTextFormat;
  onFormat: (format: RowsTextFormat) => void;
  isDisabled: boolean;
}

export function ExportForm(props: ExportFormProps) {
  const { kind, onKind, isDisabled } = props;
  return (
    <fieldset className={styles.form} disabled={isDisabled}>
      <Row label="What">
        <RadioStrip label="What" value={kind} choices={kinds} onChange={onKind} />
      </Row>
      {kind === 'table' ? <TableChoice {...props} /> : <SetupChoice {...props} />}
    </fieldset>
  );
}

function SetupChoice({ setups, setupId, onSetup, isDisabled }: ExportFormProps) {
  return (
    <Row label="As setup">
      <Select
        label="Setup"
        value={setupId}
        options={setups.map(({ id, letter, name, detail }) => ({
          value: id,
          label: name,
          setup: letter,
          detail,
        }))}
        onChange={onSetup}
        isDisabled={isDisabled}
        className={styles.select}
      />
    </Row>
  );
}

function TableChoice({ tables, table, onTable, format, onFormat, isDisabled }: ExportFormProps) {
  return (
    <>
      <Row label="Table">
        <Select
          label="Table"
          value={table}
          options={tables.map(({ name, rows }) => ({
            value: name,
            label: name,
            detail: formatCountOf(rows, 'row'),
          }))}
          onChange={onTable}
          isDisabled={isDisabled || tables.length === 0}
          className={styles.select}
        />
      </Row>
      <Row label="Format">
        <RadioStrip
          label="Format"
          value={format.kind}
          choices={formats}
          onChange={(kind) => onFormat(kind === 'csv' ? { kind, isRaw: false } : { kind })}
        />
      </Row>
      {format.kind === 'csv' && (
        <Row label="">
          <Checkbox
            label="Raw"
            isChecked={format.isRaw}
            onChange={(isRaw) => onFormat({ kind: 'csv', isRaw })}
            isDisabled={isDisabled}
            hint={
              format.isRaw
                ? 'Cells that begin with = + - @ are not made safe for spreadsheets: one may run them as formulas.'
                : 'Off: a text that begins with = + - @ gets an apostrophe in front, so that no spreadsheet runs it as a formula. Numbers are never changed.'
            }
          />
        </Row>
      )}
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
