// The left side of the Storage lab: what reading needs, what can be chosen, why it cannot run. Pure.
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { isBusy } from '../../activity.ts';
import type { RunsState } from '../../runs-store.ts';
import { pageSizeChoices, type StorageState } from '../../storage-store.ts';
import { pageSizeWords } from './byte-words.ts';

export interface StorageForm {
  /** What reading costs, where that is worth a word. */
  cost: string | null;
  /** The database is known to be large, and the words say what it needs: a press agrees to that. */
  isLargeKnown: boolean;
  isReading: boolean;
  /** False for a schema without a table. */
  hasTables: boolean;
  pageSizes: { value: string; label: string; detail?: string }[];
  pageSize: string;
  /** Why nothing can be read now; null when it can. */
  refusal: string | null;
  trialRefusal: string | null;
  /** The question before a large database is read; null when none is open. */
  asking: { text: string; trialPageSize: number | null } | null;
}

const defaultPageSize = 4096;

export function storageForm(
  { read, trials, trialPageSize, largeBytes, asking }: StorageState,
  { activity, database, inspection }: Pick<RunsState, 'activity' | 'database' | 'inspection'>,
  isImported: boolean,
): StorageForm {
  const sizeBytes = database?.summary.sizeBytes ?? 0;
  const isLargeKnown = sizeBytes > largeBytes;
  const present = read?.report.pageSizeBytes ?? defaultPageSize;
  const hasTables = isImported || inspection?.schema.tables.length !== 0;
  const refusal = refusalOf(activity, hasTables || inspection?.error !== null);
  return {
    cost: isLargeKnown ? needWords(sizeBytes) : null,
    isLargeKnown,
    isReading: activity.kind === 'reading-pages',
    hasTables,
    pageSizes: pageSizeChoices.map((bytes) => {
      const detail = detailOf(bytes, present, trials[bytes] !== undefined);
      return { value: String(bytes), label: pageSizeWords(bytes), ...(detail && { detail }) };
    }),
    pageSize: String(trialPageSize ?? present),
    refusal,
    trialRefusal: refusal ?? (read ? null : 'Read the pages first: a trial is shown beside them.'),
    asking: asking && {
      text: needWords(asking.sizeBytes),
      trialPageSize: asking.trialPageSize,
    },
  };
}

/** A schema that fails is no empty one: making the database says what is wrong with it. */
function refusalOf(activity: RunsState['activity'], hasTables: boolean): string | null {
  if (isBusy(activity)) return 'The engine is at work: wait, or press Stop.';
  return hasTables ? null : 'There is no table yet: write a schema, or paste SQL.';
}

/** Reading takes the image and SQLite's copy of it; VACUUM a file and its new one besides. */
function needWords(sizeBytes: number): string {
  return `The database has ${formatBytes(sizeBytes)}. Reading its pages takes about ${formatBytes(2 * sizeBytes)} of memory more for a moment, a VACUUM about ${formatBytes(3 * sizeBytes)}.`;
}

function detailOf(bytes: number, present: number, isTried: boolean): string | undefined {
  if (bytes === present) return isTried ? 'As it is now, tried' : 'As it is now';
  return isTried ? 'Tried' : undefined;
}
