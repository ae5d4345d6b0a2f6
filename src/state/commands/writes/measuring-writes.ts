// A run of the Writes lab on its way into the store: what was opened, then sample after sample.
// Decides nothing: the engine says when it is done, selectors what it means.

import type { Milliseconds } from '../../../engine/model/units.ts';
import type {
  WriteContender,
  WriteProof,
  WriteSample,
} from '../../../engine/model/writes/writes.ts';
import { contenderWords } from '../../selectors/writes/contender-words.ts';
import { toEarlierWrites } from '../../selectors/writes/run/continuation.ts';
import type { WritesExperiment, WritesRun } from '../../writes-store.ts';
import { showEveryMs } from '../comparing/query-measurement.ts';
import type { WritesEngine } from './writes-engine.ts';
import type { WritesProgress } from './writes-progress.ts';

/** What is measured. */
export interface WritesTask {
  subject: WritesExperiment;
  /** Of the run that this one continues; null for a new one. */
  before: WritesPart | null;
  /** For what is measured now; of a run that is continued the subject says the time of all. */
  budgetMs: Milliseconds;
}

/** What is known of a run so far. */
export type WritesPart = Pick<WritesRun, 'opened' | 'samples' | 'proofs' | 'failures' | 'standing'>;

/**
 * Makes the database, opens the run and measures it, from where an earlier one ended if there is
 * one. `show` is told of every step forward, several times a second at most; what was shown last is
 * true when the measuring is ended.
 */
export async function measureWrites(
  engine: WritesEngine,
  { subject, before, budgetMs }: WritesTask,
  progress: WritesProgress,
  show: (part: WritesPart) => void,
): Promise<void> {
  await engine.load(progress.loading);
  progress.opening(0);
  const opening = await engine.open(
    { ...subject.request, budgetMs, ...(before && { earlier: toEarlierWrites(before) }) },
    progress.opening,
  );
  const { writesId: _, ...opened } = opening;
  const words = wordsOf(opened.contenders, subject);
  const samples: WriteSample[] = [...(before?.samples ?? [])];
  const proofs: Record<string, WriteProof> = { ...before?.proofs };
  const failures: WritesPart['failures'] = { ...before?.failures };
  let standing: WritesPart['standing'] = before?.standing ?? null;
  let shownAt = Number.NEGATIVE_INFINITY;
  let hasNews = true;

  function showAll(): void {
    shownAt = performance.now();
    hasNews = false;
    show({
      opened,
      samples: [...samples],
      proofs: { ...proofs },
      failures: { ...failures },
      standing,
    });
  }

  showAll();
  try {
    await engine.measure(opening, (step, discarded) => {
      const { contenderId, sample, proof, failure } = step;
      if (contenderId !== null && proof) proofs[contenderId] = proof;
      if (contenderId !== null && failure) failures[contenderId] = failure;
      // The standing of a step that is discarded holds what does not count.
      if (!discarded) standing = step.standing;
      if (sample && !discarded) samples.push(sample);
      hasNews = true;
      if (performance.now() - shownAt < showEveryMs) return;
      showAll();
      const round = sample ? `, round ${sample.round}` : '';
      const name = contenderId === null ? undefined : words.get(contenderId);
      progress.measuring(`${name ?? 'measuring'}${round}`, step.standing.fraction);
    });
  } finally {
    if (hasNews) showAll();
  }
}

function wordsOf(
  contenders: readonly WriteContender[],
  subject: WritesExperiment,
): ReadonlyMap<string, string> {
  return new Map(contenders.map((each) => [each.id, contenderWords(each, subject)]));
}
