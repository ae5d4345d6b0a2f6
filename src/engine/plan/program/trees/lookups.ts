// Where the columns of a table really come from when an index leads to its rows: from the index, or
// from the row, which then is looked up by its key. Keeps away from adding up.
import type { BTree, Instruction } from '../../../model/plan/program.ts';
import type { Cursor, Cursors } from '../cursors.ts';

export interface ColumnSource {
  tree: BTree;
  /** Place in the records of the tree. */
  place: number;
  /** The row has to be looked up for it. */
  isLookedUp: boolean;
}

const positioning = new Set(
  'Rewind Last SeekGE SeekGT SeekLE SeekLT SeekRowid NotExists'.split(' '),
);

interface DeferredWay {
  /** Null for what is no index of the database. */
  index: BTree | null;
  /** For each column of the table its one-based place in the index, or 0. */
  places: readonly number[];
}

/** How the rows of each cursor are come to. */
export interface Arrivals {
  /** By DeferredSeek, which notes a row of it; each way once. */
  deferred: ReadonlyMap<Cursor, readonly DeferredWay[]>;
  /** Cursors that go to rows by themselves. */
  direct: ReadonlySet<Cursor>;
}

/** Collected once a program: an OR of hundreds of terms has thousands of columns to ask for. */
export function arrivalsOf(instructions: readonly Instruction[], cursors: Cursors): Arrivals {
  const deferred = new Map<Cursor, Map<string, DeferredWay>>();
  const direct = new Set<Cursor>();
  for (const instruction of instructions) {
    const { opcode, p1, p3, p4, address } = instruction;
    if (positioning.has(opcode)) {
      const cursor = cursors.at(address, p1);
      if (cursor) direct.add(cursor);
    }
    if (opcode !== 'DeferredSeek') continue;
    const cursor = cursors.at(address, p3);
    if (!cursor) continue;
    const index = cursors.at(address, p1)?.tree ?? null;
    const ways = deferred.get(cursor) ?? new Map<string, DeferredWay>();
    const key = `${index?.schema} ${index?.rootPage} ${p4}`;
    if (!ways.has(key)) ways.set(key, { index, places: placesOf(p4) });
    deferred.set(cursor, ways);
  }
  return {
    deferred: new Map([...deferred].map(([key, ways]) => [key, [...ways.values()]])),
    direct,
  };
}

/**
 * The trees from which `Column` takes a value. DeferredSeek notes where a row of the table lies and
 * goes there only when a column is asked for that its map, [one-based place in the index or 0 for
 * each column of the table], does not find in the index (vdbe.c, OP_DeferredSeek and OP_Column).
 */
export function lookupSources(
  column: Instruction,
  cursor: Cursor,
  arrivals: Arrivals,
): ColumnSource[] {
  const { tree } = cursor;
  if (!tree) return [];
  const inRow: ColumnSource = { tree, place: column.p2, isLookedUp: false };
  const deferred = arrivals.deferred.get(cursor) ?? [];
  const sources = deferred.map(({ index, places }): ColumnSource => {
    const place = places[column.p2] ?? 0;
    if (place > 0 && index) return { tree: index, place: place - 1, isLookedUp: false };
    // A row that is to be changed is come to for its own sake, whatever the index holds.
    return { ...inRow, isLookedUp: !cursor.isForWriting };
  });
  return deferred.length === 0 || arrivals.direct.has(cursor) ? [...sources, inRow] : sources;
}

/** The trees from which the rowid of a cursor's row comes: a row that is only noted has it already. */
export function rowidSources(cursor: Cursor, arrivals: Arrivals): BTree[] {
  const deferred = arrivals.deferred.get(cursor) ?? [];
  const indexes = deferred.flatMap(({ index }) => index ?? []);
  const isDirect = deferred.length === 0 || arrivals.direct.has(cursor);
  return isDirect && cursor.tree ? [...indexes, cursor.tree] : indexes;
}

/**
 * Whether a seek looks up the row of an index entry: its key comes from the index, by IdxRowid or,
 * for a WITHOUT ROWID table, by Column for each part of the key right before it.
 */
export function isLookup(
  seek: Instruction,
  instructions: readonly Instruction[],
  cursors: Cursors,
): boolean {
  const own = cursors.at(seek.address, seek.p1);
  if (!own?.tree || own.tree.index !== null || own.isForWriting) return false;
  const { table } = own.tree;
  const isOfIndex = ({ address, p1 }: Instruction): boolean => {
    const tree = cursors.at(address, p1)?.tree;
    return tree?.table === table && tree.index !== null;
  };
  const parts = seek.opcode === 'NotFound' ? Number(seek.p4) : 1;
  const opcode = seek.opcode === 'NotFound' ? 'Column' : 'IdxRowid';
  if (!(parts >= 1)) return false;
  const before = instructions.slice(Math.max(seek.address - parts, 0), seek.address);
  return (
    before.length === parts && before.every((each) => each.opcode === opcode && isOfIndex(each))
  );
}

function placesOf(p4: string | null): number[] {
  return p4?.startsWith('[') ? p4.slice(1, -1).split(',').map(Number) : [];
}
