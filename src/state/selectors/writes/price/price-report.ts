// What a run of the price of indexes found, as Markdown to paste. Pure.
import type { ReportTable } from '../../../../report/findings-markdown.ts';
import { writesMarkdown } from '../../../../report/writes-markdown.ts';
import { figureText } from '../run/figure-words.ts';
import { operationPlurals, operationTitle } from '../run/operation-words.ts';
import { toldFindings } from '../run/told-findings.ts';
import type { BreakEvenView } from './break-even-view.ts';
import type { BuildTimes } from './build-time.ts';
import type { SetupAnswer } from './price-answers.ts';
import type { PriceResults } from './price-results.ts';

export function priceMarkdown(title: string, results: PriceResults): string {
  const { frame, answers, breakEven, build, method } = results;
  const { heading, course, isStale, findings, notes, environment } = frame;
  return writesMarkdown({
    title,
    heading: `${heading}: ${course}`,
    isStale,
    environment,
    findings: [...answers.answers.map(answerLine), ...answers.notes, ...toldFindings(findings)],
    tables: [
      setsTable(results),
      ...(breakEven?.isCompared ? [breakEvenTable(breakEven)] : []),
      ...(build ? [buildTable(build)] : []),
    ],
    notes: [...(breakEven?.notes ?? []), ...notes, ...method],
  });
}

/** 'B: Worth it from 1 read per 14 inserts for q (1 per 11 to 1 per 18). Each insert: +1 µs (...).' */
function answerLine({ letter, headline, interval, whom, otherEnd, costs }: SetupAnswer): string {
  const range = interval === '' ? '' : ` (${interval})`;
  const what = whom === null ? '' : ` ${whom}`;
  const other = otherEnd === null ? '' : `; ${otherEnd}`;
  const each = costs.map((cost) => {
    const beside = [cost.interval, cost.detail].filter((part) => part !== '').join(', ');
    return `${cost.title}: ${cost.text}${beside === '' ? '' : ` (${beside})`}.`;
  });
  return [`${letter}: ${headline}${what}${range}${other}.`, ...each].join(' ');
}

function setsTable({ rows, operations }: PriceResults): ReportTable {
  const hasBytes = operations.includes('insert');
  const times = operations.map((operation) => `${operationTitle(operation)}, time a row`);
  return {
    title: 'By set of indexes',
    head: ['Indexes', 'Setups', ...times, ...(hasBytes ? ['Grows by'] : [])],
    rows: rows.map(({ title, letters, cells, bytes }) => [
      title,
      letters.join(', '),
      ...cells.map((cell) =>
        figureText(cell.time, cell.interval, cell.headline, cell.ratio, cell.extra, cell.work),
      ),
      ...(hasBytes ? [bytes.text] : []),
    ]),
    numbers: [],
  };
}

function breakEvenTable({ operations, rows }: BreakEvenView): ReportTable {
  return {
    title: 'Each query against each operation',
    head: [
      'Query',
      'Setup',
      'Saved per read',
      ...operations.map((operation) => `Against ${operationPlurals[operation]}`),
    ],
    rows: rows.map(({ queryName, letter, setupName, saving, remark, cells }) => [
      queryName,
      `${letter} ${setupName}`,
      remark === null ? saving.text : `${saving.text}, ${remark}`,
      ...cells.map(({ text, interval, counted }) => {
        const timed = interval === '' ? text : `${text} (${interval})`;
        return counted === null ? timed : `${timed}, ${counted}`;
      }),
    ]),
    numbers: [],
  };
}

function buildTable({ lines }: BuildTimes): ReportTable {
  return {
    title: 'Make the indexes before or after a load?',
    head: ['Order', 'Whole load'],
    rows: lines.map((line) => [
      line.title,
      figureText(line.time, line.interval, line.headline, line.ratio, '', line.work),
    ]),
    numbers: [],
  };
}
