// Collects the rows that could not be taken: the first ones in full, all of them counted.

import { type BadRow, maxBadRows } from '../../../model/transfer/import.ts';
import { excerptOf } from '../excerpt.ts';

export interface BadRows {
  add(line: number, reason: string, excerpt: string): void;
  readonly list: BadRow[];
  readonly count: number;
}

export function createBadRows(): BadRows {
  const list: BadRow[] = [];
  let count = 0;
  return {
    add(line, reason, excerpt) {
      count++;
      if (list.length < maxBadRows) list.push({ line, reason, excerpt: excerptOf(excerpt) });
    },
    list,
    get count() {
      return count;
    },
  };
}
