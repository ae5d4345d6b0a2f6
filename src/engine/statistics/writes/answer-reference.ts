// Which of several contenders wrote what it should: the same work has to leave the same content.
// Compares proofs; who reads them from a database is measured elsewhere.
import type { AnswerDifference } from '../../model/comparison/verdict.ts';
import type { WriteProof } from '../../model/writes/writes.ts';

export type WrittenContent = Pick<WriteProof, 'contentHash' | 'tableRows'>;

/** So many contenders have to agree with each other before they overrule their baseline. */
const leastAgreement = 2;

/**
 * The content that the contenders of a group are held against: the baseline's, unless two or more
 * others agree on another one and outnumber those that agree with the baseline. Without a baseline
 * what most agree on, the first of equals. Null before anything is known.
 */
export function referenceContent(
  baseline: WrittenContent | null,
  others: readonly WrittenContent[],
): WrittenContent | null {
  const groups = new Map<string, { content: WrittenContent; count: number }>();
  for (const content of baseline ? [baseline, ...others] : others) {
    const known = groups.get(keyOf(content));
    if (known) known.count++;
    else groups.set(keyOf(content), { content, count: 1 });
  }
  // The sort is stable: among equals the baseline's comes first.
  const [most] = [...groups.values()].sort((a, b) => b.count - a.count);
  if (!most) return null;
  return baseline && most.count < leastAgreement ? baseline : most.content;
}

/** How a content differs from the reference; null when it is the same. */
export function contentDifference(
  reference: WrittenContent,
  content: WrittenContent,
): AnswerDifference | null {
  const rows = { baselineRows: reference.tableRows, setupRows: content.tableRows };
  if (reference.tableRows !== content.tableRows) return { ...rows, kind: 'count' };
  return reference.contentHash === content.contentHash ? null : { ...rows, kind: 'content' };
}

function keyOf({ tableRows, contentHash }: WrittenContent): string {
  return `${tableRows} ${contentHash}`;
}
