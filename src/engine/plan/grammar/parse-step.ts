// A line of a query plan, read into what it says: every form that SQLite 3.54 writes.
// Sees one line at a time; how lines hang together stands in read-plan.

import { foldName } from '../../../lib/sql-name.ts';
import type { PlanStep } from '../../model/plan/plan-step.ts';
import type { PlanNames } from '../plan-names.ts';
import { columnsOf, mostCuts, readAccessLine, termsBehind, termsStarts } from './access-line.ts';
import { fixedLine } from './fixed-line.ts';
import { legacyLine } from './legacy-line.ts';
import { type IsMade, madeSource, readSource, startsWithLabel } from './read-source.ts';

/**
 * What the line says. A line of another version, or one that names make unreadable, is 'unknown'.
 * `isMade`: whether rows of a name were made by a line above, which decides what an alias means
 * that the statement gives twice; without it, a table goes before rows of the statement.
 * Grammar: wherecode.c, select.c, expr.c and where.c of SQLite 3.54.
 */
export function parseStep(
  detail: string,
  names: PlanNames,
  isMade: IsMade = nothingMade,
): PlanStep {
  const fixed = fixedLine(detail);
  if (fixed !== null) return isAlias(detail, names) ? readNamed(detail, names, isMade) : fixed;
  return readNamed(detail, names, isMade);
}

const nothingMade: IsMade = () => false;

// SCAN CONSTANT ROW reads a table if the statement has one of that name.
function isAlias(detail: string, names: PlanNames): boolean {
  return detail.startsWith('SCAN ') && names.labels.has(foldName(detail.slice('SCAN '.length)));
}

function readNamed(detail: string, names: PlanNames, isMade: IsMade): PlanStep {
  for (const [prefix, read] of prefixes) {
    if (!detail.startsWith(prefix)) continue;
    const step =
      legacyLine(detail, names, isMade) ?? read(detail.slice(prefix.length), names, isMade);
    if (step !== null) return step;
  }
  return legacyLine(detail, names, isMade) ?? { kind: 'unknown' };
}

type ReadRest = (rest: string, names: PlanNames, isMade: IsMade) => PlanStep | null;

const prefixes: [string, ReadRest][] = [
  ['SCAN ', (rest, names, isMade) => readAccessLine('scan', rest, names, isMade)],
  ['SEARCH ', (rest, names, isMade) => readAccessLine('search', rest, names, isMade)],
  ['CO-ROUTINE ', (rest, names) => ({ kind: 'co-routine', source: madeSource(rest, names) })],
  ['MATERIALIZE ', (rest, names) => ({ kind: 'materialize', source: madeSource(rest, names) })],
  [
    'RIGHT-JOIN ',
    (rest, names, isMade) => ({
      kind: 'right-join',
      source: readSource(rest, names, isMade).source,
    }),
  ],
  ['BLOOM FILTER ON ', readFilter],
  ['USING ROWID SEARCH ON TABLE ', (rest) => readLookup(rest, (table) => ({ table, index: null }))],
  ['USING INDEX ', (rest, names) => readLookup(rest, (index) => indexLookup(index, names))],
];

function readFilter(rest: string, names: PlanNames, isMade: IsMade): PlanStep | null {
  const cuts = termsStarts(rest);
  const known = cuts.filter((cut) => startsWithLabel(rest, cut, names));
  for (const isGuess of [false, true]) {
    for (const cut of isGuess ? cuts.slice(0, mostCuts) : known.slice(-mostCuts).reverse()) {
      const label = rest.slice(0, cut);
      const terms = termsBehind(rest.slice(cut), columnsOf(label, { names }), { isGuess });
      if (terms === null) continue;
      return { kind: 'bloom-filter', source: readSource(label, names, isMade).source, terms };
    }
  }
  return null;
}

const forIn = ' FOR IN-OPERATOR';

function readLookup(
  rest: string,
  toLookup: (name: string) => { table: string | null; index: string | null },
): PlanStep | null {
  if (!rest.endsWith(forIn)) return null;
  return { kind: 'in-lookup', ...toLookup(rest.slice(0, -forIn.length)) };
}

function indexLookup(index: string, names: PlanNames) {
  return { table: names.indexes.get(foldName(index))?.table ?? null, index };
}
