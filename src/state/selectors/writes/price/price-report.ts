// What a run of the price of indexes found, as Markdown to paste. Pure.
import type { ReportTable } from '../../../../report/findings-markdown.ts';
import { writesMarkdown } from '../../../../report/writes-markdown.ts';
import { toldFindings } from '../run/told-findings.ts';
import type { BreakEvenView } from './break-even-view.ts';
import type { BuildTimes } from './build-time.ts';
import type { PriceResults } from './price-results.ts';
import { operationPlurals, operationTitle } from './price-words.ts';

export function priceMarkdown(title: string, results: PriceResults): string {
  const { heading, isStale, sentences, breakEven, build, notes, environment } = results;
  return writesMarkdown({
    title,
    heading,
    isStale,
    environment,
    findings: toldFindings(sentences),
    tables: [
      setsTable(results),
      ...(breakEven ? [breakEvenTable(breakEven)] : []),
      ...(build ? [buildTable(build)] : []),
    ],
    notes: [...(breakEven?.notes ?? []), ...notes],
  });
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
        figureText(cell.time, cell.interval, cell.headline, cell.ratio, cell.extra),
      ),
      ...(hasBytes ? [bytes.text] : []),
    ]),
    numbers: [],
  };
}

function breakEvenTable({ operations, rows }: BreakEvenView): ReportTable {
  return {
    title: 'When is it worth it?',
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
      ...cells.map(({ text, interval }) => (interval === '' ? text : `${text} (${interval})`)),
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
      figureText(line.time, line.interval, line.headline, line.ratio),
    ]),
    numbers: [],
  };
}

/** '3.10 µs (3.02–3.18 µs), 2.6× slower (2.5–2.7), +1.20 µs (1.15–1.27 µs)'. */
export function figureText(
  time: string,
  interval: string,
  headline: string,
  ratio: string,
  extra = '',
): string {
  const bracketed = (text: string, inBrackets: string) =>
    inBrackets === '' ? text : `${text} (${inBrackets})`;
  return [bracketed(time, interval), bracketed(headline, ratio), extra]
    .filter((part) => part !== '' && part !== '–')
    .join(', ');
}
