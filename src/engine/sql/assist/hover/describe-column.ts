// What is said of a column: what it is declared as, what it refers to, which indexes have it.

import { foldName, isSameName } from '../../../../lib/sql-name.ts';
import type { Column, Table } from '../../../model/database/schema.ts';
import { quoteName } from '../../quote-name.ts';
import type { KnownNames, NamedColumn } from '../names/known-names.ts';
import type { SqlKnowledge } from '../sql-knowledge.ts';
import { code, columnText, indexText, prose } from './describe-table.ts';
import type { HoverLine } from './hover.ts';

/** @param place label of the source that it is read from */
export function describeColumn(
  { name, type, origin }: NamedColumn,
  place: string,
  knowledge: SqlKnowledge,
  names: KnownNames,
): HoverLine[] {
  if (!origin) {
    const where = place === '' ? '' : `${quoteName(place)}.`;
    return [code(`${where}${quoteName(name)} ${type}`.trim()), prose('Computed; in no index.')];
  }
  const { table, column } = origin;
  const renamed = isSameName(name, column.name) ? [] : [prose(`${name} is this column:`)];
  return [
    ...renamed,
    code(`${quoteName(table.name)}.${columnText(column)}`),
    prose(`${affinityText(column, table)}${keyText(column, table)}`),
    ...referenceLines(column, table, knowledge),
    ...indexLines(column, table, names),
  ];
}

function affinityText({ type, affinity }: Column, { isStrict }: Table): string {
  if (isStrict) return `Values must be ${type}.`;
  return type === '' ? `Declared without type: affinity ${affinity}.` : `Affinity ${affinity}.`;
}

function keyText(column: Column, { primaryKey }: Table): string {
  const { isRowidAlias, primaryKeyPosition, isGenerated } = column;
  const generated = isGenerated ? ' Computed from other columns.' : '';
  if (isRowidAlias) return ` The rowid itself: it is found without an index.${generated}`;
  if (primaryKeyPosition === 0) return generated;
  const place =
    primaryKey.length === 1
      ? ' Primary key.'
      : ` Column ${primaryKeyPosition} of the primary key (${primaryKey.join(', ')}).`;
  return `${place}${generated}`;
}

function referenceLines(column: Column, table: Table, { schema }: SqlKnowledge): HoverLine[] {
  const lines: HoverLine[] = [];
  for (const { columns, parentTable, parentColumns } of table.foreignKeys) {
    const at = columns.findIndex((each) => isSameName(each, column.name));
    if (at >= 0) lines.push(prose(`References ${parentTable} (${parentColumns[at] ?? ''}).`));
  }
  const children = schema.tables.flatMap((child) =>
    child.foreignKeys
      .filter(({ parentTable }) => isSameName(parentTable, table.name))
      .flatMap(({ columns, parentColumns }) => {
        const at = parentColumns.findIndex((each) => isSameName(each, column.name));
        return at < 0 ? [] : [`${child.name}.${columns[at] ?? ''}`];
      }),
  );
  if (children.length > 0) lines.push(prose(`Referenced by ${children.join(', ')}.`));
  return lines;
}

function indexLines(column: Column, table: Table, names: KnownNames): HoverLine[] {
  const indexes = names.indexes.get(foldName(table.name)) ?? [];
  const lines = indexes.flatMap((index) => {
    const at = index.terms.findIndex((term) => isSameName(term.column ?? '', column.name));
    return at < 0 ? [] : [code(indexText(index)), prose(positionText(at, index.terms.length))];
  });
  if (lines.length > 0) return lines;
  return column.isRowidAlias ? [] : [prose('In no index.')];
}

// Only the first column of an index can be searched by itself.
function positionText(at: number, count: number): string {
  if (count === 1) return 'Its only column.';
  return at === 0
    ? `Its first column of ${count}.`
    : `Its column ${at + 1} of ${count}: of use behind those before it.`;
}
