// What was last explained of each cell, kept while the statement does not compile.
// Pure; who holds it between two looks stands elsewhere.
import type { ExplainOutcome } from '../../../engine/model/plan/planning.ts';
import type { Explanation } from '../../../engine/model/plan/program.ts';

type ByCell<Value> = Readonly<Record<string, Value>>;

/**
 * `kept` brought up to date by cellKey: what is explained now takes the place of what was, what
 * fails now leaves it, and cells that nobody asks about any more are dropped. The same object when
 * nothing changed.
 */
export function lastExplanations(
  kept: ByCell<Explanation>,
  now: ByCell<ExplainOutcome>,
): ByCell<Explanation> {
  const entries = Object.entries(now).flatMap(([key, outcome]): [string, Explanation][] => {
    if (outcome.status === 'explained') return [[key, outcome.explanation]];
    const last = kept[key];
    return last ? [[key, last]] : [];
  });
  const isSame =
    entries.length === Object.keys(kept).length &&
    entries.every(([key, explanation]) => kept[key] === explanation);
  return isSame ? kept : Object.fromEntries(entries);
}
