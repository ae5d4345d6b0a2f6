// The facts of an explanation, read once: it never changes, and is looked at again with every key that
// is typed. Keeps away from what is said of them.
import type { Explanation } from '../../../engine/model/plan/program.ts';
import type { ProgramFacts } from '../../../engine/model/plan/program-facts.ts';
import { programFacts } from '../../../engine/plan/program/program-facts.ts';

const known = new WeakMap<Explanation, ProgramFacts>();

export function explainedFacts(explanation: Explanation): ProgramFacts {
  const found = known.get(explanation);
  if (found) return found;
  const facts = programFacts(explanation.instructions, explanation.trees);
  known.set(explanation, facts);
  return facts;
}
