// What a statement reads, writes and makes for itself, as the rows of a small table with words.
// Pure; the facts come from the instructions.
import type {
  ProgramFacts,
  ProgramWork,
  Transient,
  TreeRead,
  TreeWrite,
} from '../../../engine/model/plan/program-facts.ts';
import { programTitle } from '../../../engine/plan/program/program-title.ts';
import { capitalized } from '../../../lib/format/capitalized.ts';
import { formatCountOf } from '../../../lib/format/format-count.ts';

export interface FactsWay {
  text: string;
  tone: 'warn' | 'neutral';
  /** On what it rests, in a sentence. */
  explanation: string;
}

export interface FactsRow {
  key: string;
  name: string;
  kind: 'table' | 'index' | 'temporary';
  /** The table of an index. */
  of: string | null;
  ways: FactsWay[];
  /** Columns taken from its records. */
  columns: string;
}

export interface FactsGroup {
  title: string;
  rows: FactsRow[];
}

/** What one program does. */
export interface FactsSection {
  /** Null for the statement itself. */
  title: string | null;
  groups: FactsGroup[];
}

/** The statement first, then each trigger and foreign key action; those that do nothing are left out. */
export function factsSections(facts: ProgramFacts): FactsSection[] {
  const others = facts.subprograms.map((program) => {
    const table = program.kind === 'trigger' ? null : (program.writes[0]?.table ?? null);
    const title = capitalized(programTitle({ ...program, table }));
    return { title, groups: groupsOf(program) };
  });
  const own = [...groupsOf(facts), ...neededGroup(facts)];
  return [{ title: null, groups: own }, ...others].filter(({ groups }) => groups.length > 0);
}

/** An index cannot spare the row of a table that is changed. */
function neededGroup({ columnsRead, writes }: ProgramFacts): FactsGroup[] {
  const rows = columnsRead
    .filter(({ table, columns }) => {
      return columns.length > 0 && !writes.some((write) => write.table === table);
    })
    .map(({ table, columns }): FactsRow => {
      const way = { ...needed, text: formatCountOf(columns.length, 'column') };
      const row = { key: `needed ${table}`, name: table, kind: 'table', of: null } as const;
      return { ...row, ways: [way], columns: columns.join(', ') };
    });
  return rows.length === 0 ? [] : [{ title: 'Needed for the answer', rows }];
}

function groupsOf({ reads, writes, transients }: ProgramWork): FactsGroup[] {
  return [
    { title: 'Reads', rows: reads.map(readRow) },
    { title: 'Writes', rows: writes.map(writeRow) },
    { title: 'Makes for this execution alone', rows: transientRows(transients) },
  ].filter(({ rows }) => rows.length > 0);
}

function readRow(read: TreeRead): FactsRow {
  const ways: FactsWay[] = [];
  if (read.isFullScan) ways.push(read.mayStopEarly ? earlyScan : fullScan);
  if (read.isCounted) ways.push(counted);
  if (read.isLookedUp) ways.push(lookedUp);
  if (read.seeks > 0) ways.push({ ...seek, text: formatCountOf(read.seeks, 'seek') });
  if (ways.length === 0) ways.push(firstRow);
  return { ...treeRow(read), ways, columns: read.columns.join(', ') };
}

function writeRow(write: TreeWrite): FactsRow {
  const noun = write.index === null ? 'row' : 'entry';
  const ways: FactsWay[] = [];
  if (write.isCleared) ways.push(cleared);
  const isIn = write.inserts > 0;
  const isOut = write.deletes > 0;
  if (isIn && isOut) ways.push({ ...change, text: `${noun} replaced` });
  else if (isIn) ways.push({ ...change, text: `${noun} written` });
  else if (isOut) ways.push({ ...change, text: `${noun} taken out` });
  if (write.replacements > 0) ways.push(replaced);
  return { ...treeRow(write), ways, columns: '' };
}

function treeRow({ table, index }: { table: string; index: string | null }) {
  return {
    key: index === null ? `table ${table}` : `index ${index}`,
    name: index ?? table,
    kind: index === null ? 'table' : 'index',
    of: index === null ? null : table,
  } as const;
}

function transientRows(transients: readonly Transient[]): FactsRow[] {
  const row = (name: string, way: FactsWay): FactsRow => {
    return { key: name, name, kind: 'temporary', of: null, ways: [way], columns: '' };
  };
  const count = (kind: Transient['kind'], keepsFirst = false) =>
    transients.filter((one) => one.kind === kind && one.keepsFirst === keepsFirst).length;
  const firsts = count('sorter', true);
  const rows = transients
    .filter(({ kind }) => kind === 'automatic-index')
    .map(({ table }, place) => {
      const name = table === null ? 'automatic index' : `automatic index on ${table}`;
      return { ...row(name, automatic), key: `automatic ${place}` };
    });
  if (count('sorter') > 0) rows.push(row(formatCountOf(count('sorter'), 'sorter'), sorted));
  if (firsts > 0) {
    const name = `${formatCountOf(firsts, 'sorter')} with LIMIT`;
    rows.push(row(name, keepingFirst));
  }
  if (count('table') > 0) rows.push(row(formatCountOf(count('table'), 'temporary table'), kept));
  return rows;
}

const fullScan: FactsWay = {
  text: 'full scan',
  tone: 'warn',
  explanation: 'Every entry is visited: nothing narrows its loop down (Next with p5 = 1).',
};
const earlyScan: FactsWay = {
  text: 'scan, may stop',
  tone: 'warn',
  explanation:
    'Nothing narrows its loop down, but a LIMIT, EXISTS, MIN or MAX may end it before the last entry.',
};
const counted: FactsWay = {
  text: 'counted',
  tone: 'neutral',
  explanation: 'Its entries are counted page by page, without reading each (Count).',
};
const lookedUp: FactsWay = {
  text: 'looked up row by row',
  tone: 'neutral',
  explanation:
    'For an entry of an index its row is looked up, because the index lacks columns that are read.',
};
const seek: Omit<FactsWay, 'text'> = {
  tone: 'neutral',
  explanation:
    'Instructions that go straight to an entry by its key or rowid. How often they run, the program does not tell.',
};
const firstRow: FactsWay = {
  text: 'first row',
  tone: 'neutral',
  explanation: 'Only its first or last entry is asked for.',
};
const change: Omit<FactsWay, 'text'> = {
  tone: 'neutral',
  explanation: 'For each row that the statement changes.',
};
const cleared: FactsWay = {
  text: 'emptied as a whole',
  tone: 'neutral',
  explanation: 'All of it is thrown away at once, without visiting its rows (Clear).',
};
const automatic: FactsWay = {
  text: 'built on every run',
  tone: 'warn',
  explanation: 'A whole table is read to build it, each time that the statement runs.',
};
const sorted: FactsWay = {
  text: 'sorts rows',
  tone: 'neutral',
  explanation: 'Rows are collected and sorted before the first is handed on.',
};
const keepingFirst: FactsWay = {
  text: 'sorts the first rows',
  tone: 'neutral',
  explanation:
    'Holds no more rows than LIMIT and OFFSET ask for: the last one goes whenever a better one comes.',
};
const needed: Omit<FactsWay, 'text'> = {
  tone: 'neutral',
  explanation:
    'What is read of the table or searched by, wherever it comes from. An index that holds all of it is a covering one: the table is not read then.',
};
const replaced: FactsWay = {
  text: 'other rows go',
  tone: 'neutral',
  explanation: 'Those that have the key of a new row are taken out first (OR REPLACE).',
};
const kept: FactsWay = {
  text: 'keeps rows',
  tone: 'neutral',
  explanation: 'For DISTINCT, an IN list, a subquery, or the rows that will be changed.',
};
