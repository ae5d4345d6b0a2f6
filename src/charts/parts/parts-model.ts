// A call taken apart: prepare, execute and fetch of each setup, one after the other on a time axis.
// Keeps away from drawing; PartsChart draws what stands here.
import type { CallParts } from '../../engine/model/comparison/call-parts.ts';
import type { SetupLetter } from '../../engine/model/playground.ts';
import type { Milliseconds } from '../../engine/model/units.ts';

/** One setup's parts of a call of one query. */
export interface PartsRow {
  letter: SetupLetter;
  name: string;
  parts: CallParts | null;
  /** Its times do not fit those of the comparison: shares say more than times. */
  isShares?: boolean | undefined;
  isStale: boolean;
}

export const partKinds = ['prepare', 'execute', 'fetch'] as const;
export type PartKind = (typeof partKinds)[number];

export interface PartSegment {
  kind: PartKind;
  /** Ends on the axis. */
  from: Milliseconds;
  to: Milliseconds;
  milliseconds: Milliseconds;
}

export interface PartsBar {
  letter: SetupLetter;
  name: string;
  isStale: boolean;
  isShares: boolean;
  y: number;
  segments: PartSegment[];
  totalMs: Milliseconds | null;
  rounds: number;
}

export interface PartsModel {
  bars: PartsBar[];
  /** Milliseconds, from zero. */
  domain: [number, number];
  isEmpty: boolean;
}

export function toPartsModel(rows: readonly PartsRow[]): PartsModel {
  const bars = rows.map(toBar);
  const longest = bars.reduce((most, bar) => Math.max(most, bar.totalMs ?? 0), 0);
  return {
    bars,
    domain: [0, longest > 0 ? longest : 1],
    isEmpty: bars.every((bar) => bar.totalMs === null),
  };
}

function toBar({ letter, name, parts, isStale, isShares = false }: PartsRow, y: number): PartsBar {
  const bar = { letter, name, isStale, isShares, y };
  if (!parts) return { ...bar, segments: [], totalMs: null, rounds: 0 };
  const segments: PartSegment[] = [];
  let from = 0;
  for (const kind of partKinds) {
    const milliseconds = usable(parts[`${kind}Ms`]);
    segments.push({ kind, from, to: from + milliseconds, milliseconds });
    from += milliseconds;
  }
  return { ...bar, segments, totalMs: from, rounds: parts.rounds };
}

/** Below the clock's tick a difference may come out negative: nothing to draw. */
function usable(milliseconds: Milliseconds): Milliseconds {
  return Number.isFinite(milliseconds) ? Math.max(milliseconds, 0) : 0;
}
