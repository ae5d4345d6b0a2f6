// The trees of a reading with what each is to the playground: a table, an index that setups switch,
// an index that cannot be off, a part of a virtual table, or SQLite's own. Pure.
import {
  type Playground,
  type SetupLetter,
  setupLetter,
} from '../../../engine/model/playground.ts';
import type { StorageReport, TreeStorage } from '../../../engine/model/storage/storage-report.ts';
import { foldName } from '../../../lib/sql-name.ts';

export type TreeRole =
  | 'table'
  /** Switched on and off by the setups. */
  | 'index'
  /** Stands in the schema's script, or came with a file: on in every setup. */
  | 'fixed-index'
  /** Of a UNIQUE or PRIMARY KEY constraint. */
  | 'constraint'
  /** Keeps what a virtual table holds. */
  | 'virtual'
  /** sqlite_schema, sqlite_stat1, sqlite_sequence. */
  | 'internal';

export interface StorageTree extends TreeStorage {
  role: TreeRole;
  /** The table that it stands with; a part of a virtual table stands with that. */
  group: string;
  /** Setups in which it is on; null when it is in all of them, whatever they say. */
  onIn: SetupLetter[] | null;
}

/** The trees in the order of the report. */
export function storageTrees(
  { trees }: StorageReport,
  { indexes, setups }: Pick<Playground, 'indexes' | 'setups'>,
): StorageTree[] {
  const switched = new Set(indexes.map(({ name }) => foldName(name)));

  function roleOf({ name, kind, virtualTable }: TreeStorage): TreeRole {
    if (foldName(name).startsWith('sqlite_autoindex_')) return 'constraint';
    if (foldName(name).startsWith('sqlite_')) return 'internal';
    if (virtualTable !== null) return 'virtual';
    if (kind === 'table') return 'table';
    return switched.has(foldName(name)) ? 'index' : 'fixed-index';
  }

  /** Statistics are there in the setups that have them, an index in those that switch it on. */
  function onIn(name: string, role: TreeRole): SetupLetter[] | null {
    const isStatistics = role === 'internal' && foldName(name).startsWith('sqlite_stat');
    if (role !== 'index' && !isStatistics) return null;
    return setups.flatMap((setup, position) => {
      const isOn = isStatistics
        ? setup.hasStatistics
        : setup.indexes.some((each) => foldName(each) === foldName(name));
      return isOn ? setupLetter(position) : [];
    });
  }

  return trees.map((tree) => {
    const role = roleOf(tree);
    return {
      ...tree,
      role,
      group: role === 'internal' ? 'SQLite' : (tree.virtualTable ?? tree.table),
      onIn: onIn(tree.name, role),
    };
  });
}

/** True for what indexes take: whatever is no table. */
export function isIndexTree({ kind }: Pick<TreeStorage, 'kind'>): boolean {
  return kind === 'index';
}
