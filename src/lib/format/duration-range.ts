// Two durations as one text: the ends of an interval, or the least and the largest of few runs.
// No Intl and no locale: the same text on every machine.
import type { DurationText } from './duration-unit.ts';
import { formatDuration } from './format-duration.ts';

/**
 * Two durations in milliseconds, the lower first; the unit once where it is the same. `text` writes
 * them where they are to have a given unit.
 * @example durationRange(0.00188, 0.00195) is '1.88–1.95 µs'; across zero '−2.00 ms to +3.00 ms'
 */
export function durationRange(
  low: number,
  high: number,
  text: DurationText = formatDuration,
): string {
  const [lowText, highText] = [text(low), text(high)];
  // A dash between them would read as another minus.
  if (low < 0) return `${lowText} to ${high >= 0 ? '+' : ''}${highText}`;
  const [number = '', ...units] = lowText.split(' ');
  const [, ...otherUnits] = highText.split(' ');
  // Minutes and seconds have several: '1 min 40 s'.
  const isOneUnit = units.length === 1 && otherUnits.length === 1 && units[0] === otherUnits[0];
  return isOneUnit ? `${number}–${highText}` : `${lowText}–${highText}`;
}
