// Durations for people: three significant digits and the unit.
// No Intl and no locale: the same text on every machine, fit for links and reports.

/**
 * Milliseconds as text: microseconds below 0.1 ms, seconds from 1,000 ms, minutes from 100 s.
 * One rule for every place, so that neighbouring times can be compared by eye.
 * @example formatDuration(11.24) is '11.2 ms'; formatDuration(0.0041) is '4.10 µs'
 */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '–';
  if (milliseconds === 0) return '0 ms';
  if (milliseconds < 0) return `−${formatDuration(-milliseconds)}`;
  // Rounded before the unit is chosen: 0.09996 is 0.100 ms, never 100 µs.
  const rounded = Number(milliseconds.toPrecision(3));
  if (rounded < 0.1) return `${threeDigits(rounded * 1000)} µs`;
  if (rounded < 1000) return `${threeDigits(rounded)} ms`;
  if (rounded < 100_000) return `${threeDigits(rounded / 1000)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
}

function threeDigits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  if (value >= 1) return value.toFixed(2);
  return value.toFixed(3);
}
