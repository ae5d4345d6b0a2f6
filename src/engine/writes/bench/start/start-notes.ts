// What was emptied before the runs, as sentences.
import { formatList } from '../../../../lib/format/format-list.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { StartCopy } from './start-copy.ts';

export interface NotedStart {
  copy: Pick<StartCopy<Database>, 'table' | 'emptied'>;
  /** The operations that start from it: 'inserts'. */
  told: string;
  /** An empty table was asked for, and these need its rows. */
  isKept: boolean;
}

/** Which operations start how is said only where they differ. */
export function startNotes(starts: readonly NotedStart[]): string[] {
  return starts.flatMap(({ copy, told, isKept }) => {
    const kept = isKept ? [`${copy.table.name} keeps its rows, which ${told} need.`] : [];
    const emptied = emptiedNotes(copy).map((note) =>
      starts.length > 1 ? `For ${told}: ${note}` : note,
    );
    return [...kept, ...emptied];
  });
}

function emptiedNotes({ table, emptied }: NotedStart['copy']): string[] {
  const [others, own] = [emptied.filter((name) => name !== table.name), table.name];
  if (emptied.length === 0) return [];
  if (others.length === 0) return [`${own} is empty before each run.`];
  const be = emptied.length === 1 ? 'is' : 'are';
  const why = `${formatList(others)} ${others.length === 1 ? 'refers' : 'refer'} to ${own}`;
  return [`${formatList(emptied)} ${be} empty before each run: ${why}.`];
}
