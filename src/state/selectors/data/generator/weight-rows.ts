// The weights of a list as rows to draw: the value, its share, and its weight where it can be set.
import type { Weights } from '../../../../engine/model/recipe/column-generator.ts';
import type { Fraction } from '../../../../engine/model/units.ts';
import type { LiteralValue } from '../../../../engine/model/values.ts';
import { formatCount } from '../../../../lib/format/format-count.ts';
import { formatPercent } from '../../../../lib/format/format-percent.ts';
import { formatLiteral } from '../../literals.ts';
import { weightShares } from './weights.ts';

export interface WeightRow {
  /** Values may be equal: their place tells them apart. */
  key: string;
  text: string;
  /** Null while a rule decides. */
  weight: number | null;
  share: Fraction;
}

export const weightKinds: { value: Weights['kind']; label: string; detail: string }[] = [
  { value: 'even', label: 'All alike', detail: 'each as often as the others' },
  { value: 'falling', label: 'Falling', detail: 'the first somewhat more often' },
  { value: 'power', label: 'Power law', detail: 'the first much more often (Zipf)' },
  { value: 'explicit', label: 'One by one', detail: 'a weight for each value' },
];

/** Rows that are drawn: enough to see the rule, and to set each weight of a list of sane length. */
const drawnByRule = 6;
const drawnExplicit = 100;

/** The first rows, and a sentence about those that are not drawn. */
export function weightRows(
  weights: Weights,
  values: readonly LiteralValue[],
): { rows: WeightRow[]; rest: string | null } {
  const shares = weightShares(weights, values.length);
  const most = weights.kind === 'explicit' ? drawnExplicit : drawnByRule;
  const rows = values.slice(0, most).map((value, place) => ({
    key: `at ${place}`,
    text: formatLiteral(value),
    weight: weights.kind === 'explicit' ? (weights.weights[place] ?? 0) : null,
    share: shares[place] ?? 0,
  }));
  const hidden = values.length - rows.length;
  if (hidden <= 0) return { rows, rest: null };
  const share = shares.slice(most).reduce((sum, each) => sum + each, 0);
  return { rows, rest: `and ${formatCount(hidden)} more: ${formatPercent(share, 1)} together` };
}

/** Explicit weights with another one at a place; other weights as they are. */
export function withWeight(weights: Weights, place: number, weight: number): Weights {
  if (weights.kind !== 'explicit') return weights;
  return { ...weights, weights: weights.weights.with(place, weight) };
}
