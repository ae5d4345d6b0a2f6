// SCAN and SEARCH lines: which source, reached by what. Names are cut out by what is known first;
// a name that nobody knows is taken to end where the first words of the grammar begin.

import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { AccessPath, PlanStep, PlanTerm } from '../../model/plan/plan-step.ts';
import { type PlanNames, sourcesOf } from '../plan-names.ts';
import { hasLength } from './known-names.ts';
import { type IsMade, readSource, startsWithLabel } from './read-source.ts';
import { guessedTerms, knownTerms, type TermColumns } from './terms.ts';

type Loop = Extract<PlanStep, { kind: 'loop' }>;

/** `text`: the line behind its verb and the blank. Null when it is no access to rows. */
export function readAccessLine(
  verb: Loop['verb'],
  text: string,
  names: PlanNames,
  isMade: IsMade,
): Loop | null {
  const cuts = [...text.matchAll(tailStart)].map(({ index }) => index);
  cuts.push(text.length);
  const known: number[] = [];
  // The longest known label goes first: it is rarely by chance that a line begins like an alias.
  for (const cut of cuts.toReversed()) {
    if (known.length === mostCuts) break;
    if (!startsWithLabel(text, cut, names)) continue;
    const loop = readLoop(verb, text, cut, { names, isMade, isGuess: false });
    if (loop !== null) return loop;
    known.push(cut);
  }
  for (const cut of known) {
    const loop = readLoop(verb, text, cut, { names, isMade, isGuess: true });
    if (loop !== null) return loop;
  }
  return readLoop(verb, text, cuts[0] ?? text.length, { names, isMade, isGuess: true });
}

/** How many names a line is tried with: more begin like one another only where it is meant to hurt. */
export const mostCuts = 16;

/** What may follow the item of a line. */
const tailStart = / (?=EXISTS\b|USING |VIRTUAL TABLE INDEX |LEFT-JOIN$)/g;

interface Reading {
  names: PlanNames;
  isMade: IsMade;
  /** Indexes and columns that are not known are taken as they seem. */
  isGuess: boolean;
}

function readLoop(verb: Loop['verb'], text: string, cut: number, reading: Reading): Loop | null {
  const label = text.slice(0, cut);
  let tail = text.slice(cut);
  const isExists = /^ EXISTS(?= |$)/.test(tail);
  if (isExists) tail = tail.slice(' EXISTS'.length);
  // The name of an index may itself end so: a longer name that is known goes first.
  const endings = reading.isGuess ? [true, false] : [false, true];
  for (const isLeftJoin of endings) {
    if (isLeftJoin && !tail.endsWith(leftJoin)) continue;
    const middle = isLeftJoin ? tail.slice(0, -leftJoin.length) : tail;
    const access = readAccess(middle, label, reading);
    if (access === null) continue;
    // A module's text may end in any words.
    if (!isLeftJoin && access.kind === 'virtual' && tail.endsWith(leftJoin)) continue;
    const { source } = readSource(label, reading.names, reading.isMade, tableOf(access, reading));
    if (access.kind === 'virtual' && source.kind === 'unknown') {
      return {
        kind: 'loop',
        verb,
        source: { ...source, kind: 'virtual', name: source.name ?? label },
        access,
        isExists,
        isLeftJoin,
      };
    }
    return { kind: 'loop', verb, source, access, isExists, isLeftJoin };
  }
  return null;
}

const leftJoin = ' LEFT-JOIN';

function tableOf(access: AccessPath, { names }: Reading): string | null {
  if (access.kind !== 'index') return null;
  return names.indexes.get(foldName(access.index))?.table ?? null;
}

function readAccess(tail: string, label: string, reading: Reading): AccessPath | null {
  if (tail === '') return { kind: 'table' };
  const [, number, module] = /^ VIRTUAL TABLE INDEX (-?\d+|0x[0-9a-f]+):(.*)$/is.exec(tail) ?? [];
  if (number !== undefined) return { kind: 'virtual', number, text: module ?? '' };
  const rowid = /^ USING INTEGER PRIMARY KEY \((rowid(?:[=<>]\?|>\? AND rowid<\?))\)$/.exec(
    tail,
  )?.[1];
  if (rowid !== undefined) return { kind: 'rowid', terms: guessedTerms(rowid) ?? [] };
  if (tail.startsWith(' USING PRIMARY KEY')) {
    const terms = termsBehind(
      tail.slice(' USING PRIMARY KEY'.length),
      keyOf(label, reading),
      reading,
    );
    if (terms !== null) return { kind: 'primary-key', terms };
  }
  const [automatic, partial] = /^ USING AUTOMATIC (PARTIAL )?COVERING INDEX/.exec(tail) ?? [];
  if (automatic !== undefined) {
    const terms = termsBehind(tail.slice(automatic.length), columnsOf(label, reading), reading);
    if (terms !== null) {
      return { kind: 'automatic-index', isPartial: partial !== undefined, terms };
    }
  }
  const [using, covering] = /^ USING (COVERING )?INDEX /.exec(tail) ?? [];
  if (using === undefined) return null;
  const found = readIndex(tail.slice(using.length), label, reading);
  return found && { kind: 'index', ...found, isCovering: covering !== undefined };
}

function readIndex(
  text: string,
  label: string,
  reading: Reading,
): { index: string; terms: PlanTerm[] } | null {
  const cuts = termsStarts(text);
  const { indexes } = reading.names;
  // Of known names the longest that fits is meant; of others the part before the first terms.
  const ends = reading.isGuess
    ? cuts.length > 0
      ? cuts.slice(0, mostCuts)
      : [text.length]
    : [...cuts, text.length].filter((end) => hasLength(indexes, end)).reverse();
  for (const end of ends) {
    const index = text.slice(0, end);
    const tree = indexes.get(foldName(index));
    if (tree === undefined && !reading.isGuess) continue;
    if (tree !== undefined && !reading.isGuess && !isOfTable(label, tree.table, reading)) continue;
    const columns: TermColumns | null =
      tree === undefined ? null : { order: 'fixed', columns: tree.columns };
    const terms = termsBehind(text.slice(end), columns, reading);
    if (terms !== null) return { index, terms };
  }
  return null;
}

/** Where terms may begin. */
export function termsStarts(text: string): number[] {
  return [...text.matchAll(/ (?=\()/g)].map(({ index }) => index);
}

function isOfTable(label: string, table: string, { names }: Reading): boolean {
  const candidates = sourcesOf(label, names);
  return candidates.length === 0 || candidates.some(({ name }) => isSameName(name ?? '', table));
}

/** Terms in parentheses, or none; null when it is neither. */
export function termsBehind(
  text: string,
  columns: TermColumns | null,
  { isGuess }: { isGuess: boolean },
): PlanTerm[] | null {
  if (text === '') return [];
  if (!text.startsWith(' (') || !text.endsWith(')')) return null;
  const inner = text.slice(2, -1);
  const known = columns === null ? null : knownTerms(inner, columns);
  return known ?? (isGuess ? guessedTerms(inner) : null);
}

function keyOf(label: string, { names }: Reading): TermColumns | null {
  const key = sourcesOf(label, names).flatMap(({ name }) => {
    const found = names.keys.get(foldName(name ?? ''));
    return found === undefined || found.length === 0 ? [] : [found];
  })[0];
  return key === undefined ? null : { order: 'fixed', columns: key };
}

/** The columns that an index or filter made for the execution may be of. */
export function columnsOf(label: string, { names }: { names: PlanNames }): TermColumns {
  // Those of the statement's own sources stand among the others.
  if (names.labels.has(foldName(label))) return { order: 'any', columns: names.columns };
  const own = sourcesOf(label, names).flatMap(({ columns }) => columns ?? []);
  return { order: 'any', columns: new Set([...own, ...names.columns]) };
}
