// Times of day as text.
// Days stand in moment.ts.

import type { Generator, Source } from '../../generator.ts';
import { isoTime } from './civil-date.ts';
import { daySeconds } from './moment-text.ts';

/** Times of day in steps of five minutes, 'HH:MM:SS'; of a second where no two may be alike. */
export function createTimeOfDay(source: Source): Generator {
  const { stream } = source;
  return {
    name: 'time of day',
    description: 'times of day',
    at: (row) => isoTime(stream.below(row, 288) * 300),
    distinct: () => ({ size: daySeconds, at: isoTime, isOrdered: false }),
  };
}
