// A schema as boxes and the references between them: what a diagram shows, before any place is known.
// Pure; figures come in with the tables.
import type { Column, ForeignKey, Schema, Table } from '../../engine/model/database/schema.ts';
import type { Bytes } from '../../engine/model/units.ts';
import { foldName, isSameName } from '../../lib/sql-name.ts';

/** How much a table holds. */
export interface TableFigures {
  /** Null when nobody knows. */
  rows: number | null;
  /** True: rows that the recipe will make; false: rows that were counted. */
  isPlanned: boolean;
  /** Of the table's own tree; null when it was not measured. */
  tableBytes: Bytes | null;
  /** Of all its indexes. */
  indexBytes: Bytes;
}

export interface DiagramBox {
  table: string;
  columns: DiagramColumn[];
  /** Shown or not. */
  columnCount: number;
  figures: TableFigures;
  /** Of the bytes of the largest table with its indexes: the table's own and its indexes'. */
  tableShare: number;
  indexShare: number;
}

export interface DiagramColumn {
  name: string;
  type: string;
  isPrimaryKey: boolean;
  isForeignKey: boolean;
  isNotNull: boolean;
  /** Everything about it, in words. */
  title: string;
}

/** A foreign key. Tables by their position among the boxes. */
export interface DiagramReference {
  id: string;
  child: number;
  childColumns: string[];
  parent: number;
  parentColumns: string[];
  /** At most one row of the child refers to a row of the parent. */
  isSingle: boolean;
  title: string;
}

export interface DiagramModel {
  boxes: DiagramBox[];
  references: DiagramReference[];
}

/** Which columns are shown: all, those of keys and references, or none. */
export type DiagramDetail = 'all' | 'keys' | 'none';

/** References to tables that do not exist are left out: the schema's problems tell of them. */
export function toDiagramModel(
  { tables }: Schema,
  figuresOf: (table: string) => TableFigures,
  detail: DiagramDetail,
): DiagramModel {
  const positions = new Map(tables.map(({ name }, position) => [foldName(name), position]));
  const references = tables.flatMap((table, child) =>
    table.foreignKeys.flatMap((key, number) => {
      const parent = positions.get(foldName(key.parentTable));
      const parentTable = parent === undefined ? undefined : tables[parent];
      if (parent === undefined || !parentTable) return [];
      return toReference(`${child}-${number}`, table, child, key, parentTable, parent);
    }),
  );
  const most = Math.max(1, ...tables.map(({ name }) => bytesOf(figuresOf(name))));
  const boxes = tables.map((table, position) => {
    const figures = figuresOf(table.name);
    const needed = neededColumns(table, position, references);
    const shown = table.columns.filter(
      ({ name }) => detail === 'all' || (detail === 'keys' && needed.has(foldName(name))),
    );
    return {
      table: table.name,
      columns: shown.map((column) => toColumn(column, table)),
      columnCount: table.columns.length,
      figures,
      tableShare: (figures.tableBytes ?? 0) / most,
      indexShare: figures.indexBytes / most,
    };
  });
  return { boxes, references };
}

function bytesOf({ tableBytes, indexBytes }: TableFigures): Bytes {
  return (tableBytes ?? 0) + indexBytes;
}

function toReference(
  id: string,
  childTable: Table,
  child: number,
  key: ForeignKey,
  parentTable: Table,
  parent: number,
): DiagramReference {
  const columns = key.columns.map(
    (name) => childTable.columns.find((column) => foldName(column.name) === foldName(name)) ?? null,
  );
  const isOptional = columns.some((column) => column !== null && canBeNull(column, childTable));
  const target = `${parentTable.name} (${key.parentColumns.join(', ')})`;
  return {
    id,
    child,
    childColumns: key.columns,
    parent,
    parentColumns: key.parentColumns,
    isSingle: [childTable.primaryKey, ...childTable.uniques].some(
      (unique) => unique.length > 0 && isWithin(unique, key.columns),
    ),
    title: `${childTable.name} (${key.columns.join(', ')}) refers to ${target}${isOptional ? ' or to nothing' : ''}${actionText(key)}`,
  };
}

/** A primary key of a rowid table may hold NULL by SQLite's old mistake, unless it is the rowid. */
function canBeNull(column: Column, table: Table): boolean {
  if (column.isNotNull || column.isRowidAlias) return false;
  return !(column.primaryKeyPosition > 0 && (table.isWithoutRowid || table.isStrict));
}

function actionText({ onDelete, onUpdate }: ForeignKey): string {
  const actions = [
    onDelete === 'NO ACTION' ? '' : `, ON DELETE ${onDelete}`,
    onUpdate === 'NO ACTION' ? '' : `, ON UPDATE ${onUpdate}`,
  ];
  return actions.join('');
}

function neededColumns(
  table: Table,
  position: number,
  references: readonly DiagramReference[],
): Set<string> {
  return new Set([
    ...table.primaryKey.map(foldName),
    ...references
      .filter(({ child }) => child === position)
      .flatMap(({ childColumns }) => childColumns.map(foldName)),
    ...references
      .filter(({ parent }) => parent === position)
      .flatMap(({ parentColumns }) => parentColumns.map(foldName)),
  ]);
}

function toColumn(column: Column, table: Table): DiagramColumn {
  const { name, type } = column;
  const isPrimaryKey = column.primaryKeyPosition > 0;
  const keys = table.foreignKeys.filter(({ columns }) => isWithin([name], columns));
  const isNotNull = !canBeNull(column, table);
  const words = [
    `${name}${type === '' ? '' : ` ${type}`}`,
    isPrimaryKey ? 'primary key' : '',
    isNotNull ? (isPrimaryKey ? '' : 'NOT NULL') : 'may be NULL',
    column.isGenerated ? 'generated' : '',
    ...keys.map(({ parentTable }) => `refers to ${parentTable}`),
  ];
  return {
    name,
    type,
    isPrimaryKey,
    isForeignKey: keys.length > 0,
    isNotNull,
    title: words.filter((word) => word !== '').join(', '),
  };
}

function isWithin(names: readonly string[], others: readonly string[]): boolean {
  return names.every((name) => others.some((other) => isSameName(other, name)));
}
