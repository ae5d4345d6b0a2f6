// The line beside the detail tabs: what was measured, how often, with which clock, how steadily.
// Pure; every part carries the sentence that explains it.

import type { DiscardReason, Environment } from '../../../engine/model/comparison/comparison.ts';
import type { RatioInterval } from '../../../engine/model/comparison/verdict.ts';
import { errorSentence } from '../../../engine/model/errors.ts';
import { reachFromOne } from '../../../engine/statistics/paired-ratio.ts';
import { minRounds, roundsPerRequest } from '../../../engine/statistics/stop-rule.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatDuration } from '../../../lib/format/format-duration.ts';
import { formatPercent } from '../../../lib/format/format-percent.ts';
import type { MeasuringCourse, QueryDetail } from './query-detail.ts';

export interface SummaryPart {
  id: 'rounds' | 'end' | 'discarded' | 'tick' | 'control';
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
  if (detail.course) parts.push(...courseParts(detail.course));
  if (detail.environment) parts.push(tickPart(detail.environment));
  if (detail.control) parts.push(controlPart(detail.control));
  return parts;
}

function courseParts(course: MeasuringCourse): SummaryPart[] {
  const end = endWords(course);
  const discarded = discardedWords(course.discarded);
  return [
    ...(end ? [{ id: 'end' as const, ...end }] : []),
    ...(discarded
      ? [
          {
            id: 'discarded' as const,
            text: discarded,
            explanation:
              'They are in no time and no verdict: browsers slow a hidden page down, and other work takes the processor from what is measured. As many more were measured instead, within three times the budget.',
          },
        ]
      : []),
  ];
}

/** Why the measuring ended; null while it goes on. */
function endWords({ status, reason, error, budgetMs }: MeasuringCourse) {
  if (status === 'measuring') return null;
  if (error) {
    return {
      text: 'ended by an error',
      explanation: errorSentence(error),
    };
  }
  if (status === 'stopped') {
    return {
      text: 'stopped early',
      explanation: 'The rounds so far count; Continue goes on from them while nothing has changed.',
    };
  }
  const budget = formatSeconds(budgetMs);
  switch (reason) {
    case 'precise':
      return {
        text: 'stopped for precision',
        explanation: `Every interval is narrower than ±2.5 %, or than a tenth of its effect. That is looked at from round ${minRounds} on, every five; never whether a difference is significant, which would find differences between equal things.`,
      };
    case 'budget':
      return {
        text: `budget of ${budget} used up`,
        explanation: `A query's rounds may take ${budget}: the choice beside Compare, and what Continue added. At least ${minRounds} rounds are measured.`,
      };
    case 'rounds':
      return {
        text: 'the most at once',
        explanation: `At most ${roundsPerRequest} rounds are measured at once, whatever is left of the budget of ${budget}. Continue adds as many.`,
      };
    case 'short':
      return {
        text: 'slow: too few for an interval',
        explanation: `A round takes more than a twelfth of the budget of ${budget}: three are measured, and a setup counts as clearly faster or slower when it is by more than a quarter in all of them.`,
      };
    case 'nothing-to-compare':
      return {
        text: 'nothing to compare',
        explanation:
          'No round was measured: the baseline failed or took too long, and every round needs it.',
      };
    default:
      return null;
  }
}

/** '2 rounds discarded: the page was hidden'; null when there are none. */
export function discardedWords({
  hidden,
  overlapped,
}: Record<DiscardReason, number>): string | null {
  const all = hidden + overlapped;
  if (all === 0) return null;
  const causes =
    hidden === 0
      ? 'other work ran beside them'
      : overlapped === 0
        ? 'the page was hidden'
        : `${hidden} while the page was hidden, ${overlapped} beside other work`;
  return `${formatCountOf(all, 'round')} discarded: ${causes}`;
}

function formatSeconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(1))} s`;
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
  return `${machineParts(environment).join(' · ')} · clock tick ${formatDuration(environment.tickMs)}`;
}

/** The same where the clock's tick is said already. */
export function machineParts(environment: Environment): string[] {
  return [...engineParts(environment), 'samples inside BEGIN … ROLLBACK'];
}

/** Engine, page and machine; how samples are taken is said by whoever takes them. */
export function engineParts(environment: Environment): string[] {
  const { isIsolated, sqliteVersion, cores, pageSizeBytes } = environment;
  return [
    `SQLite ${sqliteVersion} (sql.js, WebAssembly)`,
    isIsolated ? 'isolated page' : 'page not isolated',
    formatCountOf(cores, 'core'),
    `page size ${formatCountOf(pageSizeBytes, 'byte')}`,
  ];
}
