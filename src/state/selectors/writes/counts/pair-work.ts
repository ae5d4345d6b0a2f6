// Why one technique differs from another, from counts: a clause over all setups in which both were
// counted. What is said follows from the figures alone. Pure.
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { WriteCounters } from '../../../../engine/model/writes/writes.ts';
import { formatCount } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import { formatRatio } from '../../../../lib/format/format-ratio.ts';
import { factorOf, isSameWork } from './work-words.ts';

/** Both of a pair, counted in a setup; a pair that is no setup's stands alone. */
export interface PairWork {
  letter: SetupLetter | null;
  technique: WriteCounters;
  against: WriteCounters;
}

/** What is left to explain a difference of times where counts are equal; clauses. */
export interface Causes {
  /** Same VM steps, same pages. */
  sameWork?: string | undefined;
  /** Same VM steps, other pages. */
  sameSteps?: string | undefined;
}

/**
 * 'both take 230,000 VM steps; 130 pages written against 20,252'. A figure that differs between
 * setups has their letters. Empty without a count.
 */
export function pairWorkClause(pairs: readonly PairWork[]): string {
  const [first] = pairs;
  if (!first) return '';
  const isOne = pairs.every(
    ({ technique, against }) =>
      isSameWork(technique, first.technique) && isSameWork(against, first.against),
  );
  const told = isOne ? [first] : pairs;
  if (isOne && isSameWork(first.technique, first.against)) {
    const { vmSteps, pagesWritten } = first.technique;
    return `both take the same ${formatCount(vmSteps)} VM steps and write the same ${formatCount(pagesWritten)} pages`;
  }
  return [
    dimension(told, ({ vmSteps }) => vmSteps, 'VM steps', 'take'),
    dimension(told, ({ pagesWritten }) => pagesWritten, 'pages written', 'write'),
  ].join('; ');
}

/** The cause that remains in every setup; empty where the counts differ otherwise. */
export function causeOf(pairs: readonly PairWork[], causes: Causes): string {
  if (pairs.length === 0) return '';
  if (pairs.every(({ technique, against }) => isSameWork(technique, against))) {
    return causes.sameWork ?? '';
  }
  const isSameSteps = pairs.every(
    ({ technique, against }) =>
      technique.vmSteps === against.vmSteps && technique.pagesWritten !== against.pagesWritten,
  );
  return isSameSteps ? (causes.sameSteps ?? '') : '';
}

function dimension(
  pairs: readonly PairWork[],
  of: (work: WriteCounters) => number,
  noun: string,
  verb: string,
): string {
  const counts = pairs.map(({ letter, technique, against }) => ({
    letter,
    one: of(technique),
    other: of(against),
  }));
  const isUniform = counts.every(
    ({ one, other }) => one === counts[0]?.one && other === counts[0]?.other,
  );
  const told = isUniform ? counts.slice(0, 1) : counts;
  const inSetup = (letter: SetupLetter | null) =>
    isUniform || letter === null ? '' : ` in ${letter}`;
  if (counts.every(({ one, other }) => one === other)) {
    const things = noun.replace(' written', '');
    const each = told.map(({ letter, one }) => `${formatCount(one)}${inSetup(letter)}`);
    return isUniform
      ? `both ${verb} ${each.join('')} ${things}`
      : `both ${verb} the same ${things} (${each.join(', ')})`;
  }
  return formatList(
    told.map(
      ({ letter, one, other }, at) =>
        `${comparedWords(one, other, at === 0 ? noun : '')}${inSetup(letter)}`,
    ),
  );
}

/** '1.53× the VM steps (230,013 against 150,011)'; of far less how many times the other takes it. */
function comparedWords(one: number, other: number, noun: string): string {
  const counts = (of: string) => `${formatCount(one)}${of} against ${formatCount(other)}`;
  const named = noun === '' ? '' : ` ${noun}`;
  const factor = one === 0 || other === 0 || one === other ? null : factorOf(one, other);
  if (factor === null) return counts(named);
  if (one / other < 0.1) return `${counts(named)} (${formatRatio(other / one)} times as many)`;
  return noun === '' ? `${factor}× (${counts('')})` : `${factor}× the ${noun} (${counts('')})`;
}
