// What is worth knowing of a table's constraints besides what their trials show, as sentences.
import { formatCount } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { isSameName } from '../../../../lib/sql-name.ts';
import type { Schema } from '../../../model/database/schema.ts';
import { foreignKeysWithoutIndex } from '../../../schema/findings/foreign-keys-without-index.ts';
import { repeatedIndexes } from '../../../schema/findings/repeated-indexes.ts';
import { readIndexes } from '../../../schema/read-indexes.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import type { GoodRows } from './good-rows.ts';
import type { RowProbe } from './row-probe.ts';
import { rowWith, type TrialTable } from './trial-table.ts';

/** Notes that need no row: indexes twice, foreign keys without one, keys that may be NULL. */
export function definitionNotes(trial: TrialTable): string[] {
  const { database, schema, table, constraints, uniqueOfSomeRows } = trial;
  const indexes = readIndexes(database, schema);
  const ofTable: Schema = { ...schema, tables: [table] };
  const repeated = repeatedIndexes(ofTable, indexes)
    .filter(({ kind }) => kind === 'duplicate-index')
    .map(({ message }) => `${message} That makes two indexes of the same columns.`);
  const unserved = foreignKeysWithoutIndex(schema, indexes, [])
    .filter((finding) => finding.table === table.name)
    .map(({ message, reason }) => `${message} ${reason}`);
  return [
    ...repeated,
    ...unserved,
    ...nullableKeys(trial),
    ...withoutClauses(constraints),
    ...constraints.flatMap((constraint) => ownClause(constraint)),
    ...uniqueOfSomeRows.map(
      (name) =>
        `The index ${name} is UNIQUE too, of an expression or of some rows only: it is not tried.`,
    ),
  ];
}

/** More notes of one kind become one: a wide table has hundreds. */
const mostApart = 3;
/** Names in such a note. */
const mostNamed = 8;

/** CHECKs that let NULL pass: each column of it set to NULL by itself. */
export function nullNotes(trial: TrialTable, rows: GoodRows, probe: RowProbe): string[] {
  const { table, constraints } = trial;
  const open = constraints
    .filter(({ kind }) => kind === 'check')
    .map((constraint) => {
      const passing = constraint.columns.filter((name) => {
        const column = table.columns.find((each) => isSameName(each.name, name));
        if (!column || column.isNotNull || column.isGenerated || column.isRowidAlias) return false;
        const row = rowWith(trial, rows.template, [{ column: name, value: null }]);
        const { broken, unknown } = probe.look(row);
        return unknown.includes(constraint) && broken.length === 0;
      });
      return { sql: oneLine(constraint.sql), passing };
    })
    .filter(({ passing }) => passing.length > 0);
  if (open.length <= mostApart) {
    return open.map(
      ({ sql, passing }) =>
        `${sql} lets a row pass whose ${passing.join(' or ')} is NULL: its expression is NULL then, not false. NOT NULL would refuse it.`,
    );
  }
  const columns = [...new Set(open.flatMap(({ passing }) => passing))];
  const named = columns.slice(0, mostNamed);
  const rest = columns.length - named.length;
  const list = rest > 0 ? [...named, `${formatCount(rest)} more`] : named;
  return [
    `${formatCount(open.length)} CHECKs let rows pass in which a column of theirs is NULL: their expressions are NULL then, not false. NOT NULL would refuse NULL in ${formatList(list)}.`,
  ];
}

function nullableKeys({ table }: TrialTable): string[] {
  const open = table.columns.filter(
    (column) =>
      column.primaryKeyPosition > 0 &&
      !column.isNotNull &&
      !column.isRowidAlias &&
      !table.isWithoutRowid,
  );
  if (open.length === 0) return [];
  const list = open.map(({ name }) => name).join(', ');
  return [
    `The primary key of ${table.name} may be NULL in ${list}, in as many rows as come: SQLite keeps that for old files' sake. NOT NULL would refuse it.`,
  ];
}

/** https://www.sqlite.org/lang_conflict.html names the constraints that clauses apply to. */
function withoutClauses(constraints: readonly WrittenConstraint[]): string[] {
  const has = (kind: WrittenConstraint['kind']) => constraints.some((each) => each.kind === kind);
  return [
    ...(has('foreign-key')
      ? [
          'No conflict clause applies to a foreign key: it is checked when the statement ends, or at COMMIT where it is deferred, and then the whole statement fails.',
        ]
      : []),
    ...(has('strict-type')
      ? ['No conflict clause skips a row whose value is of another type than STRICT asks for.']
      : []),
  ];
}

const clauseEffects: Readonly<Record<string, string>> = {
  IGNORE: 'leaves such a row out without an error',
  REPLACE:
    'deletes the rows in its way without an error, or takes the default in the place of NULL',
  FAIL: 'keeps the rows that the statement wrote before',
  ROLLBACK: 'rolls the whole transaction back',
};

function ownClause({ sql, conflict, kind }: WrittenConstraint): string[] {
  const effect = conflict === null ? undefined : clauseEffects[conflict];
  if (effect === undefined || kind === 'check') return [];
  return [
    `${oneLine(sql)} says ON CONFLICT ${conflict}: a statement without a clause of its own ${effect}. The trials name theirs.`,
  ];
}

/** The text of a constraint with its white space folded. */
function oneLine(sql: string): string {
  return sql.split(/\s+/).join(' ');
}
