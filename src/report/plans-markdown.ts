// The plans of one query as Markdown, ready to paste: trees with what differs, counters, findings.
// Judges nothing: plans are compared, and findings made, by the engine.
import type { Counters } from '../engine/model/counters/counters.ts';
import type { LoopCount } from '../engine/model/plan/loop-counts.ts';
import type { PlanFinding } from '../engine/model/plan/plan-finding.ts';
import type { StepNode } from '../engine/model/plan/plan-step.ts';
import type { CacheSetting } from '../engine/model/playground.ts';
import type { SqlValue } from '../engine/model/values.ts';
import type { WriteWords } from '../engine/plan/words/writes/write-words-form.ts';
import { assertNever } from '../lib/assert-never.ts';
import { formatCount, formatCountOf } from '../lib/format/format-count.ts';
import { environmentLine } from './environment-line.ts';
import {
  codeBlock,
  endedStatement,
  inlineText,
  linkAddress,
  markdownTable,
} from './markdown-text.ts';
import { isSamePlan, planDifferenceText, planText } from './plan-text.ts';
import type { PlansReport, ReportedPlan } from './plans-report.ts';

/** The report as Markdown, ending in a line feed. */
export function plansMarkdown(report: PlansReport): string {
  const { title, queryName, sql, setups, environment, link } = report;
  const heads = [title, queryName].map(inlineText).filter((text) => text !== '');
  const blocks = [
    `## Plans: ${heads.at(-1) ?? 'unnamed query'}${heads.length > 1 ? ` (${heads[0]})` : ''}`,
    codeBlock(endedStatement(sql), 'sql'),
    bindingsLine(report),
    ...setups.flatMap((plan, position) => setupBlocks(plan, setups.slice(0, position), setups)),
    ...counterBlocks(setups),
    legendLine(setups),
    `Plans: EXPLAIN QUERY PLAN of SQLite ${inlineText(report.sqliteVersion)}.`,
    environment === null ? '' : `Environment: ${inlineText(environmentLine(environment))}.`,
    link === null ? '' : `Reproduce: <${linkAddress(link)}>`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function bindingsLine({ bindings }: PlansReport): string {
  const values = Object.entries(bindings).map(([name, value]) => `${name} = ${literal(value)}`);
  return values.length === 0 ? '' : inlineText(`Bound: ${values.join(', ')}.`);
}

/** As SQL writes it; what is long is cut, with its length. */
function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return `a blob of ${formatCountOf(value.length, 'byte')}`;
  if (typeof value !== 'string') return String(value);
  const text = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  const length = value.length > 60 ? ` (${formatCountOf(value.length, 'character')})` : '';
  return `'${text.replaceAll("'", "''")}'${length}`;
}

function setupBlocks(
  plan: ReportedPlan,
  earlier: readonly ReportedPlan[],
  setups: readonly ReportedPlan[],
): string[] {
  const { letter, setup } = plan;
  const indexes = setup.indexes.map(inlineText).join(', ') || 'none';
  return [
    `### ${letter} ${inlineText(setup.name)}`.trimEnd(),
    `Indexes on: ${indexes}; statistics ${setup.hasStatistics ? 'on' : 'off'}; cache: ${cacheText(setup.cache)}.`,
    ...planBlocks(plan, earlier, setups),
  ];
}

function cacheText(cache: CacheSetting): string {
  return cache.kind === 'none' ? 'none' : `LRU ${formatCount(cache.capacity)}`;
}

function planBlocks(
  { outcome }: ReportedPlan,
  earlier: readonly ReportedPlan[],
  setups: readonly ReportedPlan[],
): string[] {
  switch (outcome.status) {
    case 'waiting':
      return ['Not planned yet.'];
    case 'failed':
      return [`No plan: ${inlineText(outcome.error.message)}`];
    case 'planned': {
      const { nodes, loopCounts, writes, isProvisional } = outcome;
      const twin = earlier.find((one) => isSamePlan(planOf(one), nodes));
      const hasCounts = [...(loopCounts?.values() ?? [])].some(
        ({ status }) => status === 'counted',
      );
      // The same plan may visit other rows: an index holds more of them than another.
      const isTold = twin === undefined || hasCounts;
      return [
        isProvisional ? 'Provisional: the plan may change when there is data.' : '',
        twin === undefined ? '' : `Same plan as ${twin.letter}.`,
        isTold ? treeBlock(nodes, loopCounts, twin ? null : planOf(earlier[0])) : '',
        writes === null ? '' : writesBlock(writes, nodes.length === 0),
        findingsBlock(outcome, earlier, setups),
      ].filter((block) => block !== '');
    }
    default:
      return assertNever(outcome);
  }
}

function planOf(plan: ReportedPlan | undefined): readonly StepNode[] | null {
  return plan?.outcome.status === 'planned' ? plan.outcome.nodes : null;
}

function treeBlock(
  nodes: readonly StepNode[],
  counts: ReadonlyMap<number, LoopCount> | null,
  baseline: readonly StepNode[] | null,
): string {
  if (nodes.length === 0 && (baseline ?? []).length === 0) return 'No plan steps.';
  return baseline === null
    ? codeBlock(planText(nodes, counts), 'text')
    : codeBlock(planDifferenceText(baseline, nodes, counts), 'diff');
}

function writesBlock(
  { summary, noSteps, changes, foreignKeys, actions }: WriteWords,
  isWithoutSteps: boolean,
): string {
  const sentences = [
    summary,
    ...(isWithoutSteps ? [noSteps] : []),
    ...[...changes, ...foreignKeys, ...actions].map(({ sentence }) => sentence),
  ];
  return sentences.map((sentence) => `- ${inlineText(sentence)}`).join('\n');
}

/** What several setups have in common stands with the first of them alone, with their letters. */
function findingsBlock(
  { findings }: Extract<ReportedPlan['outcome'], { status: 'planned' }>,
  earlier: readonly ReportedPlan[],
  setups: readonly ReportedPlan[],
): string {
  return findings
    .map(findingText)
    .filter((text) => !earlier.some((plan) => findingsOf(plan).includes(text)))
    .map((text) => {
      const all = setups.filter((plan) => findingsOf(plan).includes(text));
      const letters = all.length > 1 ? ` (${all.map(({ letter }) => letter).join(', ')})` : '';
      return text.replace('** ', `**${letters} `);
    })
    .join('\n');
}

function findingsOf({ outcome }: ReportedPlan): string[] {
  return outcome.status === 'planned' ? outcome.findings.map(findingText) : [];
}

function findingText({ severity, title, reason }: PlanFinding): string {
  return `- **${severity}** ${inlineText(`${title}. ${reason}`)}`;
}

const counterColumns: [string, (counters: Counters) => number][] = [
  ['VM steps', ({ vmSteps }) => vmSteps],
  ['Full-scan steps', ({ fullScanSteps }) => fullScanSteps],
  ['Sorts', ({ sorts }) => sorts],
  ['Automatic index rows', ({ autoIndexRows }) => autoIndexRows],
  ['Page misses', ({ pageMisses }) => pageMisses],
  ['Rows', ({ rows }) => rows],
];

function counterBlocks(setups: readonly ReportedPlan[]): string[] {
  if (setups.every(({ counters }) => counters === null)) return [];
  const table = markdownTable(
    ['Setup', ...counterColumns.map(([head]) => head)],
    setups.map(({ letter, setup, counters }) => [
      `${letter} ${inlineText(setup.name)}`.trim(),
      ...counterColumns.map(([, of]) => (counters ? formatCount(of(counters)) : 'not counted')),
    ]),
    new Set(counterColumns.map((_, column) => column + 1)),
  );
  return ['### Counters', table, 'One execution each, counted by SQLite’s official build.'];
}

function legendLine(setups: readonly ReportedPlan[]): string {
  const hasPlan = setups.some((plan) => (planOf(plan) ?? []).length > 0);
  if (!hasPlan) return '';
  const marks =
    setups.length > 1 ? ' Against the first setup: `+` new, `-` gone, `~` changed.' : '';
  return `A step that stands inside another runs for each of its rows, or is a part of it.${marks}`;
}
