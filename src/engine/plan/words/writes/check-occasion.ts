// When a line of the plan that checks a foreign key is run: the line itself does not tell.
// Keeps away from which key it is.

import { isSameName } from '../../../../lib/sql-name.ts';
import type { CheckOccasion, ForeignKeyLook } from '../../../model/plan/program-facts.ts';
import type { LoopStep, StepPlace } from '../step-place.ts';
import type { WordsContext } from '../words-context.ts';

/**
 * The look of the program that a step is. Lines and program come from one compilation, so both have
 * them in one order. Null where the program is not known, or another step was taken for a check.
 */
export function lookOf(
  { source, access }: LoopStep,
  { check }: StepPlace,
  { facts }: Pick<WordsContext, 'facts'>,
): ForeignKeyLook | null {
  if (check === null || !facts) return null;
  const looks = facts.foreignKeyLooks.filter(({ side }) => side === 'children');
  const index = access.kind === 'index' ? access.index : null;
  const look = looks[check];
  if (!look || !isSameName(look.table, source.name ?? source.label)) return null;
  const isSame = index === null || look.index === null ? true : isSameName(index, look.index);
  return isSame ? look : null;
}

/** As in 'Foreign key check, for each row that is changed: …'. */
export const occasionWords: Readonly<Record<CheckOccasion, string>> = {
  'each-row': 'for each row that is changed',
  replaced: 'for each row that is replaced, and for no other',
  'open-references': 'for each row, but only while a reference leads nowhere',
};
