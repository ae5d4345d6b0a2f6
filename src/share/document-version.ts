// Versions of the documents that links and files carry, and the steps from each to the next.
// Old documents are lifted; a document of a future version is recognised and never guessed at.
import type { Playground } from '../engine/model/playground.ts';

/**
 * The newest link document that this page reads. Version 2 added the author's counters ('k'), version
 * 3 settings of columns ('x'), newer generators ('g') and imported data ('f'). A link is written in
 * the lowest version that can carry it, so that older pages open what they can.
 */
export const linkVersion = 3;

/** The newest document with long names (file, storage) that this page reads. */
export const fileVersion = 2;

/** The newest data generators that this page has. */
export const newestGenerators = 2;

/** The lowest version of a document with long names that can carry the playground. */
export function fileVersionOf({ recipe, imported }: Playground): 1 | 2 {
  const isFirst = recipe.generatorsVersion === 1 && !recipe.columns && !imported;
  return isFirst ? 1 : 2;
}

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
