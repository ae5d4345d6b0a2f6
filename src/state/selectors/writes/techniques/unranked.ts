// Contenders without a place in the ranking: failed, refused, or leaving other content. Pure.
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { baselineName, contenderName, type ReadContender } from './technique-run.ts';
import { writeVerdictWords } from './write-verdict-words.ts';

/** A contender without a place in the ranking, and why. */
export interface Unranked {
  letter: SetupLetter | null;
  name: string;
  kind: 'failed' | 'refused' | 'otherwise';
  reason: string;
}

export function unrankedOf(run: WritesRun, contenders: readonly ReadContender[]): Unranked[] {
  const baseline = baselineName(run);
  const measured = contenders.flatMap(({ letter, name, facts, failure, standing }): Unranked[] => {
    if (failure) {
      // The engine names the technique in brackets; here it stands in front.
      const message = failure.message.replace(` (${facts.name})`, '');
      const reason = [message, failure.hint].filter(Boolean).join(' ');
      return [{ letter, name, kind: 'failed', reason }];
    }
    if (standing?.verdict.kind !== 'different-answer') return [];
    const { sentence } = writeVerdictWords(standing.verdict, { setup: name, baseline });
    return [{ letter, name, kind: 'otherwise', reason: sentence }];
  });
  const refused = (run.opened?.refused ?? []).map(({ contender, reason }): Unranked => {
    const setup = run.subject.setups.find(({ id }) => id === contender.groupId);
    return {
      letter: setup?.letter ?? null,
      name: contenderName(contender, run.opened?.rows),
      kind: 'refused',
      reason,
    };
  });
  return gathered([...measured, ...refused]);
}

/** What holds in several setups is said without a letter; the same reason once, for all it is of. */
function gathered(all: readonly Unranked[]): Unranked[] {
  const reasons = [...new Set(all.map(({ kind, reason }) => `${kind} ${reason}`))];
  return reasons.flatMap((key) => {
    const same = all.filter(({ kind, reason }) => `${kind} ${reason}` === key);
    const [first] = same;
    if (!first) return [];
    const letters = new Set(same.map(({ letter }) => letter));
    const names = [...new Set(same.map(({ name }) => name))];
    return [{ ...first, letter: letters.size > 1 ? null : first.letter, name: names.join('; ') }];
  });
}
