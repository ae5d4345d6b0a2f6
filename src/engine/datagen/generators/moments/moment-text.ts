// Moments as they are written into a column: ISO text, or a count since 1970.
// Integer arithmetic only; no Date, no time zone.

import type { MomentForm } from '../../../model/recipe/column-generator.ts';
import { parseDay } from '../../../model/recipe/day.ts';
import { daysFromCivil, isoDate, isoDateTime } from './civil-date.ts';

export const daySeconds = 86400;

/** A moment of so many seconds since 1970, in its form. */
export function momentText(seconds: number, form: MomentForm): string | number {
  if (form === 'date') return isoDate(Math.floor(seconds / daySeconds));
  if (form === 'date-time') return isoDateTime(seconds);
  return form === 'seconds' ? seconds : Math.floor(seconds / daySeconds);
}

/** Seconds of the smallest step that the form can tell apart. */
export function momentUnit(form: MomentForm): number {
  return form === 'date' || form === 'days' ? daySeconds : 1;
}

/** Days since 1970 of 'YYYY-MM-DD'; 0 for what is no day. */
export function dayNumber(text: string): number {
  const day = parseDay(text);
  return day ? daysFromCivil(day.year, day.month, day.day) : 0;
}

export const momentWords: Record<MomentForm, string> = {
  date: 'dates',
  'date-time': 'dates with time',
  seconds: 'seconds since 1970',
  days: 'days since 1970',
};
