// Versions of the documents that links and files carry, and the steps from each to the next.
// Old documents are lifted; a document of a future version is recognised and never guessed at.

/**
 * The newest link document that this page reads. Version 2 added the author's counters ('k'); a link
 * is written in the lowest version that can carry it, so that older pages open what they can.
 */
export const linkVersion = 2;

/** The file document that this page writes, and the newest that it reads. */
export const fileVersion = 1;

/** The newest data generators that this page has. */
export const newestGenerators = 1;

/** Lifts a document of one version to the next; the step at position 0 lifts version 1 to 2. */
export type UpgradeStep = (document: unknown) => unknown;

/** The document lifted from `version` to the current one, step by step. */
export function upgradeDocument(
  document: unknown,
  version: number,
  steps: readonly UpgradeStep[],
): unknown {
  return steps.slice(version - 1).reduce((lifted, step) => step(lifted), document);
}

/** Whether this names generators that only a newer page has: its data could not be made here. */
export function isFutureGenerators(version: unknown): boolean {
  return typeof version === 'number' && Number.isInteger(version) && version > newestGenerators;
}
