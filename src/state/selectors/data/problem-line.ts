// The problems of a recipe in one line, beside the button that would run into them.
import type { EngineError } from '../../../engine/model/errors.ts';
import { formatCount, formatCountOf } from '../../../lib/format/format-count.ts';

export interface ProblemLine {
  /** '2 problems: orders.customer_id, orders.total'. */
  text: string;
  /** The whole sentences, one a line. */
  explanation: string;
}

/** More places do not fit a line. */
const mostPlaces = 3;

/** Null when there are none. */
export function problemLine(problems: readonly EngineError[]): ProblemLine | null {
  if (problems.length === 0) return null;
  const places = [...new Set(problems.flatMap(({ place }) => place?.name ?? []))];
  const shown = places.slice(0, mostPlaces);
  const hidden = places.length - shown.length;
  const count = formatCountOf(problems.length, 'problem');
  const rest = hidden > 0 ? ` and ${formatCount(hidden)} more` : '';
  return {
    text: shown.length === 0 ? `${count} of the recipe` : `${count}: ${shown.join(', ')}${rest}`,
    explanation: problems.map(({ message }) => message).join('\n'),
  };
}
