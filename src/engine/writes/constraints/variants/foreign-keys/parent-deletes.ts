// What a foreign key costs when its parents go: SQLite looks for rows that refer to each of them, in
// an index of the child or in all of it. Takes no times.
import { formatList } from '../../../../../lib/format/format-list.ts';
import { isSameName } from '../../../../../lib/sql-name.ts';
import type { ForeignKey, Schema, Table } from '../../../../model/database/schema.ts';
import { toEngineError } from '../../../../model/errors.ts';
import type { SqlValue } from '../../../../model/values.ts';
import { parentsGroupId } from '../../../../model/writes/group-ids.ts';
import type { RefusedContender, WriteContender } from '../../../../model/writes/writes.ts';
import { readSchema } from '../../../../schema/read-schema.ts';
import { quoteName } from '../../../../sql/quote-name.ts';
import { askNumber } from '../../../../sqlite/ask-number.ts';
import type { Database } from '../../../../sqlite/driver.ts';
import { isRefusal } from '../../../../sqlite/is-sqlite-error.ts';
import type { BenchContender, DatabaseOpener } from '../../../write-bench.ts';
import type { WriteJob } from '../../../write-job.ts';
import { insertAll, openFilled } from '../open-variant.ts';
import { ownContender } from '../own-contender.ts';
import type { BuiltVariant } from '../variant-outcome.ts';
import { variantSql } from '../variant-sql.ts';
import { keySql } from './foreign-key-variants.ts';
import { referredRows } from './referred-rows.ts';

/** Parents that each run deletes. Nobody refers to them: they are added for it. */
const deletedRows = 100;
/** Keys that are measured: each has two databases with all rows. */
const mostKeys = 2;

export interface ParentDeletesSource<D extends Database> {
  driver: DatabaseOpener<D>;
  database: Database;
  schema: Schema;
  table: Table;
  columns: readonly string[];
  prepareConnection: (database: D) => void;
  checkLimit: () => void;
}

interface DeletedParents<D extends Database> {
  source: ParentDeletesSource<D>;
  children: readonly (readonly SqlValue[])[];
  parent: Table;
  key: ForeignKey;
  variant: BuiltVariant;
}

export interface ParentDeletes<D extends Database> {
  contenders: BenchContender<D>[];
  refused: RefusedContender[];
  /** Sentences. */
  notes: string[];
}

/**
 * A group for each of the first foreign keys to other tables: the same deletes with the child's
 * columns indexed (the baseline) and not. `children`: the child's rows; `built`: the variants of the
 * table, among which those of its foreign keys are taken. Databases go into `opened`.
 */
export function parentDeletes<D extends Database>(
  source: ParentDeletesSource<D>,
  children: readonly (readonly SqlValue[])[],
  built: readonly BuiltVariant[],
  opened: D[],
): ParentDeletes<D> {
  const { schema, table } = source;
  const contenders: BenchContender<D>[] = [];
  const refused: RefusedContender[] = [];
  const indexed = built.filter(
    ({ variant, references: [key] }) =>
      variant.kind === 'foreign-key-indexed' && key && !isSameName(key.parentTable, table.name),
  );
  for (const [at, withIndex] of indexed.slice(0, mostKeys).entries()) {
    const [key] = withIndex.references;
    const parent = schema.tables.find(({ name }) => isSameName(name, key?.parentTable ?? ''));
    const alone = built.find(({ variant }) => `${variant.id}-indexed` === withIndex.variant.id);
    if (!key || !parent || !alone) continue;
    const isIndexed = withIndex.variant.isOwn;
    for (const variant of [withIndex, alone]) {
      const contender = contenderOf(
        variant,
        { parent, key, table, isIndexed },
        parentsGroupId(at + 1),
      );
      try {
        const parents = { source, children, parent, key, variant };
        contenders.push(deleteContender(parents, contender, opened));
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        refused.push({ contender, reason: toEngineError(thrown).message });
        // Without its baseline the other one says nothing.
        break;
      }
    }
  }
  const notes =
    contenders.length === 0
      ? []
      : [
          `The rows that are deleted were added for it: nothing refers to them. Their tables have the key that ${table.name} refers to, and no other constraint.`,
          ...(indexed.length > mostKeys
            ? [`Of ${indexed.length} foreign keys the first ${mostKeys} are measured by deletes.`]
            : []),
        ];
  return { contenders, refused, notes };
}

function deleteContender<D extends Database>(
  parents: DeletedParents<D>,
  contender: WriteContender,
  opened: D[],
): BenchContender<D> {
  const { source, children, parent, key, variant } = parents;
  const stored = parent.columns.filter(({ isGenerated }) => !isGenerated).map(({ name }) => name);
  const fresh = freshRows(source.database, parent, stored, key);
  const own = openFilled(source, (filled) => {
    const target = keySql(parent, key.parentColumns);
    filled.run(variantSql(parent, { added: target ? [target] : [] }));
    const referred = { columns: source.columns, rows: children };
    const there = referredRows(source.database, parent, stored, [key], referred);
    insertAll(filled, parent.name, stored, [...there, ...fresh]);
    for (const statement of variant.statements) filled.run(statement);
    insertAll(filled, source.table.name, source.columns, children);
  });
  opened.push(own);
  const found = readSchema(own).tables.find(({ name }) => isSameName(name, parent.name));
  const keyAt = key.parentColumns.map((name) => stored.findIndex((each) => isSameName(each, name)));
  const job: WriteJob = {
    operation: 'delete',
    table: found ?? parent,
    columns: stored,
    rows: fresh,
    update: null,
    key: { columns: key.parentColumns, isRowid: false },
    keys: fresh.map((row) => keyAt.map((at) => row[at] ?? null)),
    rowsBefore: deletedRows,
    indexes: [],
    batchSize: 1,
    checkLimit: source.checkLimit,
  };
  const each = ownContender(source, contender, own, job);
  // Whether the tables are sound, which nothing has asked yet.
  each.inTransaction(() => each.technique.write(own, { ...job, keys: job.keys.slice(0, 1) }));
  return each;
}

/** Rows like one that is there, with keys that none has: before the least number, or other texts. */
function freshRows(
  database: Database,
  parent: Table,
  stored: readonly string[],
  { parentColumns }: ForeignKey,
): SqlValue[][] {
  const list = stored.map(quoteName).join(', ');
  const name = `main.${quoteName(parent.name)}`;
  const [template = stored.map(() => null)] = database.all(`SELECT ${list} FROM ${name} LIMIT 1`);
  const places = stored.map((column) => {
    const isKey = parentColumns.some((each) => isSameName(each, column));
    if (!isKey) return null;
    const affinity = parent.columns.find((each) => each.name === column)?.affinity;
    if (affinity === 'text' || affinity === 'blob') return (at: number) => `sqldyno ${at}`;
    const quoted = quoteName(column);
    const sql = `SELECT min(${quoted}) FROM ${name} WHERE typeof(${quoted}) IN ('integer', 'real')`;
    const least = Math.min(0, Math.floor(askNumber(database, sql)));
    return (at: number) => least - 1 - at;
  });
  return Array.from({ length: deletedRows }, (_, row) =>
    template.map((value, at) => places[at]?.(row) ?? value),
  );
}

function contenderOf(
  { variant, indexes, statements }: BuiltVariant,
  about: { parent: Table; key: ForeignKey; table: Table; isIndexed: boolean },
  groupId: string,
): WriteContender {
  const isBaseline = variant.kind === 'foreign-key-indexed';
  const { parent, key, table, isIndexed } = about;
  const name = `delete ${deletedRows} rows of ${parent.name}: ${formatList(key.columns)} of ${table.name} ${isBaseline ? 'indexed' : 'not indexed'}`;
  const note = isBaseline
    ? 'For each row that goes SQLite looks into the index for rows that refer to it.'
    : `For each row that goes SQLite reads all of ${table.name} for rows that refer to it.`;
  return {
    id: `${groupId} ${variant.id}`,
    groupId,
    subject: {
      kind: 'variant',
      variant: {
        id: variant.id,
        kind: variant.kind,
        name,
        note,
        isOwn: isBaseline === isIndexed,
        sql: statements.map((sql) => `${sql};`).join('\n'),
      },
    },
    isBaseline,
    technique: 'delete-prepared',
    batchSize: null,
    indexes: [...indexes],
  };
}
