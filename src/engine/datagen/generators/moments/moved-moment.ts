// Moments as ISO text moved in time, for columns that must lie before or after another one.
// Integer arithmetic only; no Date, no time zone.
import { daysFromCivil, isoDate, isoDateTime } from './civil-date.ts';
import { daySeconds } from './moment-text.ts';

const isoStart = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/;

/** An ISO text moved by whole seconds (by whole days for a date); null when it is none. */
export function movedMoment(text: string, seconds: number): string | null {
  const parts = isoStart.exec(text);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1] = parts.slice(1, 4).map(Number);
  const days = daysFromCivil(year, month, day);
  if (parts[4] === undefined) return isoDate(days + Math.trunc(seconds / daySeconds));
  const [hour = 0, minute = 0, second = 0] = parts.slice(4, 7).map(Number);
  return isoDateTime(days * daySeconds + hour * 3600 + minute * 60 + second + seconds);
}
