// Speeds for people: so many things a second, with two digits that mean something.
import { formatCount } from './format-count.ts';

/** @example formatRate(1_234_567, 'row') is '1.2 M rows/s'; formatRate(84_321, 'row') is '84,000 rows/s' */
export function formatRate(perSecond: number, singular: string, plural = `${singular}s`): string {
  if (!Number.isFinite(perSecond) || perSecond < 0) return `– ${plural}/s`;
  // 999,500 would be shown as 1,000,000.
  if (perSecond >= 995_000) {
    const millions = perSecond / 1e6;
    return `${millions < 9.95 ? millions.toFixed(1) : formatCount(millions)} M ${plural}/s`;
  }
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(perSecond, 1))) - 1);
  const rounded = Math.round(perSecond / 10 ** digits) * 10 ** digits;
  return `${formatCount(rounded)} ${rounded === 1 ? singular : plural}/s`;
}
