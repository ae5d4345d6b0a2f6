// What the same comparison said in several fresh workers: does the verdict stand?
// Asks no worker: it reads their standings.
import type { Standing } from '../../model/comparison/comparison.ts';
import { type ConfirmedCell, confirmingRuns } from '../../model/comparison/confirmation.ts';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { findingOf } from '../verdict-finding.ts';
import { verdictRatio } from '../verdict-ratio.ts';

const notMeasured: Verdict = { kind: 'too-few-runs', rounds: 0 };

/**
 * What the workers' standings of one query say about each setup but the baseline, by setup id.
 * Empty while fewer than `confirmingRuns` workers have answered. A verdict stands only when all
 * of them found the same, in the short mode or not: times of a query vary from process to process more than
 * within one (Kalibera and Jones 2013, Rigorous benchmarking in reasonable time), so that no
 * number of rounds in one worker says how far they do.
 */
export function confirmationOf(standings: readonly Standing[]): Record<string, ConfirmedCell> {
  const cells: Record<string, ConfirmedCell> = {};
  if (standings.length < confirmingRuns) return cells;
  const ids = new Set(standings.flatMap((standing) => Object.keys(standing.verdicts)));
  for (const id of ids) {
    const verdicts = standings.map((standing) => standing.verdicts[id] ?? notMeasured);
    if (verdicts.every((verdict) => verdict.kind === 'baseline')) continue;
    cells[id] = cellOf(verdicts);
  }
  return cells;
}

function cellOf(verdicts: readonly Verdict[]): ConfirmedCell {
  const ratios = verdicts.flatMap((verdict) => verdictRatio(verdict) ?? []);
  const hasAll = ratios.length === verdicts.length;
  const kinds = verdicts.map((verdict) => verdict.kind);
  return {
    status: new Set(kinds.map(findingOf)).size === 1 ? 'stands' : 'disagree',
    kinds,
    low: hasAll ? Math.min(...ratios.map((ratio) => ratio.low)) : null,
    high: hasAll ? Math.max(...ratios.map((ratio) => ratio.high)) : null,
  };
}
