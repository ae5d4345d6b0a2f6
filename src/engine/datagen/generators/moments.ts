// Dates and times of day, as ISO text or as integers, all in a fixed span: no clock is asked.
import { daysFromCivil, isoDate, isoDateTime, isoTime } from '../civil-date.ts';
import type { Generator, Source } from '../generator.ts';

/** How a moment is written: text as SQLite's own functions write it, or seconds since 1970. */
export type MomentForm = 'date' | 'date-time' | 'seconds' | 'days';

const firstDay = daysFromCivil(2023, 1, 1);
const lastDay = daysFromCivil(2025, 12, 31);
const daySeconds = 86400;

function write(seconds: number, form: MomentForm): string | number {
  if (form === 'date') return isoDate(Math.floor(seconds / daySeconds));
  if (form === 'date-time') return isoDateTime(seconds);
  return form === 'seconds' ? seconds : Math.floor(seconds / daySeconds);
}

/**
 * When something happened: later rows later, as rows are written in real tables, from 2023 to 2025.
 * `delayDays` moves each up to that many days past the row's own moment ("shipped", "updated").
 */
export function createEvent(source: Source, form: MomentForm, delayDays = 0): Generator {
  const { rows } = source;
  const jitter = source.shared.split('moment');
  const delay = source.stream.split('delay');
  const start = firstDay * daySeconds;
  const span = (lastDay - firstDay + 1) * daySeconds;
  const step = span / Math.max(1, rows);
  const secondsAt = (row: number) => {
    const own = start + Math.floor((row + jitter.unit(row)) * step);
    return delayDays > 0 ? own + 60 + delay.below(row, delayDays * daySeconds) : own;
  };
  const unit = form === 'date' || form === 'days' ? daySeconds : 1;
  return {
    name: form === 'date' || form === 'days' ? 'date' : 'time',
    description: `${words[form]} from 2023-01-01 to 2025-12-31, in the order of the rows`,
    at: (row) => write(secondsAt(row), form),
    distinct: (needed) => {
      const count = Math.floor(span / unit);
      const stride = Math.max(1, Math.floor(count / Math.max(1, needed)));
      // More than one per unit go on past the end of the span.
      const size = Math.max(Math.floor(count / stride), needed);
      const at = (number: number) => write(start + number * stride * unit, form);
      return { size, at, isOrdered: true };
    },
  };
}

/** Days of birth: 18 to 80 years before 2025. */
export function createBirthday(source: Source, form: MomentForm): Generator {
  return createDay(source, form, daysFromCivil(1945, 1, 1), daysFromCivil(2007, 1, 1));
}

/** Any day between two, all alike. */
function createDay(source: Source, form: MomentForm, first: number, last: number): Generator {
  const { stream } = source;
  const count = last - first;
  const at = (day: number) => write((first + day) * daySeconds, form);
  return {
    name: 'date',
    description: `${words[form]} from ${isoDate(first)} to ${isoDate(last - 1)}`,
    at: (row) => at(stream.below(row, count)),
    distinct: () => ({ size: count, at, isOrdered: false, goesOn: true }),
  };
}

/** Times of day in steps of five minutes, 'HH:MM:SS'. */
export function createTimeOfDay(source: Source): Generator {
  const { stream } = source;
  const at = (step: number) => isoTime(step * 300);
  return {
    name: 'time of day',
    description: 'times of day',
    at: (row) => at(stream.below(row, 288)),
    distinct: () => ({ size: daySeconds, at: isoTime, isOrdered: false }),
  };
}

const words: Record<MomentForm, string> = {
  date: 'dates',
  'date-time': 'dates with time',
  seconds: 'seconds since 1970',
  days: 'days since 1970',
};

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
