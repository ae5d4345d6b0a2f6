// Random schemas that can be filled: tables with keys of all kinds, references, CHECKs, generated columns.
// Every table gets the same number of rows, so that one-to-one references have enough parents.
import fc from 'fast-check';

/** A CREATE TABLE script and the names of its tables. */
export interface RandomSchema {
  sql: string;
  tables: string[];
}

type KeyKind = 'rowid' | 'autoincrement' | 'text' | 'pair' | 'uuid' | 'none';

interface TableShape {
  key: KeyKind;
  isStrict: boolean;
  isWithoutRowid: boolean;
  columns: number[];
  references: { to: number; isNotNull: boolean; isUnique: boolean }[];
  self: 'none' | 'optional' | 'required' | 'unique';
  /** A reference to a table that comes later, which makes circles. */
  isCircular: boolean;
  pairUnique: boolean;
}

/** Plain columns with their constraints; the types are those that STRICT tables know. */
const columnKinds: readonly ((name: string) => string)[] = [
  (name) => `${name} INTEGER NOT NULL CHECK (${name} BETWEEN 5 AND 50)`,
  (name) => `${name} TEXT CHECK (${name} IN ('red', 'green', 'blue'))`,
  (name) => `${name} TEXT NOT NULL UNIQUE CHECK (length(${name}) BETWEEN 6 AND 9)`,
  (name) => `${name} REAL NOT NULL CHECK (${name} >= 0 AND ${name} < 10)`,
  (name) => `${name} INTEGER UNIQUE`,
  (name) => `${name} TEXT NOT NULL CHECK (${name} LIKE 'AB-%')`,
  (name) =>
    `${name}_low INTEGER NOT NULL, ${name}_high INTEGER NOT NULL CHECK (${name}_high > ${name}_low + 2)`,
  (name) => `${name} INTEGER NOT NULL CHECK (${name} * 3 % 2 = 1)`,
  (name) =>
    `${name} INTEGER, ${name}_copy INTEGER CHECK (${name}_copy = ${name} OR ${name}_copy IS NULL)`,
  (name) =>
    `${name} INTEGER NOT NULL, ${name}_twice INTEGER GENERATED ALWAYS AS (${name} * 2) STORED CHECK (${name}_twice > 0)`,
  (name) => `${name} TEXT NOT NULL, ${name}_upper TEXT AS (upper(${name})) VIRTUAL`,
  (name) =>
    `${name} TEXT DEFAULT 'none' NOT NULL, ${name}_on TEXT CHECK (${name}_on GLOB '[0-9][0-9]*')`,
  (name) => `${name} BLOB, ${name}_flag INTEGER NOT NULL CHECK (${name}_flag IN (0, 1))`,
  (name) => `${name} INTEGER CHECK (${name} IS NULL OR ${name} > 100)`,
  (name) => `${name} REAL NOT NULL CHECK (abs(${name}) <= 3 AND round(${name}, 1) = ${name})`,
  (name) =>
    `${name}_start TEXT NOT NULL, ${name}_end TEXT NOT NULL CHECK (${name}_end >= ${name}_start)`,
];

const shape: fc.Arbitrary<TableShape> = fc.record({
  key: fc.constantFrom<KeyKind>('rowid', 'pair', 'autoincrement', 'text', 'pair', 'uuid', 'none'),
  isStrict: fc.boolean(),
  isWithoutRowid: fc.boolean(),
  columns: fc.array(fc.nat(columnKinds.length - 1), { minLength: 1, maxLength: 4 }),
  references: fc.array(
    fc.record({ to: fc.nat(9), isNotNull: fc.boolean(), isUnique: fc.boolean() }),
    { maxLength: 2 },
  ),
  self: fc.constantFrom<TableShape['self']>('none', 'none', 'optional', 'required', 'unique'),
  isCircular: fc.boolean(),
  pairUnique: fc.boolean(),
});

/** Schemas of one to four tables. */
export const randomSchema: fc.Arbitrary<RandomSchema> = fc
  .array(shape, { minLength: 1, maxLength: 4 })
  .map((shapes) => ({
    sql: shapes.map((each, index) => tableSql(shapes, each, index)).join('\n'),
    tables: shapes.map((_, index) => `t${index}`),
  }));

/** The key columns of a table that others can refer to; none without a primary key. */
function keyColumns(kind: KeyKind): { name: string; type: string }[] {
  switch (kind) {
    case 'rowid':
    case 'autoincrement':
      return [{ name: 'id', type: 'INTEGER' }];
    case 'text':
      return [{ name: 'code', type: 'TEXT' }];
    case 'uuid':
      return [{ name: 'uuid', type: 'TEXT' }];
    case 'pair':
      return [
        { name: 'area', type: 'INTEGER' },
        { name: 'number', type: 'INTEGER' },
      ];
    case 'none':
      return [];
  }
}

function tableSql(shapes: readonly TableShape[], table: TableShape, index: number): string {
  const parts: string[] = [];
  const constraints: string[] = [];
  const key = keyColumns(table.key);
  const isRowid = table.key === 'rowid' || table.key === 'autoincrement';
  if (isRowid) {
    const word = table.key === 'autoincrement' ? ' AUTOINCREMENT' : '';
    parts.push(`id INTEGER PRIMARY KEY${word}`);
  } else if (key.length > 0) {
    parts.push(...key.map(({ name, type }) => `${name} ${type} NOT NULL`));
    constraints.push(`PRIMARY KEY (${key.map(({ name }) => name).join(', ')})`);
  }
  for (const [at, kind] of table.columns.entries()) {
    parts.push(columnKinds[kind]?.(`c${at}`) ?? `c${at} TEXT`);
  }
  const pair: string[] = [];
  const refer = (name: string, to: number, isNotNull: boolean, isUnique: boolean) => {
    const parent = keyColumns(shapes[to]?.key ?? 'none');
    if (parent.length === 0) return;
    const names = parent.map((column) => `${name}_${column.name}`);
    const nulls = isNotNull ? ' NOT NULL' : '';
    parts.push(...parent.map((column, at) => `${names[at]} ${column.type}${nulls}`));
    constraints.push(`FOREIGN KEY (${names.join(', ')}) REFERENCES t${to}`);
    if (isUnique) constraints.push(`UNIQUE (${names.join(', ')})`);
    else pair.push(...names);
  };
  let sharedArea: string | null = null;
  for (const [at, { to, isNotNull, isUnique }] of table.references.entries()) {
    if (index === 0) continue;
    const isPair = shapes[to % index]?.key === 'pair';
    if (isPair && sharedArea !== null) {
      // Two keys with a column in common: the second has to agree with the first.
      parts.push(`r${at}_number INTEGER`);
      constraints.push(`FOREIGN KEY (${sharedArea}, r${at}_number) REFERENCES t${to % index}`);
      continue;
    }
    refer(`r${at}`, to % index, isNotNull, isUnique);
    if (isPair) sharedArea = `r${at}_area`;
  }
  if (table.self !== 'none') {
    const isUnique = table.self === 'unique' && key.length === 1;
    refer('own', index, table.self === 'required', isUnique);
    // Rows of the same table are not dealt out.
    for (const { name } of key) {
      if (pair.includes(`own_${name}`)) pair.splice(pair.indexOf(`own_${name}`), 1);
    }
  }
  if (table.isCircular && index + 1 < shapes.length) refer('later', index + 1, false, false);
  if (table.pairUnique && pair.length > 1) constraints.push(`UNIQUE (${pair.join(', ')})`);
  const options = [
    ...(table.isStrict ? ['STRICT'] : []),
    ...(table.isWithoutRowid && key.length > 0 && !isRowid ? ['WITHOUT ROWID'] : []),
  ];
  return `CREATE TABLE t${index} (${[...parts, ...constraints].join(', ')}) ${options.join(', ')};`;
}
