// Whole numbers for people: thousands separated by commas. No Intl: the same on every machine.

/** @example formatCount(1300112) is '1,300,112' */
export function formatCount(count: number | bigint): string {
  if (typeof count === 'number' && !Number.isFinite(count)) return '–';
  // Through bigint: a large number as text would turn to 1e+21.
  const whole = typeof count === 'bigint' ? count : BigInt(Math.round(count));
  const digits = (whole < 0n ? -whole : whole).toString();
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ',');
  return whole < 0n ? `−${grouped}` : grouped;
}

/** A count with its noun: '1 row', '2,000 rows'. `plural` where an s is not enough. */
export function formatCountOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
