// The work counters of a query as bars: a panel per counter, each on its own scale.
// Keeps away from drawing; CountersChart draws what stands here.
import type { Counters } from '../../engine/model/counters/counters.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';

/** One setup's counters of one query. */
export interface CountersRow {
  letter: SetupLetter;
  name: string;
  /** Null when it was not counted; `note` says why: "interrupted after 20 s". */
  counters: Counters | null;
  isStale: boolean;
  note?: string | undefined;
}

export type CounterKey = Exclude<keyof Counters, 'resultHash' | 'planHash'>;

export interface CounterKind {
  key: CounterKey;
  name: string;
  /** What is counted, in a sentence. */
  explanation: string;
}

export const counterKinds: readonly CounterKind[] = [
  {
    key: 'vmSteps',
    name: 'VM steps',
    explanation: 'Instructions that SQLite’s virtual machine executed.',
  },
  {
    key: 'fullScanSteps',
    name: 'Full-scan steps',
    explanation: 'Steps forward in a scan of a whole table or index.',
  },
  { key: 'sorts', name: 'Sorts', explanation: 'Sort operations.' },
  {
    key: 'autoIndexRows',
    name: 'Automatic index rows',
    explanation: 'Rows put into indexes that exist for one execution alone.',
  },
  {
    key: 'filterHits',
    name: 'Bloom filter hits',
    explanation: 'Lookups that a Bloom filter spared.',
  },
  {
    key: 'filterMisses',
    name: 'Bloom filter misses',
    explanation: 'Lookups that a Bloom filter did not spare.',
  },
  {
    key: 'pageHits',
    name: 'Page-cache hits',
    explanation: 'Pages found in the page cache; times follow them more closely than VM steps.',
  },
  {
    key: 'pageMisses',
    name: 'Page-cache misses',
    explanation: 'Distinct pages read, with an empty page cache at the start.',
  },
  { key: 'rows', name: 'Rows', explanation: 'Rows of the answer, or rows changed.' },
];

export interface CounterBar {
  letter: SetupLetter;
  name: string;
  isStale: boolean;
  /** Null where the setup was not counted. */
  value: number | null;
  /** Of the panel's largest value, 0..1. */
  share: number;
}

export interface CounterPanel extends CounterKind {
  bars: CounterBar[];
}

export interface CountersModel {
  /** The counters that are not 0 everywhere. */
  panels: CounterPanel[];
  /** Names of those that are. */
  zeros: string[];
  isEmpty: boolean;
}

export function toCountersModel(rows: readonly CountersRow[]): CountersModel {
  const counted = rows.flatMap((row) => (row.counters ? [row.counters] : []));
  const panels: CounterPanel[] = [];
  const zeros: string[] = [];
  for (const kind of counterKinds) {
    const largest = counted.reduce((most, counters) => Math.max(most, counters[kind.key]), 0);
    if (largest === 0) zeros.push(kind.name);
    else panels.push({ ...kind, bars: rows.map((row) => toBar(row, kind.key, largest)) });
  }
  return { panels, zeros: counted.length === 0 ? [] : zeros, isEmpty: counted.length === 0 };
}

function toBar(row: CountersRow, key: CounterKey, largest: number): CounterBar {
  const value = row.counters ? row.counters[key] : null;
  return {
    letter: row.letter,
    name: row.name,
    isStale: row.isStale,
    value,
    share: value === null ? 0 : value / largest,
  };
}
