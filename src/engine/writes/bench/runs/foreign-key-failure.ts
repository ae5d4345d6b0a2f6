// Which side of a foreign key an update or a delete failed on. SQLite does not say.
import { formatList } from '../../../../lib/format/format-list.ts';
import { isSameName } from '../../../../lib/sql-name.ts';
import type { Schema } from '../../../model/database/schema.ts';
import type { EngineError } from '../../../model/errors.ts';
import type { WriteJob } from '../../write-job.ts';

/** Null where SQLite's own message says all there is: of inserts, and where a trigger did it. */
export function foreignKeyFailure(
  { tables }: Schema,
  {
    operation,
    table: { name, foreignKeys },
    update,
  }: Pick<WriteJob, 'operation' | 'table' | 'update'>,
): Required<Pick<EngineError, 'message' | 'hint'>> | null {
  if (operation === 'insert') return null;
  const column = update?.column ?? '';
  const isSet = (columns: readonly string[]) => columns.some((each) => isSameName(each, column));
  const parents = foreignKeys.filter((key) => isSet(key.columns));
  const children = tables.filter((child) =>
    child.foreignKeys.some(
      (key) =>
        isSameName(key.parentTable, name) && (operation === 'delete' || isSet(key.parentColumns)),
    ),
  );
  if (parents.length > 0) {
    const missing = parents.map(({ parentTable }) => parentTable);
    const others = children.length > 0 ? `, or rows that refer to its old one are left` : '';
    return {
      message: `A new value of ${column} is not in ${formatList([...new Set(missing)])}, to which ${column} refers${others}.`,
      hint: `Write an expression whose values are all there.`,
    };
  }
  if (children.length === 0) return null;
  const others = children.filter((child) => !isSameName(child.name, name));
  if (others.length === 0) {
    return {
      message: `Rows of ${name} refer to other rows of ${name}, which cannot ${operation === 'delete' ? 'go' : 'change'} before them.`,
      hint:
        operation === 'delete'
          ? 'Declare ON DELETE CASCADE or SET NULL, or measure updates.'
          : 'Declare ON UPDATE CASCADE, or update another column.',
    };
  }
  const self = others.length < children.length ? `, and rows of ${name} to each other` : '';
  return {
    message: `Rows of other tables refer to the rows of ${name}: ${formatList(others.map((child) => child.name))}${self}.`,
    hint:
      operation === 'delete'
        ? 'Start with the tables that refer to it empty, or declare ON DELETE CASCADE.'
        : 'Start with the tables that refer to it empty, or declare ON UPDATE CASCADE.',
  };
}
