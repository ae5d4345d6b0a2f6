// How long ago something was, for lists that are read at a glance. The exact time stands elsewhere.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The time between two moments, both in milliseconds since 1970, rounded down.
 * @example relativeTime(0, 7_300_000) is '2 h ago'; a moment in the future is 'just now'
 */
export function relativeTime(then: number, now: number): string {
  const elapsed = now - then;
  if (elapsed < minute) return 'just now';
  if (elapsed < hour) return `${Math.floor(elapsed / minute)} min ago`;
  if (elapsed < day) return `${Math.floor(elapsed / hour)} h ago`;
  const days = Math.floor(elapsed / day);
  return `${days} ${days === 1 ? 'day' : 'days'} ago`;
}
