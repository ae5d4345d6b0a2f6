// What is said about the database that is built: where it came from, and whether it is up to date.
import { formatCount } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import type { DatabaseFacts } from './database-facts.ts';

export interface BuiltWords {
  /** How long it took; the explanation says by which clock. */
  time: { text: string; explanation: string };
  /** Goes on right behind the time. */
  ending: string;
  isStale: boolean;
}

const clock = 'by the clock of the engine’s worker. One run, not a measurement.';

/** Null when nothing of this playground is built. */
export function builtWords(
  { state, buildMs, loadMs }: DatabaseFacts,
  isImported: boolean,
): BuiltWords | null {
  if (buildMs === null) return null;
  const isStale = state !== 'fresh';
  const older = `from an older ${state === 'older-schema' ? 'schema' : 'recipe'}: Compare or Run makes it again.`;
  const source = isImported ? 'the file' : 'this recipe';
  if (loadMs === null) {
    return {
      time: {
        text: `built in ${formatDuration(buildMs)}`,
        explanation: `Time for schema, rows, indexes and statistics, ${clock}`,
      },
      ending: isStale ? ` ${older}` : ` from ${source}.`,
      isStale,
    };
  }
  return {
    time: {
      text: `restored in ${formatDuration(loadMs)}`,
      explanation: `Time of loading the database as it was kept, ${clock} Making it took ${formatDuration(buildMs)}. Stored data, in the File menu, shows what is kept.`,
    },
    ending: isStale ? `, ${older}` : ' from what this browser kept.',
    isStale,
  };
}

/** What is said while nothing is built. */
export function notBuiltWords(plannedRows: number, isImported: boolean): string {
  return isImported
    ? 'The data of the file is not loaded yet: Compare or Run does it, and so does the button here.'
    : `No data generated yet for this playground: ${formatCount(plannedRows)} rows will be made, here or by Compare or Run.`;
}
