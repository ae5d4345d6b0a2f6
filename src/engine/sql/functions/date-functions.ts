// SQLite's date and time functions (sqlite.org/lang_datefunc.html), in our own words. SQLite has no
// date type: dates are text, Julian day numbers or Unix seconds, and compare as such.
import type { FunctionRow } from './sql-function.ts';

const times =
  "Times are 'now', ISO text or a Julian day number; modifiers apply from left to right: '+1 day', 'start of month', 'unixepoch', 'localtime'.";

export const dateFunctions: readonly FunctionRow[] = [
  [
    'date',
    'time?, modifier...?',
    'text',
    `The date as YYYY-MM-DD, in UTC; now without arguments. ${times}`,
  ],
  [
    'datetime',
    'time?, modifier...?',
    'text',
    `Date and time as YYYY-MM-DD HH:MM:SS, in UTC; a text with a T in between does not compare with it. ${times}`,
  ],
  [
    'julianday',
    'time?, modifier...?',
    'real',
    `Days since noon of 24 November 4714 BC: differences are days with their fraction. ${times}`,
  ],
  [
    'strftime',
    'format, time?, modifier...?',
    'text',
    `Date and time by a pattern: %Y year, %m month, %d day, %H %M %S, %s Unix seconds, %w weekday from Sunday = 0. Always text. ${times}`,
  ],
  ['time', 'time?, modifier...?', 'text', `The time as HH:MM:SS, in UTC. ${times}`],
  [
    'timediff',
    'later, earlier',
    'text',
    'What to add to the second time to reach the first, as +YYYY-MM-DD HH:MM:SS.SSS: a modifier for the other functions, no number.',
  ],
  [
    'unixepoch',
    'time?, modifier...?',
    'integer',
    `Seconds since 1970-01-01, whole ones unless the modifier 'subsec' is given. A number is read as a Julian day: give 'unixepoch' for seconds. ${times}`,
  ],
];
