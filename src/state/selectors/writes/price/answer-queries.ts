// Which query a setup's answer is that of, and which gains least: the rows of a setup, best first.
// Pure; price-answers words the rest.
import type { BreakEven } from '../../../../engine/model/writes/break-even.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { operationPlurals } from '../run/operation-words.ts';
import type { BreakEvenCell } from './break-even-cell.ts';
import type { BreakEvenRow } from './break-even-view.ts';

/** What a break-even cell says by its times, or else by its counts. */
type Standing = BreakEven['kind'] | 'counted';

/** From the best for a setup to the worst. */
const order: readonly Standing[] = [
  'free',
  'worth',
  'worth-at-latest',
  'counted',
  'reverse',
  'no-saving',
  'never',
  'unclear',
];

/** Against the first operation whose times tell, else whose counts do; where none does, the first. */
export function headCell({ cells }: BreakEvenRow): BreakEvenCell | null {
  return (
    cells.find(isDecided) ??
    cells.find(({ counted }) => counted !== null) ??
    cells.find(({ outcome }) => outcome !== null) ??
    cells[0] ??
    null
  );
}

/** By its times or by its counts. */
export function isToldCell(cell: BreakEvenCell): boolean {
  return isDecided(cell) || cell.counted !== null;
}

/** 'Worth it from 1 read per 14 inserts', 'Same work counted for updates: any read pays'. */
export function headlineOf(cell: BreakEvenCell): string {
  const { text, outcome, operation, finding, counted } = cell;
  if (counted !== null && !isDecided(cell)) {
    return capitalized(counted.replace('counted:', `counted for ${operationPlurals[operation]}:`));
  }
  if (!outcome) return `What ${operation}s cost: ${text}`;
  // What it is that pays below so many reads has to be named.
  return capitalized(outcome.kind === 'reverse' && finding ? finding : text);
}

/** The query that gains most first. */
export function rankedRows(rows: readonly BreakEvenRow[]): BreakEvenRow[] {
  const ranked = rows.map((row) => ({ row, rank: rankOf(headCell(row)) }));
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || b.rank[1] - a.rank[1]);
  return ranked.map(({ row }) => row);
}

/**
 * Whom a cell of the best row speaks of: 'for top categories', or 'for every query compared' where
 * all say the same.
 */
export function whomOf(ranked: readonly BreakEvenRow[], operation: WriteOperation): string {
  const [best] = ranked;
  const says = new Set(ranked.map((row) => cellText(row, operation)));
  return ranked.length > 1 && says.size === 1
    ? 'for every query compared'
    : `for ${best?.queryName ?? 'no query'}`;
}

/** '1 read per 310 updates for expensive in a category'; null where no query says otherwise. */
export function otherEndOf(
  ranked: readonly BreakEvenRow[],
  operation: WriteOperation,
): string | null {
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (!best || !worst || cellText(worst, operation) === cellText(best, operation)) return null;
  return `${cellText(worst, operation).replace(/^worth it from /, '')} for ${worst.queryName}`;
}

function cellText({ cells }: BreakEvenRow, operation: WriteOperation): string {
  const cell = cells.find((each) => each.operation === operation);
  if (!cell) return '';
  return cell.outcome ? cell.text : (cell.counted ?? cell.text);
}

function rankOf(cell: BreakEvenCell | null): [number, number] {
  const standing = cell && standingOf(cell);
  if (!cell || !standing) return [order.length, 0];
  const { outcome } = cell;
  const writes = outcome && 'writesPerRead' in outcome ? outcome.writesPerRead : 0;
  // Where reads lose, the more writes it takes to make up for one, the worse.
  return [order.indexOf(standing), standing === 'reverse' ? -writes : writes];
}

function standingOf(cell: BreakEvenCell): Standing | null {
  if (cell.outcome && isDecided(cell)) return cell.outcome.kind;
  return cell.counted !== null ? 'counted' : (cell.outcome?.kind ?? null);
}

function isDecided({ outcome }: BreakEvenCell): boolean {
  return outcome !== null && outcome.kind !== 'unclear';
}
