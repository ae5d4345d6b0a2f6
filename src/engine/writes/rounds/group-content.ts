// What the contenders of a group left in the tables, and whose content differs from the others'.
// Knows no times: whoever differs is not run again, which the group and the rounds see to.
import type { Verdict } from '../../model/comparison/verdict.ts';
import { EngineFailure } from '../../model/errors.ts';
import type { WriteProof } from '../../model/writes/writes.ts';
import {
  contentDifference,
  referenceContent,
  type WrittenContent,
} from '../../statistics/writes/answer-reference.ts';
import type { MeasuredContender } from './measured-contender.ts';

export interface Proven {
  readonly measured: MeasuredContender;
  /** Of its first run in this engine; until then of an earlier one. */
  proof: WriteProof | null;
}

export interface GroupContent {
  /**
   * Takes the proof of a first run. Where it is another than before, or than the baseline's, the
   * baseline is run once more: what differs from itself tells nothing; from then on only counts are
   * compared.
   */
  prove(entry: Proven, proof: WriteProof): void;
  /** A contender left other content when it was run again. */
  isVarying(): boolean;
  /** Null while it has the content that is expected, or no proof. */
  verdictOn(entry: Proven): Verdict | null;
}

/** `wasVarying`: an earlier run found it so. */
export function createGroupContent(
  entries: readonly Proven[],
  baseline: Proven | null,
  wasVarying: boolean,
): GroupContent {
  let isVarying = wasVarying;
  /** Null until it is asked for after the last proof. */
  let expected: WrittenContent | null = null;
  /**
   * Contents about which the baseline was asked and left its own again, as hashes of both. Another
   * content is asked about anew: with a trigger that writes the time, that may have gone on.
   */
  const asked = new Set<string>();

  function expectedContent(): WrittenContent | null {
    const others = entries.filter((each) => each !== baseline);
    return referenceContent(
      baseline?.proof ? compared(baseline.proof) : null,
      others.flatMap(({ proof }) => (proof ? compared(proof) : [])),
    );
  }

  function compared(proof: WriteProof): WrittenContent {
    return isVarying ? { ...proof, contentHash: '' } : proof;
  }

  function check(proof: WriteProof): void {
    const witness = baseline?.proof ? baseline : entries.find((each) => each.proof);
    if (isVarying || !witness?.proof) return;
    if (contentDifference(witness.proof, proof)?.kind !== 'content') return;
    const question = `${witness.proof.contentHash} ${proof.contentHash}`;
    if (asked.has(question)) return;
    const again = proofOf(witness.measured);
    if (!again) return;
    if (again.contentHash === witness.proof.contentHash) asked.add(question);
    // Another number of rows is left to the comparison of counts.
    else isVarying = again.tableRows === witness.proof.tableRows;
  }

  return {
    prove(entry, proof) {
      const before = entry.proof;
      entry.proof = proof;
      if (before && contentDifference(before, proof)?.kind === 'content') isVarying = true;
      check(proof);
      expected = null;
    },
    isVarying: () => isVarying,
    verdictOn({ proof }) {
      if (!proof) return null;
      expected ??= expectedContent();
      const difference = expected && contentDifference(expected, compared(proof));
      return difference && { kind: 'different-answer', difference };
    },
  };
}

/** Null where it fails this time. */
function proofOf(measured: MeasuredContender): WriteProof | null {
  try {
    return measured.run(true).proof;
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return null;
    throw thrown;
  }
}
