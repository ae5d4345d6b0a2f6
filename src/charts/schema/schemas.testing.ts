// Schemas for the diagram's tests, drawn as text: a line a table, its references behind it.
import type { Column, Schema, Table } from '../../engine/model/database/schema.ts';
import type { Measure } from './box-geometry.ts';
import type { TableFigures } from './diagram-model.ts';

/**
 * `orders(id!, customer_id>customers.id, note)`: `!` a primary key, `>` a reference; a group in
 * brackets is composite: `[a, b]>parent.[c, d]`.
 */
export function schemaFrom(text: string): Schema {
  const tables = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(tableFrom);
  return { tables, views: [], triggers: [] };
}

function tableFrom(line: string): Table {
  const [, name = '', body = ''] = /^(\w+)\((.*)\)$/.exec(line) ?? [];
  const foreignKeys: Table['foreignKeys'] = [];
  const columns: Column[] = [];
  const primaryKey: string[] = [];
  for (const [
    ,
    group,
    single = '',
    mark = '',
    parent,
    parentGroup,
    parentSingle = '',
  ] of body.matchAll(/(?:\[([\w, ]+)\]|(\w+))([!?]*)(?:>(\w+)\.(?:\[([\w, ]+)\]|(\w+)))?/g)) {
    const names = group?.split(/, */) ?? [single];
    if (mark.includes('!')) primaryKey.push(...names);
    if (parent !== undefined) {
      foreignKeys.push({
        columns: names,
        parentTable: parent,
        parentColumns: parentGroup?.split(/, */) ?? [parentSingle],
        onDelete: 'NO ACTION',
        onUpdate: 'NO ACTION',
      });
    }
    for (const each of names) {
      if (columns.some((column) => column.name === each)) continue;
      columns.push(columnFrom(each, mark.includes('!'), mark.includes('?')));
    }
  }
  return {
    name,
    sql: '',
    columns,
    primaryKey,
    foreignKeys,
    uniques: [],
    checks: [],
    isStrict: false,
    isWithoutRowid: false,
  };
}

function columnFrom(name: string, isKey: boolean, canBeNull: boolean): Column {
  return {
    name,
    type: 'INTEGER',
    affinity: 'integer',
    isNotNull: !canBeNull,
    defaultSql: null,
    primaryKeyPosition: isKey ? 1 : 0,
    isRowidAlias: false,
    isGenerated: false,
  };
}

/** Every letter is 7 pixels wide. */
export const measure: Measure = (text) => text.length * 7;

export const noFigures: TableFigures = {
  rows: 10,
  isPlanned: true,
  tableBytes: null,
  indexBytes: 0,
};
