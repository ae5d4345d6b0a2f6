// The contenders of a run that measures setups: each with its setup, its times and what it left.
// Pure; words are made from it elsewhere.
import type { MeasuredTime } from '../../../../engine/model/measured-time.ts';
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { TechniqueFacts } from '../../../../engine/model/writes/technique.ts';
import { factsOf } from '../../../../engine/model/writes/technique-facts.ts';
import type { WriteContender } from '../../../../engine/model/writes/writes.ts';
import { formatCount } from '../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { type ContenderResult, contenderResult } from '../run/contender-result.ts';

/** A contender of a setup, and how it is called. */
export interface SetupContender extends ContenderResult {
  facts: TechniqueFacts;
  /** Of the setup that is its group. */
  letter: SetupLetter;
  setupName: string;
  /** With the batch size where it takes one: 'multi-row VALUES, 1,000 rows'. */
  name: string;
  time: MeasuredTime;
}

/** In the order of the request; none before the run is open. */
export function setupContenders(run: WritesRun): SetupContender[] {
  const { opened, subject } = run;
  return (opened?.contenders ?? []).flatMap((contender) => {
    const setup = subject.setups.find(({ id }) => id === contender.groupId);
    if (!setup) return [];
    const result = contenderResult(run, contender);
    const { standing, samplesMs } = result;
    return [
      {
        ...result,
        facts: factsOf(contender.technique),
        letter: setup.letter,
        setupName: setup.name,
        name: contenderName(contender, opened?.rows),
        time: {
          medianMs: standing?.medianMs ?? null,
          interval: standing?.interval ?? null,
          samplesMs,
        },
      },
    ];
  });
}

/**
 * 'prepared, one transaction'; with the size of a batch: 'multi-row VALUES × 1,000'. A statement
 * takes no more rows than there are.
 */
export function contenderName(
  { technique, batchSize }: WriteContender,
  rows = Number.POSITIVE_INFINITY,
): string {
  const { name } = factsOf(technique);
  return batchSize === null ? name : `${name} × ${formatCount(Math.min(batchSize, rows))}`;
}

/** Name of the technique that the others are compared with; '' for other kinds of runs. */
export function baselineName({ subject: { request } }: WritesRun): string {
  return request.kind === 'techniques' ? factsOf(request.baseline).name : '';
}

/** Whether its table ended as the baseline's, so far as known. */
export function isRanked({ standing, failure }: SetupContender): boolean {
  return failure === null && standing?.verdict.kind !== 'different-answer';
}
