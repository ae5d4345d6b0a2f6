// Sizes for people, in decimal units: 1 kB is 1,000 bytes, as disks and networks count.

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/**
 * Bytes as text, with one decimal below ten.
 * @example formatBytes(4_100_000) is '4.1 MB'; formatBytes(31_400_000) is '31 MB'
 */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes) || bytes < 0) return '–';
  if (bytes < 1000) return `${Math.round(bytes)} bytes`;
  let value = bytes;
  let unit = 'bytes';
  for (const next of units) {
    // 999.5 would be shown as 1000.
    if (value < 999.5) break;
    value /= 1000;
    unit = next;
  }
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}
