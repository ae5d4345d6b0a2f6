// Columns that a CHECK ties to another column of the same row: enrolled <= capacity, ends > starts.
import type { SqlValue } from '../../model/values.ts';
import type { Generator } from '../generator.ts';
import { movedMoment } from '../generators/moments.ts';
import type { Stream } from '../random.ts';
import type { Bound, Relation } from './check-rules.ts';

const daySeconds = 86400;

/** The generator with its values moved to the right side of the other column's, where needed. */
export function relateTo(
  generator: Generator,
  other: Generator,
  relation: Relation,
  bounds: { min: Bound | null; max: Bound | null },
  stream: Stream,
): Generator {
  const { operator } = relation;
  const isBelow = operator === '<' || operator === '<=';
  const gap = operator === '<' || operator === '>' ? 1 : 0;
  return {
    name: generator.name,
    description: `${generator.description}, ${operator} ${relation.other}`,
    at(row) {
      const value = generator.at(row);
      const limit = other.at(row);
      if (holds(value, operator, limit)) return value;
      if (typeof value === 'number' && typeof limit === 'number') {
        const isWhole = Number.isInteger(value) && Number.isInteger(limit);
        const step = isWhole ? 1 : 0.01;
        const near = isBelow ? limit - gap * step : limit + gap * step;
        const far = isBelow
          ? Math.min(near, bounds.min?.value ?? 0)
          : Math.min(bounds.max?.value ?? near + value, near + value);
        return between(Math.min(near, far), Math.max(near, far), isWhole, stream.unit(row));
      }
      if (typeof limit === 'string') {
        const days = 1 + stream.below(row, 14);
        return movedMoment(limit, (isBelow ? -days : days) * daySeconds) ?? value;
      }
      return value;
    },
  };
}

function between(low: number, high: number, isWhole: boolean, unit: number): number {
  if (isWhole) return low + Math.floor(unit * (high - low + 1));
  const cents = Math.floor((low + unit * (high - low)) * 100) / 100;
  return Math.max(low, Math.min(high, cents));
}

function holds(value: SqlValue, operator: Relation['operator'], limit: SqlValue): boolean {
  // With a NULL on either side a CHECK is not violated.
  if (value === null || limit === null) return true;
  if (operator === '<') return value < limit;
  if (operator === '<=') return value <= limit;
  return operator === '>' ? value > limit : value >= limit;
}
