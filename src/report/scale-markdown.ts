// The Scale lab's results as Markdown: what was found, and the points as a table.
// Pure: whoever asks has the words already; names in them are anyone's and are escaped.
import { formatCount } from '../lib/format/format-count.ts';
import { type MedianTime, medianText } from '../lib/format/median-text.ts';
import { inlineText, markdownTable } from './markdown-text.ts';

export interface ScaleReport {
  title: string;
  /** What was scaled: "lookup by rows of products: 4 of 4 points". */
  heading: string;
  isStale: boolean;
  /** Sentences; each names the setups that it speaks of. */
  findings: string[];
  /** Heads the column of places: "Rows of products". */
  axis: string;
  setups: { letter: string; name: string }[];
  /** Each with a cell for every setup. */
  points: { place: string; cells: ScaleReportCell[] }[];
  notes: string[];
  environment: string | null;
}

export interface ScaleReportCell extends MedianTime {
  steps: number | null;
}

const method =
  'Times are medians per call with their 95 % interval, from paired rounds; VM steps are those of one execution with the first drawn values, counted by SQLite itself.';

/** The report as Markdown, ending in a line feed. */
export function scaleMarkdown(report: ScaleReport): string {
  const { setups, points } = report;
  const head = [
    report.axis,
    ...setups.flatMap(({ letter, name }) => [`${letter} ${name}`, `${letter} VM steps`]),
  ];
  const rows = points.map(({ place, cells }) => [
    place,
    ...cells.flatMap((cell) => [medianText(cell), stepsText(cell)]),
  ]);
  const numbers = new Set(head.keys());
  const blocks = [
    `## ${inlineText(report.title) || 'Untitled playground'}`,
    `### ${inlineText(report.heading)}`,
    ...(report.isStale ? ['Stale: the playground has changed since this was measured.'] : []),
    list(report.findings),
    points.length === 0 ? '' : markdownTable(head.map(inlineText), rows, numbers),
    list(report.notes),
    method,
    report.environment === null ? '' : inlineText(report.environment),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${inlineText(line)}`).join('\n');
}

function stepsText({ steps }: ScaleReportCell): string {
  return steps === null ? '–' : formatCount(steps);
}
