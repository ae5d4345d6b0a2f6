// Is a database from outside sound: SQLite's own checks, sorted into damage and mere warnings.
import { formatCount } from '../../../../lib/format/format-count.ts';
import { quoteName } from '../../../sql/quote-name.ts';
import type { Database } from '../../../sqlite/driver.ts';
import { isSqliteError } from '../../../sqlite/is-sqlite-error.ts';
import { refusals } from '../../refusals.ts';
import { isShortOfMemory, refusingDamage } from './sqlite-answer.ts';

/** Findings of quick_check that break a rule of the schema, not of the file. */
const ruleBroken =
  /^(NULL value in |CHECK constraint failed in |non-[A-Z]+ value in |NUMERIC value in |TEXT value in |non-unique entry )/;
const mostFindings = 100;
/** More violations of foreign keys than this are not counted. */
const mostViolations = 10_000;

/** PRAGMA quick_check. Throws a refusal with the first finding of damage; gives warnings else. */
export function checkPages(database: Database): string[] {
  const findings = refusingDamage(() =>
    database.all(`PRAGMA quick_check(${mostFindings})`).map(([finding]) => String(finding)),
  );
  const damage = findings
    .flatMap((finding) => finding.split('\n'))
    .filter((line) => line !== 'ok' && line.trim() !== '' && !line.startsWith('*** '));
  const serious = damage.find((line) => !ruleBroken.test(line));
  if (serious !== undefined) throw refusals.damaged(`${serious}.`);
  if (damage.length === 0) return [];
  const count = damage.length >= mostFindings ? `${mostFindings} or more` : `${damage.length}`;
  return [
    `Rows break rules of the schema (${count}); SQLite took them once and keeps them. The first: ${damage[0]}.`,
  ];
}

/** Rows whose foreign keys have no parent, as a warning. `report` gets the share of the tables. */
export function checkForeignKeys(
  database: Database,
  tables: readonly string[],
  report: (fraction: number) => void = () => {},
): string[] {
  const warnings: string[] = [];
  let violations = 0;
  const broken: string[] = [];
  for (const [index, table] of tables.entries()) {
    report(index / tables.length);
    const outcome = violationsOf(database, table, mostViolations - violations);
    if (typeof outcome === 'string') warnings.push(outcome);
    else if (outcome > 0) {
      violations += outcome;
      broken.push(table);
    }
  }
  if (violations > 0) {
    const count = violations >= mostViolations ? `At least ${formatCount(violations)}` : null;
    warnings.unshift(
      `${count ?? formatCount(violations)} ${violations === 1 ? 'row refers' : 'rows refer'} to parents that are not there (${broken.join(', ')}). They are kept as they are; deleting or updating them may fail.`,
    );
  }
  return warnings;
}

function violationsOf(database: Database, table: string, most: number): number | string {
  try {
    const statement = database.prepare(`PRAGMA main.foreign_key_check(${quoteName(table)})`);
    try {
      let count = 0;
      while (count < most && statement.step()) count++;
      return count;
    } finally {
      statement.free();
    }
  } catch (thrown) {
    if (isShortOfMemory(thrown)) throw refusals.noMemory();
    // "foreign key mismatch": the parent has no such key. The table can still be read.
    if (!isSqliteError(thrown)) throw thrown;
    return `The foreign keys of ${table} could not be checked: ${thrown.message}.`;
  }
}
