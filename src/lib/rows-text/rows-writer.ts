// Rows one after the other as the text of a file: what stands before, between and behind them.
// Keeps away from where the rows come from.
import { csvLine } from './csv-cells.ts';
import { type JsonValue, jsonKeys, jsonObject } from './json-rows.ts';

export type RowsTextFormat = { kind: 'csv'; isRaw: boolean } | { kind: 'json' };

/** Its texts, put together in the order of the calls, are the file. */
export interface RowsWriter {
  start(): string;
  row(values: readonly JsonValue[]): string;
  end(): string;
}

/** A CSV file with a header, or a JSON array with an object a line. Write each file with its own. */
export function createRowsWriter(columns: readonly string[], format: RowsTextFormat): RowsWriter {
  if (format.kind === 'csv') {
    const { isRaw } = format;
    return {
      start: () => csvLine(columns, isRaw),
      row: (values) => csvLine(values, isRaw),
      end: () => '',
    };
  }
  const keys = jsonKeys(columns);
  let before = '\n';
  return {
    start: () => '[',
    row(values) {
      const text = before + jsonObject(keys, values);
      before = ',\n';
      return text;
    },
    end: () => '\n]\n',
  };
}
