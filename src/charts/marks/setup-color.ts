// The colour that stands for a setup in every chart.
import type { SetupLetter } from '../../engine/model/playground.ts';

/** A CSS colour, following the theme. */
export function setupColor(letter: SetupLetter): string {
  return `var(--setup-${letter.toLowerCase()})`;
}
