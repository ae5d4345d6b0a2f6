// How the counters of an opened link's author stand to those counted here, cell by cell and in one
// sentence. Pure; comparing two cells is counter-confirmation.ts's.

import { cellKey } from '../../../engine/model/comparison/query-result.ts';
import type { SharedCounters } from '../../../engine/model/counters/author-counters.ts';
import type { Counters, CountOutcome } from '../../../engine/model/counters/counters.ts';
import { errorSentence } from '../../../engine/model/errors.ts';
import { type Playground, setupLetter } from '../../../engine/model/playground.ts';
import { isDeterministicText } from '../../../engine/sql/statements/deterministic-text.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';
import { compareCounters, counterConfirmationWords } from '../../../report/counter-confirmation.ts';
import type { RunsState } from '../../runs-store.ts';
import type { AuthorCells } from '../../ui-store.ts';
import { countBasis } from '../basis.ts';
import type { CellConfirmation } from '../bench/cell-words.ts';

export interface AuthorConfirmation {
  /** By cellKey: the cells that are still as the author's were. */
  cells: Record<string, CellConfirmation>;
  /** 'waiting': nothing of it has been counted here; 'another-version': it cannot be compared. */
  status: 'waiting' | 'another-version' | 'confirmed' | 'contradicted';
  /** Stands alone, for the banner. */
  sentence: string;
}

interface AuthorCell {
  key: string;
  queryName: string;
  /** '“top” in B' */
  place: string;
  letter: string;
  vmSteps: number;
  /** Its answer changes by itself: the result hash is left out. */
  isChanging: boolean;
  /** What differs; empty where nothing does. */
  differences: string;
  confirmation: CellConfirmation;
}

/** Null when the link came without counters, or every cell has been changed since. */
export function authorConfirmation(
  playground: Playground,
  runs: Pick<RunsState, 'counts' | 'database'>,
  author: AuthorCells | null,
): AuthorConfirmation | null {
  if (author === null) return null;
  const ownVersion = runs.database?.summary.engine.sqliteVersion ?? author.sqliteVersion;
  const isOtherVersion = ownVersion !== author.sqliteVersion;
  const cells = authorCellsOf(playground, runs, author, isOtherVersion);
  if (cells.length === 0) return null;
  const confirmations = cells.map(({ key, confirmation }) => [key, confirmation] as const);
  const shared = { cells: Object.fromEntries(confirmations) };
  if (isOtherVersion) {
    const sentence = `The author counted with SQLite ${author.sqliteVersion}, this page runs ${ownVersion}: counters and plans may differ between versions, so they are not compared.`;
    return { ...shared, status: 'another-version', sentence };
  }
  const changed = Object.keys(author.cells).length - cells.length;
  const status = statusOf(cells);
  return { ...shared, status, sentence: sentenceOf(status, cells, changed) };
}

function authorCellsOf(
  playground: Playground,
  { counts }: Pick<RunsState, 'counts'>,
  author: AuthorCells,
  isOtherVersion: boolean,
): AuthorCell[] {
  return playground.queries.flatMap((query) => {
    const isChanging = !isDeterministicText(query.sql, playground.schemaSql);
    return playground.setups.flatMap((setup, position): AuthorCell[] => {
      const key = cellKey(query.id, setup.id);
      const theirs = Object.hasOwn(author.cells, key) ? author.cells[key] : undefined;
      const basis = countBasis(playground, query, setup);
      if (theirs?.basis !== basis) return [];
      const counted = counts[key]?.basis === basis ? counts[key]?.outcome : undefined;
      const outcome = isOtherVersion
        ? notCompared(theirs.counters, `, with SQLite ${author.sqliteVersion}: not compared.`)
        : counted?.status === 'counted'
          ? compared(theirs.counters, counted.counters, isChanging)
          : notCompared(theirs.counters, uncountedWords(counted));
      const letter = setupLetter(position);
      return [
        {
          key,
          queryName: query.name,
          place: `“${query.name}” in ${letter}`,
          letter,
          vmSteps: theirs.counters.vmSteps,
          isChanging,
          ...outcome,
        },
      ];
    });
  });
}

function uncountedWords(failed: Extract<CountOutcome, { status: 'failed' }> | undefined): string {
  if (!failed) return '. Nothing has been counted here yet: Compare does.';
  return `. It could not be counted here: ${errorSentence(failed.error)}`;
}

function compared(
  theirs: SharedCounters,
  own: Counters,
  isChanging: boolean,
): Pick<AuthorCell, 'confirmation' | 'differences'> {
  const outcome = compareCounters(theirs, own, isChanging);
  const words = counterConfirmationWords(outcome);
  const tip = `The counters of the link’s author are ${words}.`;
  return {
    confirmation: { status: outcome.status, tip, authorSteps: authorSteps(theirs) },
    differences: outcome.status === 'contradicted' ? withoutVerdict(words) : '',
  };
}

function notCompared(
  theirs: SharedCounters,
  reason: string,
): Pick<AuthorCell, 'confirmation' | 'differences'> {
  const tip = `The author of the link counted ${formatCountOf(theirs.vmSteps, 'VM step')}${reason}`;
  return {
    confirmation: { status: 'not-compared', tip, authorSteps: authorSteps(theirs) },
    differences: '',
  };
}

function authorSteps({ vmSteps }: SharedCounters): string {
  return `author: ${formatCountOf(vmSteps, 'step')}`;
}

/** 'contradicted: VM steps 8 ...' without the word that the sentence begins with. */
function withoutVerdict(words: string): string {
  return words.slice(words.indexOf(': ') + 2);
}

function statusOf(cells: readonly AuthorCell[]): 'waiting' | 'confirmed' | 'contradicted' {
  const isAny = (status: CellConfirmation['status']) =>
    cells.some(({ confirmation }) => confirmation.status === status);
  if (isAny('contradicted')) return 'contradicted';
  return isAny('confirmed') ? 'confirmed' : 'waiting';
}

function sentenceOf(
  status: 'waiting' | 'confirmed' | 'contradicted',
  cells: readonly AuthorCell[],
  changed: number,
): string {
  if (status === 'waiting') return waitingWords(cells);
  const rest =
    changed === 0
      ? ''
      : ` ${formatCountOf(changed, 'cell')} changed since the link was opened ${changed === 1 ? 'is' : 'are'} left out.`;
  const of = `of ${formatCountOf(cells.length, 'cell')}`;
  if (status === 'contradicted') {
    const against = cells.filter(({ confirmation }) => confirmation.status === 'contradicted');
    const said = against.slice(0, 2).map(({ place, differences }) => `${place}: ${differences}`);
    const unsaid = against.length > said.length ? '; and more, in the cells’ tooltips' : '';
    return `Contradicted in ${formatCount(against.length)} ${of}: ${said.join('; ')}${unsaid}.${rest}`;
  }
  const confirmed = cells.filter(({ confirmation }) => confirmation.status === 'confirmed');
  const open = cells.length - confirmed.length;
  const uncompared = open === 0 ? '' : ` ${formatCount(open)} not compared here.`;
  const isAnyChanging = confirmed.some(({ isChanging }) => isChanging);
  const hashes = isAnyChanging ? '' : ', same result hashes';
  return `Confirmed: same plans, same VM steps${hashes} in ${formatCount(confirmed.length)} ${of}.${isAnyChanging ? changingWords(confirmed) : ''}${uncompared}${rest}`;
}

function changingWords(cells: readonly AuthorCell[]): string {
  const same = cells.filter(({ isChanging }) => !isChanging).length;
  return same === 0
    ? ' Result hashes are left out: the answers change by themselves.'
    : ` Same result hashes in ${formatCount(same)} of them; the other answers change by themselves.`;
}

/** The author's figures of the query whose setups differ most: what the link is about. */
function waitingWords(cells: readonly AuthorCell[]): string {
  const names = [...new Set(cells.map(({ queryName }) => queryName))];
  const rows = names.map((name) => cells.filter(({ queryName }) => queryName === name));
  const spread = (row: readonly AuthorCell[]) => {
    const steps = row.map(({ vmSteps }) => Math.max(1, vmSteps));
    return Math.max(...steps) / Math.min(...steps);
  };
  const widest = rows.reduce(
    (best, row) => (spread(row) > spread(best) ? row : best),
    rows[0] ?? [],
  );
  const figures = widest.map(({ letter, vmSteps }) => `${formatCount(vmSteps)} in ${letter}`);
  return `The author’s VM steps, to be confirmed here: ${figures.join(', ')} (“${widest[0]?.queryName}”).`;
}
