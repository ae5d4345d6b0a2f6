// What the table holds before each run: the choices of an operation, and which foreign keys leave.
// Pure.
import type { Schema, Table } from '../../../../../engine/model/database/schema.ts';
import type { WriteOperation } from '../../../../../engine/model/writes/technique.ts';
import type { WriteStart } from '../../../../../engine/model/writes/writes.ts';
import { tablesReferringTo } from '../../../../../engine/sql/tables/referring-tables.ts';
import { formatCount } from '../../../../../lib/format/format-count.ts';
import { formatList } from '../../../../../lib/format/format-list.ts';
import type { WritesChoice } from '../writes-fields.ts';
import { blockingTables } from './writable-tables.ts';

/** `tableRows`: null where nobody has counted them. The first that has no reason is the default. */
export function startChoices(
  schema: Schema,
  table: Table,
  operation: WriteOperation,
  tableRows: number | null,
): WritesChoice<WriteStart>[] {
  const { name } = table;
  const referring = tablesReferringTo(schema, table).map((each) => each.name);
  const emptied = (also: string) =>
    referring.length === 0
      ? ''
      : `${also}${formatList(referring)}, which ${referring.length === 1 ? 'refers' : 'refer'} to it`;
  switch (operation) {
    case 'insert':
      return [
        {
          value: 'empty',
          label: 'Into an empty table',
          detail: `Emptied on a copy: ${name}${emptied(' and ')}`,
          reason: null,
        },
        {
          value: 'as-is',
          label: tableRows === null ? 'After its rows' : `After its ${formatCount(tableRows)} rows`,
          reason: null,
        },
      ];
    case 'update':
      return [{ value: 'as-is', label: 'The table as it is', reason: null }];
    case 'delete': {
      const blocking = blockingTables(schema, name);
      const asIs: WritesChoice<WriteStart> = {
        value: 'as-is',
        label: 'The table as it is',
        ...(referring.length > 0 && { detail: `With the rows of ${formatList(referring)}` }),
        reason:
          blocking.length === 0
            ? null
            : `Rows that ${formatList(blocking)} ${blocking.length === 1 ? 'refers' : 'refer'} to cannot be deleted.`,
      };
      if (referring.length === 0) return [asIs];
      const alone: WritesChoice<WriteStart> = {
        value: 'alone',
        label: 'Without rows that refer to it',
        detail: `Emptied on a copy: ${emptied('')}`,
        reason: null,
      };
      return [asIs, alone];
    }
  }
}

/** What was chosen where it can be, else the first that can. */
export function startOf(
  choices: readonly WritesChoice<WriteStart>[],
  wanted: WriteStart | null,
): WriteStart {
  const able = choices.filter(({ reason }) => reason === null);
  return (able.find(({ value }) => value === wanted) ?? able[0])?.value ?? 'as-is';
}
