// The kept comparisons as the history shows them: a line of facts each, newest first.
// Pure; the time of day is given.
import type { HistorySummary } from '../../../engine/model/comparison/history.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import { relativeTime } from '../../../lib/format/relative-time.ts';
import { browserName } from '../../../report/browser-name.ts';
import { environmentLine } from '../../../report/environment-line.ts';

export interface HistoryItem {
  id: number;
  title: string;
  /** ISO 8601, for the exact time. */
  at: string;
  /** '3 h ago, 14:05:31': entries of one minute are told apart. */
  when: string;
  /** 'C wins 460×'; empty for what was kept before headlines were. */
  headline: string;
  /** '2 queries × 3 setups' */
  size: string;
  /** Their names. */
  sizeTip: string;
  /** '100,000 rows' */
  data: string;
  /** 'Chromium 156, tick 5.00 µs' */
  environment: string;
  environmentTip: string;
  isPinned: boolean;
  /** What was measured last in this page. */
  isCurrent: boolean;
}

export function historyItems(
  entries: readonly HistorySummary[],
  currentId: number | null,
  now: number,
): HistoryItem[] {
  return entries.map((entry) => {
    const { id, title, at, queries, setups, environment, isPinned } = entry;
    const rows = Object.values(environment.rowCounts).reduce((sum, count) => sum + count, 0);
    const { userAgent, tickMs } = environment;
    return {
      id,
      title: title.trim() === '' ? 'Untitled' : title,
      at,
      when: `${relativeTime(Date.parse(at), now)}, ${clockTime(at)}`,
      headline: entry.headline ?? '',
      size: `${formatCountOf(queries.length, 'query', 'queries')} × ${formatCountOf(setups.length, 'setup')}`,
      sizeTip: `Measured: ${queries.join(', ')}. In: ${setups.join(', ')}.`,
      data: formatCountOf(rows, 'row'),
      environment: `${browserName(userAgent)}, tick ${formatDuration(tickMs)}`,
      environmentTip: `${environmentLine(environment)}.`,
      isPinned,
      isCurrent: id === currentId,
    };
  });
}

/** As clocks are read here. */
function clockTime(at: string): string {
  return new Date(at).toLocaleTimeString(undefined, { timeStyle: 'medium' });
}

/** What "Clear history" takes away, in a sentence. */
export function clearWords(entries: readonly HistorySummary[], unreadable: number): string {
  const all = formatCountOf(entries.length, 'comparison');
  const pinned = entries.some(({ isPinned }) => isPinned) ? ', the pinned one included' : '';
  const others =
    unreadable === 0
      ? ''
      : ` So ${unreadable === 1 ? 'does' : 'do'} ${formatCountOf(unreadable, 'entry', 'entries')} of another version of SQL Dyno.`;
  const verb = entries.length === 1 ? 'goes' : 'go';
  return `${all} ${verb} for good${pinned}.${others} Playgrounds that you have open or saved stay.`;
}
