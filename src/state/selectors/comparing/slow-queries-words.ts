// The question before slow queries are measured: what is slow, how long it takes, what the choices do.
// Pure; asking is the dialog's, the answer a command's.
import type { Milliseconds } from '../../../engine/model/units.ts';
import { shortRounds } from '../../../engine/statistics/stop-rule.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';

export interface SlowQueriesWords {
  title: string;
  /** What measuring takes. */
  cost: string;
  /** What it gives, and what leaving out keeps. */
  choices: string;
}

/** `expectedMs` is the time of all of them together. */
export function slowQueriesWords(
  names: readonly string[],
  expectedMs: Milliseconds,
): SlowQueriesWords {
  const [first = '', ...others] = names.map((name) => `“${name}”`);
  const last = others.pop();
  const subject = last ? `${[first, ...others].join(', ')} and ${last} are` : `${first} is`;
  const time = formatApproximately(expectedMs);
  const together = last ? ' for all of them' : '';
  return {
    title: `${subject} slow here`,
    cost: `${roundsWord} rounds take about ${time}${together}.`,
    choices: `That shows differences of more than a quarter, without an interval. Left out, ${last ? 'they keep their first runs' : 'it keeps its first run'}, plans and counters; the other queries are measured either way.`,
  };
}

/** Whole seconds: it is an estimate. */
function formatApproximately(milliseconds: Milliseconds): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 100 ? `${seconds} s` : formatDuration(seconds * 1000);
}

const roundsWord = shortRounds === 3 ? 'Three' : String(shortRounds);
