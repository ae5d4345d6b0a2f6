// What is said when a number that was typed is not taken as it is.
// Keeps away from taking it: the field does.
import { formatCount } from '../../../lib/format/format-count.ts';

/** 'at most 10,000,000'; null when the text is within the limits, or no number at all. */
export function clampWords(
  typed: string,
  min: number | undefined,
  max: number | undefined,
): string | null {
  const digits = typed.replace(/[,\s%]/g, '').replace('−', '-');
  const value = Number(digits);
  if (digits === '' || Number.isNaN(value)) return null;
  if (max !== undefined && value > max) return `at most ${limitText(max)}`;
  if (min !== undefined && value < min) return `at least ${limitText(min)}`;
  return null;
}

function limitText(limit: number): string {
  return Number.isInteger(limit) ? formatCount(limit) : String(limit);
}
