// The schema as a tree to read: tables with their columns and constraints, views, triggers.
// Pure; what is open or selected is the tree's own business.

import type {
  Column,
  ForeignKey,
  NamedSql,
  Schema,
  Table,
} from '../../../engine/model/database/schema.ts';
import type { EngineError } from '../../../engine/model/errors.ts';
import { oneLine } from '../../../lib/format/one-line.ts';
import { isSameName } from '../../../lib/sql-name.ts';

export type SchemaNodeKind =
  | 'table'
  | 'view'
  | 'trigger'
  | 'column'
  | 'primary-key'
  | 'unique'
  | 'check'
  | 'foreign-key';

export interface SchemaNode {
  /** Unique in the tree and the same as long as the thing keeps its name. */
  id: string;
  kind: SchemaNodeKind;
  name: string;
  /** Behind the name: a column's type, a constraint's text, a table's size in columns. */
  detail: string;
  tags: SchemaTag[];
  /** What is wrong with it, in words. */
  problems: EngineError[];
  children: SchemaNode[];
}

/** A short mark behind a column and what it means. */
export interface SchemaTag {
  label: string;
  meaning: string;
}

export interface SchemaTree {
  nodes: SchemaNode[];
  /** Problems of no table of the tree. */
  problems: EngineError[];
}

/** The tree; each problem that names a table (`orders`, `orders.product_id`) stands at it. */
export function schemaTree(schema: Schema, problems: readonly EngineError[]): SchemaTree {
  const isOf = (table: Table) => (problem: EngineError) => {
    const name = problem.place?.name ?? '';
    return isSameName(name, table.name) || isSameName(name.split('.')[0] ?? '', table.name);
  };
  return {
    nodes: [
      ...schema.tables.map((table) => tableNode(table, schema, problems.filter(isOf(table)))),
      ...schema.views.map((view) => sqlNode('view', view, bodyOf(view.sql, /\bAS\b/i))),
      ...schema.triggers
        .filter(({ table }) => !schema.tables.some(({ name }) => isSameName(name, table)))
        .map(triggerNode),
    ],
    problems: problems.filter((problem) => !schema.tables.some((table) => isOf(table)(problem))),
  };
}

function tableNode(table: Table, schema: Schema, problems: EngineError[]): SchemaNode {
  const id = `table ${table.name}`;
  const constraint = (
    kind: SchemaNodeKind,
    name: string,
    detail: string,
    position: number,
  ): SchemaNode => ({
    id: `${id} ${kind} ${position}`,
    kind,
    name,
    detail,
    tags: [],
    problems: [],
    children: [],
  });
  const traits = [
    table.isStrict && { label: 'STRICT', meaning: 'Values must have the declared types.' },
    table.isWithoutRowid && {
      label: 'WITHOUT ROWID',
      meaning: 'Rows are stored in the primary key itself.',
    },
  ];
  return {
    id,
    kind: 'table',
    name: table.name,
    detail: table.columns.length === 1 ? '1 column' : `${table.columns.length} columns`,
    tags: traits.filter((trait) => trait !== false),
    problems,
    children: [
      ...table.columns.map((column) => columnNode(id, column, table)),
      // A key of one column is a mark at that column.
      ...(table.primaryKey.length > 1
        ? [constraint('primary-key', 'PRIMARY KEY', `(${table.primaryKey.join(', ')})`, 0)]
        : []),
      ...table.uniques.map((columns, position) =>
        constraint('unique', 'UNIQUE', `(${columns.join(', ')})`, position),
      ),
      ...table.checks.map((check, position) =>
        constraint('check', 'CHECK', `(${oneLine(check)})`, position),
      ),
      ...table.foreignKeys.map((key, position) =>
        constraint('foreign-key', 'FOREIGN KEY', foreignKeyText(key), position),
      ),
      ...schema.triggers
        .filter((trigger) => isSameName(trigger.table, table.name))
        .map(triggerNode),
    ],
  };
}

function columnNode(tableId: string, column: Column, table: Table): SchemaNode {
  const tags: SchemaTag[] = [];
  if (column.primaryKeyPosition > 0) {
    tags.push({
      label: 'PK',
      meaning: column.isRowidAlias
        ? 'Primary key; the column is the rowid itself, so looking it up needs no index.'
        : table.primaryKey.length > 1
          ? `Column ${column.primaryKeyPosition} of the primary key.`
          : 'Primary key.',
    });
  }
  if (column.isNotNull) tags.push({ label: 'NOT NULL', meaning: 'Must have a value.' });
  if (column.isGenerated) {
    tags.push({ label: 'GENERATED', meaning: 'Computed from other columns by SQLite.' });
  }
  if (column.defaultSql !== null) {
    tags.push({
      label: `DEFAULT ${oneLine(column.defaultSql)}`,
      meaning: 'The value of a row that is inserted without one.',
    });
  }
  return {
    id: `${tableId} column ${column.name}`,
    kind: 'column',
    name: column.name,
    detail: column.type,
    tags,
    problems: [],
    children: [],
  };
}

function sqlNode(kind: 'view' | 'trigger', { name }: NamedSql, detail: string): SchemaNode {
  return { id: `${kind} ${name}`, kind, name, detail, tags: [], problems: [], children: [] };
}

function triggerNode(trigger: NamedSql & { table: string }): SchemaNode {
  const when = /\b(?:BEFORE|AFTER|INSTEAD\s+OF)?\s*\b(?:INSERT|UPDATE|DELETE)\b/i.exec(trigger.sql);
  return sqlNode('trigger', trigger, oneLine(when?.[0] ?? '').toUpperCase());
}

function foreignKeyText({
  columns,
  parentTable,
  parentColumns,
  onDelete,
  onUpdate,
}: ForeignKey): string {
  const parent = parentColumns.length > 0 ? `(${parentColumns.join(', ')})` : '';
  const actions = [
    onDelete === 'NO ACTION' ? '' : ` ON DELETE ${onDelete}`,
    onUpdate === 'NO ACTION' ? '' : ` ON UPDATE ${onUpdate}`,
  ];
  return `${columns.join(', ')} → ${parentTable}${parent}${actions.join('')}`;
}

function bodyOf(sql: string, from: RegExp): string {
  const found = from.exec(sql);
  return oneLine(found ? sql.slice(found.index + found[0].length) : sql);
}
