// The line beside the detail tabs: what was measured, how often, with which clock, how steadily.
// Pure; every part carries the sentence that explains it.

import type { Environment } from '../../engine/model/comparison.ts';
import type { RatioInterval } from '../../engine/model/verdict.ts';
import { reachFromOne } from '../../engine/statistics/paired-ratio.ts';
import { formatCountOf } from '../../lib/format-count.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { formatPercent } from '../../lib/format-percent.ts';
import type { QueryDetail } from './query-detail.ts';

export interface SummaryPart {
  id: 'rounds' | 'tick' | 'control';
  text: string;
  explanation: string;
}

/** The parts that are known; none before the first measurement. */
export function comparisonSummary(detail: QueryDetail): SummaryPart[] {
  const parts: SummaryPart[] = [];
  if (detail.rounds > 0) {
    parts.push({
      id: 'rounds',
      text: formatCountOf(detail.rounds, 'round'),
      explanation: 'In a round every setup is measured once, in random order, and A once more.',
    });
  }
  if (detail.environment) parts.push(tickPart(detail.environment));
  if (detail.control) parts.push(controlPart(detail.control));
  return parts;
}

function tickPart({ tickMs, isIsolated }: Environment): SummaryPart {
  return {
    id: 'tick',
    text: `clock tick ${formatDuration(tickMs)}`,
    explanation: `The smallest step of the browser's clock, measured. Short calls are batched until a sample is many ticks long.${
      isIsolated ? '' : ' This page is not cross-origin isolated, so the clock is coarser.'
    }`,
  };
}

function controlPart(control: RatioInterval): SummaryPart {
  const reach = reachFromOne(control);
  return {
    id: 'control',
    text: `control ±${formatPercent(reach, reach < 0.1 ? 1 : 0)}`,
    explanation:
      'The baseline measured against itself in every round: how far two equal things differ on this machine now.',
  };
}

/** Where and on what a comparison was measured, in small print. */
export function environmentLine(environment: Environment): string {
  const { isIsolated, tickMs, sqliteVersion, cores, pageSizeBytes } = environment;
  return [
    `SQLite ${sqliteVersion} (sql.js, WebAssembly)`,
    `clock tick ${formatDuration(tickMs)}, ${isIsolated ? 'isolated page' : 'page not isolated'}`,
    formatCountOf(cores, 'core'),
    `page size ${formatCountOf(pageSizeBytes, 'byte')}`,
    'samples inside BEGIN … ROLLBACK',
  ].join(' · ');
}
