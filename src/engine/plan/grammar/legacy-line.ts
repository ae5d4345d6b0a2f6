// Lines of SQLite before 3.36, which plans kept from elsewhere may hold: SCAN TABLE t AS x.
// Today's lines go before: a line that reads well with known names is left to them.
import type { PlanStep } from '../../model/plan/plan-step.ts';
import type { PlanNames } from '../plan-names.ts';
import { readAccessLine } from './access-line.ts';
import { fixedLine } from './fixed-line.ts';
import { type IsMade, isKnownLabel } from './read-source.ts';

/** The step of such a line; null for any other. */
export function legacyLine(detail: string, names: PlanNames, isMade: IsMade): PlanStep | null {
  const executed = /^EXECUTE (.+)$/s.exec(detail)?.[1];
  if (executed !== undefined) return fixedLine(executed);
  const [, verb, item] = /^(SCAN|SEARCH) (?:TABLE|SUBQUERY) (.+)$/s.exec(detail) ?? [];
  if (verb === undefined || item === undefined) return null;
  const label =
    /^(.*?)(?= (?:EXISTS|USING |VIRTUAL TABLE INDEX |LEFT-JOIN)|$)/s.exec(item)?.[0] ?? '';
  if (isKnownLabel(`TABLE ${label}`, names) || isKnownLabel(`SUBQUERY ${label}`, names))
    return null;
  // The alias is what the statement's other lines go by.
  const alias = / AS (.+)$/s.exec(label)?.[1];
  const rest = `${alias ?? label}${item.slice(label.length)}`;
  return readAccessLine(verb === 'SCAN' ? 'scan' : 'search', rest, names, isMade);
}
