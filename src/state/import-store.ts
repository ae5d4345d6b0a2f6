// The file that is being taken in: what it turned out to be, what the user decides, how far it is.
// Lost with the page; the file itself stays with the commands.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineError } from '../engine/model/errors.ts';
import type {
  BadRow,
  BadRowUnit,
  DatabaseFileReport,
  RowsColumn,
  RowsFileReport,
  ScriptFileReport,
} from '../engine/model/transfer/import.ts';

/** What a file becomes. */
export type ImportPlace =
  /** A playground of its own; the present one can be brought back by Undo. */
  | { kind: 'new' }
  /** Data of this playground: its queries and setups stay. */
  | { kind: 'replace-data' }
  /** Rows of a table of this playground's data, which is there already or made for them. */
  | { kind: 'add-rows' }
  /** Text of a new playground, as if it had been pasted: links carry it. */
  | { kind: 'text' };

/** Which column of a table takes a field of the file; null leaves the field out. */
export interface RowsChoice {
  table: string;
  isNew: boolean;
  /** Names and types of a new table's columns, by position in the file. */
  columns: RowsColumn[];
  /** Columns of a table that is there, by position in the file. */
  mapping: (string | null)[];
}

export type KnownReport = DatabaseFileReport | ScriptFileReport | RowsFileReport;

export type ImportState =
  | { status: 'none' }
  | { status: 'inspecting'; fileName: string }
  | {
      status: 'ready';
      fileName: string;
      report: KnownReport;
      place: ImportPlace;
      /** Null unless the file holds rows. */
      rows: RowsChoice | null;
      /** The file is being read with other options: what stands in the report is of the old ones. */
      isReading: boolean;
    }
  | { status: 'importing'; fileName: string }
  | { status: 'failed'; fileName: string; error: EngineError }
  /** Taken in, with something to tell: rows that were left out, warnings. */
  | {
      status: 'done';
      fileName: string;
      rowCount: number;
      badRows: BadRow[];
      badRowCount: number;
      badRowUnit: BadRowUnit;
      warnings: string[];
    };

export type ImportStore = StoreApi<ImportState>;

export function createImportStore(): ImportStore {
  return createStore<ImportState>()((): ImportState => ({ status: 'none' }));
}
