// Indexes that find nothing that another does not find: the same again, or the beginning of one.
// Whether they are on at the same time is the setups' business, not known here.
import type { Schema, Table } from '../../model/database/schema.ts';
import type { SchemaFinding } from '../../model/database/schema-finding.ts';
import type { IndexTerm, TableIndex } from '../read-indexes.ts';

/** At most one finding for each index that was created. */
export function repeatedIndexes(
  { tables }: Schema,
  indexes: readonly TableIndex[],
): SchemaFinding[] {
  return tables.flatMap((table) => {
    const ofTable = indexes.filter((index) => index.table === table.name);
    return ofTable
      .filter(({ origin }) => origin === 'created')
      .flatMap((index) => rowidFinding(table, index) ?? findingAmong(table, index, ofTable) ?? []);
  });
}

function findingAmong(
  table: Table,
  index: TableIndex,
  ofTable: readonly TableIndex[],
): SchemaFinding | null {
  const others = ofTable.filter((other) => other !== index);
  const same = others.find((other) => repeats(index, other, ofTable));
  if (same) {
    return {
      kind: 'duplicate-index',
      table: table.name,
      repeatedIndex: index.name,
      message:
        same.origin === 'constraint'
          ? `${index.name} repeats the index that ${table.name} has for ${constraintText(same, table)}.`
          : `${index.name} is the same index as ${same.name}.`,
      reason:
        'Each of them takes its bytes and is kept up to date by every write; a lookup uses one.',
      index: null,
    };
  }
  const longer = others.find((other) => isBeginning(index, other));
  if (!longer) return null;
  const columns = index.terms.map(({ column }) => column).join(', ');
  const name =
    longer.origin === 'constraint' ? `the index of ${constraintText(longer, table)}` : longer.name;
  return {
    kind: 'redundant-index',
    table: table.name,
    repeatedIndex: index.name,
    message: `${index.name} is the beginning of ${name}.`,
    reason: `A lookup by ${columns} can use the longer one too. The shorter one is smaller to read, but takes its own bytes and time in every write.`,
    index: null,
    ...(longer.origin === 'created' && { together: [index.name, longer.name] }),
  };
}

/** An index on the rowid's own name. */
function rowidFinding(table: Table, index: TableIndex): SchemaFinding | null {
  const [first, second] = index.terms;
  const column = table.columns.find(({ isRowidAlias }) => isRowidAlias)?.name;
  const isOnRowid = first && first.column !== null && first.column === column;
  if (!isOnRowid || second || index.condition !== null) return null;
  return {
    kind: 'duplicate-index',
    table: table.name,
    repeatedIndex: index.name,
    message: `${index.name} repeats the primary key of ${table.name}.`,
    reason: `${column} is the rowid, by which the table itself is sorted: a lookup by it needs no index.`,
    index: null,
  };
}

/** True when `index` is the one of the two that can go: not the older, not the only UNIQUE one. */
function repeats(index: TableIndex, other: TableIndex, ofTable: readonly TableIndex[]): boolean {
  const isSame =
    index.condition === other.condition &&
    index.terms.length === other.terms.length &&
    startsWith(other, index);
  if (!isSame) return false;
  if (index.isUnique !== other.isUnique) return other.isUnique;
  return other.origin === 'constraint' || ofTable.indexOf(other) < ofTable.indexOf(index);
}

function isBeginning(index: TableIndex, longer: TableIndex): boolean {
  return (
    !index.isUnique &&
    index.condition === null &&
    longer.condition === null &&
    longer.terms.length > index.terms.length &&
    index.terms.every(({ column }) => column !== null) &&
    startsWith(longer, index)
  );
}

function startsWith(longer: TableIndex, { terms }: TableIndex): boolean {
  return terms.every((term, at) => isSameTerm(term, longer.terms[at]));
}

function isSameTerm(one: IndexTerm, other: IndexTerm | undefined): boolean {
  return (
    other !== undefined &&
    (one.column === null) === (other.column === null) &&
    one.text === other.text &&
    one.collation === other.collation &&
    one.isDescending === other.isDescending
  );
}

function constraintText({ terms }: TableIndex, { primaryKey }: Table): string {
  const columns = terms.map(({ column }) => column ?? '');
  const isKey =
    columns.length === primaryKey.length && columns.every((name, at) => name === primaryKey[at]);
  return `${isKey ? 'PRIMARY KEY' : 'UNIQUE'} (${columns.join(', ')})`;
}
