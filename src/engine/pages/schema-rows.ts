// Reads sqlite_schema from the pages of a file: which tree is whose.
// Only the four columns before the statement; the statement itself is left alone.
import { type DatabaseFile, damaged, readUint32 } from './database-file.ts';
import { decodeText } from './decode-text.ts';
import { readVarint, varintBytes } from './varint.ts';

export interface SchemaRow {
  type: string;
  name: string;
  table: string;
  /** 0 for what has no tree: views, triggers, virtual tables. */
  rootPage: number;
}

/** A record of sqlite_schema ("Record Format", section 2.1 of the file format). */
export function readSchemaRow(file: DatabaseFile, record: Uint8Array): SchemaRow {
  const headerEnd = readVarint(record, 0);
  let typeAt = varintBytes(record, 0);
  let valueAt = headerEnd;
  const values: (string | number)[] = [];
  while (values.length < 4) {
    if (typeAt >= headerEnd) throw damaged('A row of the schema has too few columns');
    const type = readVarint(record, typeAt);
    typeAt += varintBytes(record, typeAt);
    const length = lengthOf(type);
    if (valueAt + length > record.length) throw damaged('A row of the schema is cut');
    const bytes = record.subarray(valueAt, valueAt + length);
    values.push(type >= 12 ? decodeText(bytes, file.encoding) : integerOf(type, bytes));
    valueAt += length;
  }
  const [type = '', name = '', table = '', rootPage = 0] = values;
  return {
    type: String(type),
    name: String(name),
    table: String(table),
    rootPage: Number(rootPage),
  };
}

/** Bytes of a value by its serial type. */
function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0;
}

// Page numbers have at most 4 bytes; whatever else stands there cannot be one.
function integerOf(type: number, bytes: Uint8Array): number {
  if (type === 0 || type === 8) return 0;
  if (type === 9) return 1;
  if (bytes.length > 4) throw damaged('A row of the schema names a page that cannot be');
  const padded = new Uint8Array(4);
  padded.set(bytes, 4 - bytes.length);
  return readUint32(padded, 0);
}
