// "Copy as Markdown": a comparison as a report that says where its times come from.
// Pure: the same report gives the same text. Whatever users wrote in it is escaped.
import type { CacheSetting } from '../engine/model/playground.ts';
import { planBadgeWords } from '../engine/plan/words/badges/plan-badge-words.ts';
import { confirmationWords } from '../engine/statistics/confirmation/confirmation-words.ts';
import { formatChangeRange } from '../engine/statistics/words/change-format.ts';
import { verdictWords } from '../engine/statistics/words/verdict-words.ts';
import { formatCount, formatCountOf } from '../lib/format/format-count.ts';
import { formatDuration } from '../lib/format/format-duration.ts';
import { formatPercent } from '../lib/format/format-percent.ts';
import {
  type CellDoubt,
  type ComparisonReport,
  environmentsOf,
  type ReportedCell,
  type ReportedQuery,
  reportedQueries,
} from './comparison-report.ts';
import { environmentLine } from './environment-line.ts';
import {
  codeBlock,
  endedStatement,
  inlineText,
  linkAddress,
  markdownTable,
} from './markdown-text.ts';

const doubtTexts: Record<CellDoubt, string> = {
  stale: 'stale, something it depends on has changed since',
  'other-baseline': 'withheld: measured against another baseline',
  'incomplete-baseline': 'withheld: an index of the baseline could not be created',
  'incomplete-setup': 'withheld: an index of this setup could not be created',
};

const method =
  'Times are medians per call: batches of calls inside a transaction, execute and fetch, all setups interleaved in random order in every round; intervals are exact signed-rank intervals of the paired ratios to the baseline.';

/** The report as Markdown, ending in a line feed. Queries that were not measured are left out. */
export function comparisonMarkdown(report: ComparisonReport): string {
  const { playground, link } = report;
  const queries = reportedQueries(report);
  const environments = environmentsOf(queries.map(({ result }) => result));
  const hasOne = environments.length === 1;
  const blocks = [
    `## ${inlineText(playground.title) || 'Untitled playground'}`,
    ...(queries.length === 0 ? ['Nothing was measured.'] : []),
    ...queries.flatMap((query) => queryBlocks(query, !hasOne)),
    ...(playground.indexes.length === 0
      ? []
      : [
          '### Indexes',
          codeBlock(playground.indexes.map(({ sql }) => endedStatement(sql)).join('\n'), 'sql'),
        ]),
    ...(queries.length === 0 ? [] : [method]),
    ...(hasOne ? environments.map(environmentBlock) : []),
    ...(link === null ? [] : [`Reproduce: <${linkAddress(link)}>`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function queryBlocks(query: ReportedQuery, hasOwnEnvironment: boolean): string[] {
  const notes = [controlNote(query), roundsNote(query), ...confirmationNotes(query)];
  return [
    `### ${inlineText(query.query.name) || 'Unnamed query'}`,
    queryTable(query.cells),
    notes.filter((note) => note !== null).join(' '),
    codeBlock(endedStatement(query.query.sql), 'sql'),
    ...(hasOwnEnvironment ? [environmentBlock(query.result.environment)] : []),
  ].filter((block) => block !== '');
}

interface Column {
  head: string;
  isNumber: boolean;
  cell: (cell: ReportedCell) => string;
}

const columns: Column[] = [
  {
    head: 'Setup',
    isNumber: false,
    cell: ({ letter, setup }) => `${letter} ${inlineText(setup.name)}`.trim(),
  },
  {
    head: 'Indexes on',
    isNumber: false,
    cell: ({ setup }) => setup.indexes.map(inlineText).join(', ') || 'none',
  },
  {
    head: 'Statistics',
    isNumber: false,
    cell: ({ setup }) => (setup.hasStatistics ? 'on' : 'off'),
  },
  { head: 'Cache', isNumber: false, cell: ({ setup }) => cacheText(setup.cache) },
  {
    head: 'Plan',
    isNumber: false,
    cell: ({ firstRun }) => (firstRun ? planBadgeWords(firstRun.plan.badge).text : ''),
  },
  { head: 'Median', isNumber: true, cell: timeText },
  { head: 'Samples', isNumber: true, cell: samplesText },
  { head: 'Verdict', isNumber: false, cell: verdictText },
  {
    head: 'Rows',
    isNumber: true,
    cell: ({ firstRun }) => (firstRun ? formatCount(firstRun.rowCount) : ''),
  },
];

const counterColumns: Column[] = [
  { head: 'VM steps', isNumber: true, cell: ({ counters }) => countText(counters?.vmSteps) },
  {
    head: 'Full-scan steps',
    isNumber: true,
    cell: ({ counters }) => countText(counters?.fullScanSteps),
  },
  { head: 'Page misses', isNumber: true, cell: ({ counters }) => countText(counters?.pageMisses) },
];

function queryTable(cells: readonly ReportedCell[]): string {
  const isCounted = cells.some(({ counters }) => counters !== null);
  const shown = isCounted ? [...columns, ...counterColumns] : columns;
  const numbers = shown.flatMap(({ isNumber }, position) => (isNumber ? [position] : []));
  return markdownTable(
    shown.map(({ head }) => head),
    cells.map((cell) => shown.map((column) => column.cell(cell))),
    new Set(numbers),
  );
}

function cacheText(cache: CacheSetting): string {
  return cache.kind === 'none' ? 'none' : `LRU ${formatCount(cache.capacity)}`;
}

function countText(count: number | undefined): string {
  return count === undefined ? 'not counted' : formatCount(count);
}

function timeText({ summary, firstRun, verdict }: ReportedCell): string {
  if (summary) return formatDuration(summary.medianMs);
  if (verdict?.kind === 'over-limit') return inlineText(`> ${formatDuration(verdict.limitMs)}`);
  return firstRun ? `${formatDuration(firstRun.firstRunMs)} (first run, once)` : '';
}

function samplesText({ summary }: ReportedCell): string {
  return summary ? `${formatCount(summary.samples)} × ${formatCountOf(summary.calls, 'call')}` : '';
}

function verdictText({ verdict, doubt, letter, summary }: ReportedCell): string {
  if (doubt !== null && doubt !== 'stale') return doubtTexts[doubt];
  const words = verdict
    ? verdictWords(verdict, { setup: letter, baseline: 'A' }, summary?.cache ?? null)
    : { headline: 'not measured', interval: '' };
  const detail = verdict?.kind === 'failed' ? verdict.error.message : words.interval;
  const said = `${words.headline}${detail === '' ? '' : ` (${detail})`}`;
  return inlineText(doubt === 'stale' ? `${said}; ${doubtTexts.stale}` : said);
}

function controlNote({ standing }: ReportedQuery): string | null {
  if (standing === null) return null;
  const { control, isShort, margin } = standing;
  if (isShort) return 'Few long rounds: no control and no interval.';
  if (control === null) return 'Control (A against A): too few rounds for an interval.';
  return inlineText(
    `Control (A against A): ${formatChangeRange(control)} time, ${formatPercent(control.level, 1)} interval; ratios within ±${formatPercent(margin, 1)} count as equal.`,
  );
}

function roundsNote({ result, standing }: ReportedQuery): string {
  const { hidden, overlapped } = result.discarded;
  const parts = [
    formatCount(standing?.rounds ?? 0),
    result.status === 'stopped' && 'stopped early',
    result.status === 'measuring' && 'still measuring',
    hidden > 0 && `${formatCount(hidden)} discarded because the page was hidden`,
    overlapped > 0 && `${formatCount(overlapped)} discarded because other work ran`,
    result.error && `ended by an error: ${inlineText(result.error.message)}`,
  ].filter((part) => typeof part === 'string');
  return `Rounds: ${parts.join(', ')}.`;
}

function confirmationNotes({ result, cells }: ReportedQuery): string[] {
  const confirmed = result.confirmation?.cells ?? {};
  return cells.flatMap(({ letter, setup, verdict, summary, doubt }) => {
    const cell = Object.hasOwn(confirmed, setup.id) ? confirmed[setup.id] : undefined;
    if (!cell || doubt !== null || verdict === null || verdict.kind === 'baseline') return [];
    const names = { setup: letter, baseline: 'A' };
    const hits = summary?.cache?.hitRatio ?? null;
    return [
      `${letter} ${inlineText(confirmationWords(cell, names, verdict.kind, hits).headline)}.`,
    ];
  });
}

function environmentBlock(environment: Parameters<typeof environmentLine>[0]): string {
  return `Environment: ${inlineText(environmentLine(environment))}.`;
}
