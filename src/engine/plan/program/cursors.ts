// What the cursors of a program stand for: tables and indexes by their root pages, and what exists
// for the execution alone. Keeps away from what is done with them.
import type { BTree, Instruction } from '../../model/plan/program.ts';
import type { LineCursor } from '../../model/plan/program-line.ts';

export interface Cursor extends LineCursor {
  /** Address of the instruction that opens it. */
  openedAt: number;
  opcode: string;
  /** Null for what is no b-tree of the database, and for one that is not known. */
  tree: BTree | null;
  isForWriting: boolean;
  /** Of which table an automatic index is. */
  source: string | null;
}

export interface Cursors {
  /** In the order of their instructions; a cursor that is opened twice stands here twice. */
  all: readonly Cursor[];
  /** What cursor `number` stands for in the instruction at `address`. */
  at(address: number, number: number): Cursor | null;
}

type Trees = ReadonlyMap<string, BTree>;

/**
 * A number may be opened for one tree after another (each arm of an OR has its index). The last
 * opening above an instruction counts; subroutines may stand above theirs, which have only the next.
 */
export function cursorsOf(instructions: readonly Instruction[], trees: readonly BTree[]): Cursors {
  const byRoot = new Map(trees.map((tree) => [rootKey(tree.schema, tree.rootPage), tree]));
  const all: Cursor[] = [];
  for (const instruction of instructions) {
    const cursor = opened(instruction, byRoot);
    if (cursor) all.push(cursor);
  }
  const byNumber = grouped(all, ({ number }) => number);
  const at = (address: number, number: number): Cursor | null => {
    const openings = byNumber.get(number) ?? [];
    return openings.findLast(({ openedAt }) => openedAt <= address) ?? openings[0] ?? null;
  };
  for (const cursor of all) {
    if (cursor.kind === 'automatic-index') nameAutomatic(cursor, instructions, at);
    if (cursor.kind === 'temporary') nameSorter(cursor, instructions, at);
  }
  numberTwins(all);
  return { all, at };
}

/** The tree that Clear and OpenRead name; null for one that is not known. */
export function treeAt(trees: readonly BTree[], rootPage: number, schema: number): BTree | null {
  const name = schemas[schema];
  return trees.find((tree) => tree.rootPage === rootPage && tree.schema === name) ?? null;
}

const schemas = ['main', 'temp'] as const;

function rootKey(schema: string | undefined, rootPage: number): string {
  return `${schema} ${rootPage}`;
}

function opened(instruction: Instruction, trees: Trees): Cursor | null {
  const { opcode, p1: number, p2, address: openedAt } = instruction;
  const isForWriting = opcode === 'OpenWrite';
  const base = { number, openedAt, opcode, tree: null, isForWriting, source: null };
  switch (opcode) {
    case 'OpenRead':
    case 'OpenWrite':
    case 'ReopenIdx':
      return { ...base, ...stored(instruction, trees) };
    case 'OpenAutoindex':
      return { ...base, kind: 'automatic-index', label: `automatic index ${number}` };
    case 'OpenEphemeral':
      return { ...base, kind: 'temporary', label: `temporary table ${number}` };
    case 'OpenDup':
      return { ...base, kind: 'temporary', label: `temporary table ${p2}` };
    case 'SorterOpen':
      return { ...base, kind: 'sorter', label: `sorter ${number}` };
    case 'OpenPseudo':
      return { ...base, kind: 'row', label: `row in r[${p2}]` };
    case 'VOpen':
      return { ...base, kind: 'virtual', label: `virtual table ${number}` };
    default:
      return null;
  }
}

// With p5 & 16 (OPFLAG_P2ISREG) the root page stands in a register: a tree that is being created.
function stored({ p2, p3, p4, p5 }: Instruction, trees: Trees) {
  const isNew = (p5 & 16) !== 0;
  const tree = isNew ? null : (trees.get(rootKey(schemas[p3], p2)) ?? null);
  const kind: LineCursor['kind'] =
    tree?.index != null || (tree === null && p4?.startsWith('k(')) ? 'index' : 'table';
  if (tree === null) return { kind, tree, label: isNew ? `new ${kind}` : `b-tree of page ${p2}` };
  const name = tree.index ?? tree.table;
  return { kind, tree, label: tree.schema === 'temp' ? `temp.${name}` : name };
}

// It is filled by a loop over its table, which begins between the opening and the first entry.
function nameAutomatic(
  cursor: Cursor,
  instructions: readonly Instruction[],
  at: Cursors['at'],
): void {
  const after = instructions.slice(cursor.openedAt + 1);
  const filled = after.findIndex(
    (each) => each.opcode === 'IdxInsert' && each.p1 === cursor.number,
  );
  const loop = after.slice(0, Math.max(filled, 0)).findLast(({ opcode }) => opcode === 'Rewind');
  const source = loop && at(loop.address, loop.p1);
  if (!source) return;
  cursor.source = source.tree?.table ?? null;
  cursor.label = `automatic index on ${source.label}`;
}

/** ORDER BY with LIMIT keeps its rows in a b-tree, which Sort takes for a sorter. */
function nameSorter(cursor: Cursor, instructions: readonly Instruction[], at: Cursors['at']): void {
  const isSorted = instructions.some(
    ({ opcode, p1, address }) =>
      opcode === 'Sort' && p1 === cursor.number && at(address, p1) === cursor,
  );
  if (!isSorted) return;
  cursor.kind = 'sorter';
  cursor.label = `sorter ${cursor.number}`;
}

/** A tree that is open under several numbers (a self-join) has them told apart. */
function numberTwins(all: readonly Cursor[]): void {
  for (const twins of grouped(all, ({ label }) => label).values()) {
    const numbers = [...new Set(twins.map(({ number }) => number))];
    for (const twin of twins) {
      const place = numbers.indexOf(twin.number);
      if (place > 0) twin.label = `${twin.label} #${place + 1}`;
    }
  }
}

function grouped<Key>(all: readonly Cursor[], keyOf: (cursor: Cursor) => Key): Map<Key, Cursor[]> {
  const groups = new Map<Key, Cursor[]>();
  for (const cursor of all) {
    const group = groups.get(keyOf(cursor));
    if (group) group.push(cursor);
    else groups.set(keyOf(cursor), [cursor]);
  }
  return groups;
}
