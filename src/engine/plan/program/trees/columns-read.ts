// Which columns of each table a statement must know: what an index has to hold to answer alone.
// Keeps away from which tree they were read from.
import type { BTree, Instruction } from '../../../model/plan/program.ts';
import type { TreeRead } from '../../../model/plan/program-facts.ts';
import type { Cursors } from '../cursors.ts';

// What is compared with the key that the first p4 registers hold; a rowid needs no count.
const byKey = /^(Seek(GE|GT|LE|LT)|Idx(GE|GT|LE|LT))$/;

/**
 * Of table and indexes together, in the order of the table, the rowid under its column's name where it
 * has one. What a seek goes by counts, though it is not read. An expression that an index holds and
 * the condition of a partial index are not among them: the instructions do not name their columns.
 */
export function columnsReadOf(
  reads: readonly TreeRead[],
  instructions: readonly Instruction[],
  cursors: Cursors,
  trees: readonly BTree[],
): { table: string; columns: string[] }[] {
  const byTable = new Map<string, Set<string>>();
  const take = (table: string, columns: readonly (string | null)[]): void => {
    const rowid = tableOf(trees, table)?.rowidColumn ?? 'rowid';
    const own = byTable.get(table) ?? new Set();
    for (const column of columns) {
      if (column !== null) own.add(column === 'rowid' ? rowid : column);
    }
    byTable.set(table, own);
  };
  for (const { table, columns } of reads) take(table, columns);
  for (const { opcode, address, p1, p4 } of instructions) {
    const tree = cursors.at(address, p1)?.tree;
    if (!tree || !byTable.has(tree.table)) continue;
    if (byKey.test(opcode)) take(tree.table, tree.columns.slice(0, Number(p4) || 0));
    else if (opcode === 'SeekRowid') take(tree.table, ['rowid']);
  }
  return [...byTable].map(([table, taken]) => {
    const order = tableOf(trees, table)?.columns ?? [];
    const rest = [...taken].filter((column) => !order.includes(column));
    const stored = order.filter((column) => column !== null).filter((column) => taken.has(column));
    return { table, columns: [...rest, ...stored] };
  });
}

function tableOf(trees: readonly BTree[], table: string): BTree | undefined {
  return trees.find((tree) => tree.index === null && tree.table === table);
}
