// Contenders without a place in the ranking: failed, refused, or leaving other content. Pure.

import { errorSentence } from '../../../../engine/model/errors.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { writeVerdictWords } from '../run/write-verdict-words.ts';
import { baselineName, contenderName, type SetupContender } from './setup-contenders.ts';

/** A contender without a place in the ranking, and why. */
export interface Unranked {
  letter: SetupLetter | null;
  name: string;
  kind: 'failed' | 'refused' | 'otherwise';
  reason: string;
}

export function unrankedOf(run: WritesRun, contenders: readonly SetupContender[]): Unranked[] {
  const baseline = baselineName(run);
  const measured = contenders.flatMap(({ letter, name, failure, standing }): Unranked[] => {
    if (failure) {
      return [{ letter, name, kind: 'failed', reason: errorSentence(failure) }];
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
