// What is said of a table, a view, or another source of rows.

import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import { foldName } from '../../../../lib/sql-name.ts';
import type { Column, Table, View } from '../../../model/database/schema.ts';
import { quoteName } from '../../quote-name.ts';
import type { KnownNames, NamedColumn } from '../names/known-names.ts';
import type { NamedSource } from '../names/sources-in-scope.ts';
import type { KnownIndex, SqlKnowledge } from '../sql-knowledge.ts';
import type { HoverLine } from './hover.ts';

/** A wide table's columns are not listed to the last. */
const mostColumns = 24;

export const code = (text: string): HoverLine => ({ text, isCode: true });
export const prose = (text: string): HoverLine => ({ text, isCode: false });

export function describeTable(
  table: Table,
  { rows }: SqlKnowledge,
  names: KnownNames,
): HoverLine[] {
  const count = rows.get(foldName(table.name));
  const traits = [table.isStrict ? 'STRICT' : '', table.isWithoutRowid ? 'WITHOUT ROWID' : ''];
  const indexes = names.indexes.get(foldName(table.name)) ?? [];
  const size = [
    formatCountOf(table.columns.length, 'column'),
    count === undefined ? '' : formatCountOf(count, 'row'),
    ...traits,
  ];
  return [
    code(`TABLE ${quoteName(table.name)}`),
    prose(`${size.filter((part) => part !== '').join(', ')}.`),
    ...columnLines(table.columns.map(columnText)),
    ...indexes.map((index) => code(indexText(index))),
    ...(indexes.length === 0 ? [prose('No index besides the rowid.')] : []),
  ];
}

export function describeView(view: View): HoverLine[] {
  const columns = view.columns ?? [];
  return [
    code(`VIEW ${quoteName(view.name)}`),
    prose(
      view.columns
        ? `${formatCountOf(columns.length, 'column')}. Its SELECT is computed where it is named; it keeps no rows.`
        : 'SQLite cannot compile this view now.',
    ),
    ...columnLines(columns.map(({ name, type }) => `${quoteName(name)} ${type}`.trim())),
  ];
}

/** A common table, subquery or table-valued function. */
export function describeRows(head: string, columns: readonly NamedColumn[]): HoverLine[] {
  return [
    code(head),
    ...columnLines(columns.map(({ name, type }) => `${quoteName(name)} ${type}`.trim())),
  ];
}

/** What a name in front of a dot, or behind AS, stands for. */
export function aliasText({ label, kind, source }: NamedSource): string {
  const what = {
    table: 'the table ',
    view: 'the view ',
    'common-table': 'the common table ',
    function: 'the function ',
    subquery: 'the subquery',
    unknown: 'what the schema does not know: ',
  }[kind];
  return `${label} stands for ${what}${source.name ?? ''}.`;
}

function columnLines(columns: readonly string[]): HoverLine[] {
  const more = columns.length - mostColumns;
  const shown = more > 1 ? columns.slice(0, mostColumns) : columns;
  return [
    ...shown.map(code),
    ...(more > 1 ? [prose(`and ${formatCount(more)} columns more`)] : []),
  ];
}

/** `price REAL NOT NULL` as it could be declared. */
export function columnText(column: Column): string {
  const { name, type, isNotNull, isGenerated, primaryKeyPosition, defaultSql } = column;
  return [
    quoteName(name),
    type,
    primaryKeyPosition > 0 ? 'PRIMARY KEY' : '',
    isNotNull ? 'NOT NULL' : '',
    isGenerated ? 'GENERATED' : '',
    defaultSql === null ? '' : `DEFAULT ${defaultSql}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** `UNIQUE INDEX by_name (name, city DESC) WHERE city IS NOT NULL` */
export function indexText({ name, isUnique, terms, condition }: KnownIndex): string {
  const head = name === null ? 'UNIQUE constraint' : `${isUnique ? 'UNIQUE ' : ''}INDEX ${name}`;
  const where = condition === null ? '' : ` WHERE ${condition}`;
  return `${head} (${terms.map(({ text }) => text).join(', ')})${where}`;
}
