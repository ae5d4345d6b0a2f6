// How much work and memory the report of a recipe may take: it is made at a stranger's link, too.
// What is left out when it is spent, the report says itself (preview-rows.ts).

import type { Bytes, Milliseconds } from '../../model/units.ts';
import type { SqlValue } from '../../model/values.ts';

export interface PreviewBudget {
  /** True when no more is to be begun. */
  isSpent(): boolean;
  /** A value was made, to be stored or shown in part. */
  make(value: SqlValue): void;
  /** A value goes into the report. */
  show(value: SqlValue): void;
}

export const previewMs: Milliseconds = 1000;
/** Of values that are made for the first rows. */
const mostMade: Bytes = 32_000_000;
/** Of values that the report holds. */
const mostShown: Bytes = 1_000_000;

/** A full budget; `now` is a clock in milliseconds. */
export function createPreviewBudget(now: () => Milliseconds): PreviewBudget {
  const end = now() + previewMs;
  let made = 0;
  let shown = 0;
  return {
    isSpent: () => made > mostMade || shown > mostShown || now() > end,
    make(value) {
      made += bytesOf(value);
    },
    show(value) {
      shown += bytesOf(value);
    },
  };
}

// As JavaScript holds them: two bytes a character, and a little for each value.
function bytesOf(value: SqlValue): Bytes {
  if (typeof value === 'string') return 8 + 2 * value.length;
  return value instanceof Uint8Array ? 8 + value.length : 8;
}
