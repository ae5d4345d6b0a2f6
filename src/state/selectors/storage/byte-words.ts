// Bytes and their differences in words, with the exact figure for whoever wants it.
import { formatBytes } from '../../../lib/format/format-bytes.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';

/** '4,096 bytes': a page size is a power of two, which kB would round. */
export function pageSizeWords(bytes: number): string {
  return `${formatCount(bytes)} bytes`;
}

/** '9,805,824 bytes, 2,394 pages'. */
export function exactBytes(sizeBytes: number, pages: number): string {
  return `${formatCount(sizeBytes)} bytes, ${formatCountOf(pages, 'page')}`;
}

/** '+1.2 MB', '−40 kB', '±0'. */
export function signedBytes(bytes: number): string {
  if (bytes === 0) return '±0';
  return `${bytes > 0 ? '+' : '−'}${formatBytes(Math.abs(bytes))}`;
}

/** How much `to` is above or below `from`: '+14 %', '−2.4 %', '≈0 %'; null without a `from`. */
export function signedPercent(from: number, to: number): string | null {
  if (from === 0) return null;
  const share = (to - from) / from;
  if (Math.abs(share) < 0.0005) return share === 0 ? '±0 %' : '≈0 %';
  // Beyond a doubling a factor says it better than a percentage.
  if (share >= 9) return `${formatCount(to / from)}x`;
  const size = Math.abs(share);
  const text =
    share >= 1 ? `${formatCount(share * 100)} %` : formatPercent(size, size < 0.1 ? 1 : 0);
  return `${share > 0 ? '+' : '−'}${text}`;
}
