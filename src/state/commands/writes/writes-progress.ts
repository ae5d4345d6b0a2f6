// How far a run of the Writes lab is: words and a real fraction, in its store and the status line.
import type { Fraction } from '../../../engine/model/units.ts';
import type { RunsStore } from '../../runs-store.ts';
import type { WritesStore } from '../../writes-store.ts';

export interface WritesProgress {
  /** The database is being made; `fraction` is of that. */
  loading(fraction: Fraction): void;
  /** It is copied, brought to its start, and the rows are made. */
  opening(fraction: Fraction): void;
  /** What was measured last; `fraction` is of all that is measured. */
  measuring(words: string, fraction: Fraction): void;
}

/** Shares of the whole: measuring takes the most of any run. */
const loadingShare = 0.1;
const openingShare = 0.1;

export function createWritesProgress(runs: RunsStore, writes: WritesStore): WritesProgress {
  function say(words: string, fraction: Fraction): void {
    writes.setState({ fraction });
    runs.setState({ activity: { kind: 'writing', text: `Writing: ${words}`, fraction } });
  }
  return {
    loading: (fraction) => say('making the data', loadingShare * fraction),
    opening: (fraction) => say('making the rows', loadingShare + openingShare * fraction),
    measuring(words, fraction) {
      const before = loadingShare + openingShare;
      say(words, before + (1 - before) * Math.min(1, fraction));
    },
  };
}
