// Words for the opcodes of transactions, of the schema, of the database as a whole, and of virtual
// tables. Meanings after https://sqlite.org/opcode.html.
import { named, type OpcodeWords, r, say, to } from './say.ts';

export const schemaWords: Record<string, OpcodeWords> = {
  Transaction: (i) =>
    say`Begin to ${i.p2 === 0 ? 'read' : 'write'} ${schemaName(i.p1)}; its schema must be the one that this was compiled for`,
  AutoCommit: (i) =>
    i.p1 === 0
      ? ['Begin a transaction']
      : [i.p2 === 0 ? 'Commit the transaction' : 'Roll the transaction back'],
  Savepoint: (i) => say`${savepointVerbs[i.p1] ?? 'Change'} the savepoint ${i.p4 ?? ''}`,
  Checkpoint: (i) => say`Write the log of ${schemaName(i.p1)} back into the database`,
  JournalMode: (i) => say`Set the journal mode of ${schemaName(i.p1)}; ${r(i.p2)} = what it is now`,
  Vacuum: (i) => say`Rebuild ${schemaName(i.p1)} without its unused pages`,
  IncrVacuum: (i) =>
    say`Free one unused page of ${schemaName(i.p1)}; when there is none, go ${to(i.p2)}`,
  ReadCookie: (i) => say`${r(i.p2)} = setting ${i.p3} of ${schemaName(i.p1)}`,
  SetCookie: (i) => say`Set setting ${i.p2} of ${schemaName(i.p1)} to ${i.p3}`,
  CreateBtree: (i) =>
    say`Make an empty b-tree for ${i.p3 === 2 ? 'an index' : 'a table'} in ${schemaName(i.p1)}; ${r(i.p2)} = its root page`,
  Destroy: (i) => say`Remove the b-tree of page ${i.p1}`,
  DropTable: (i) => say`Forget the table ${i.p4 ?? ''}`,
  DropIndex: (i) => say`Forget the index ${i.p4 ?? ''}`,
  DropTrigger: (i) => say`Forget the trigger ${i.p4 ?? ''}`,
  ParseSchema: () => ['Read the schema anew'],
  LoadAnalysis: (i) => say`Load the statistics of ${schemaName(i.p1)} for the planner`,
  SqlExec: (i) => say`Run another statement: ${i.p4 ?? ''}`,
  Expire: () => ['Have statements compiled again before they run next'],
  IntegrityCk: (i) => say`Check the b-trees of the database; ${r(i.p1 + 1)} = what is wrong`,
  TableLock: (i) => say`Lock the table ${i.p4 ?? ''} for ${i.p3 === 0 ? 'reading' : 'writing'}`,
  Pagecount: (i) => say`${r(i.p2)} = the number of pages of ${schemaName(i.p1)}`,
  MaxPgcnt: (i) => say`${r(i.p2)} = the most pages that ${schemaName(i.p1)} may have`,
  VOpen: (i, on) => say`Open ${named(i.p1, on)}`,
  VFilter: (i, on) =>
    say`Ask ${named(i.p1, on)} for its rows, with the arguments from ${r(i.p3)} on; if there are none, go ${to(i.p2)}`,
  VNext: (i, on) => say`Go to the next row of ${named(i.p1, on)}; if there is one, go ${to(i.p2)}`,
  VColumn: (i, on) => say`${r(i.p3)} = column ${i.p2} of ${named(i.p1, on)}`,
  VUpdate: (i) => say`Have a virtual table change a row by ${r(i.p3, i.p2)}`,
  VInitIn: (i) => say`${r(i.p2)} = the values of an IN list, for a virtual table`,
  VBegin: () => ['Begin a transaction of a virtual table'],
  VCreate: () => ['Create a virtual table'],
  VDestroy: (i) => say`Destroy the virtual table ${i.p4 ?? ''}`,
  VRename: () => ['Rename a virtual table'],
  VCheck: () => ['Have a virtual table check itself'],
};

const savepointVerbs = ['Begin', 'Release', 'Roll back to'];

function schemaName(number: number): string {
  return ['main', 'temp'][number] ?? `database ${number}`;
}
