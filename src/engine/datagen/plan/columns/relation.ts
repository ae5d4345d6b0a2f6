// A value moved to the right side of others in its row: enrolled <= capacity, ends > starts.
// Which column gives way is decided in plan-relations.ts.
import type { ColumnGenerator } from '../../../model/recipe/column-generator.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { Stream } from '../../draws/random.ts';
import type { Generator } from '../../generator.ts';
import { movedMoment } from '../../generators/moments/moved-moment.ts';
import type { Bound, Relation } from '../checks/column-rules.ts';

const daySeconds = 86400;

/** The value must be <operator> the other column's + offset. */
export interface Limit {
  name: string;
  generator: Generator;
  operator: Relation['operator'];
  offset: number;
}

interface Bounds {
  min: Bound | null;
  max: Bound | null;
}

/** The generator with its values moved between those of other columns, where they are not. */
export function relateTo(
  generator: Generator,
  limits: readonly Limit[],
  bounds: Bounds,
  settings: ColumnGenerator | null,
  stream: Stream,
): Generator {
  const words = limits.map(
    ({ operator, name, offset }) =>
      `${operator} ${name}${offset === 0 ? '' : ` ${offset > 0 ? '+' : '-'} ${Math.abs(offset)}`}`,
  );
  const moment = momentUnit(settings);
  return {
    name: generator.name,
    description: `${generator.description}, ${words.join(', ')}`,
    at(row) {
      const value = generator.at(row);
      const demands = limits
        .map(({ operator, offset, generator: other }) => ({
          operator,
          limit: plus(other.at(row), offset),
        }))
        .filter((demand) => demand.limit !== null);
      if (demands.every(({ operator, limit }) => holds(value, operator, limit))) return value;
      const same = demands.find(({ operator }) => operator === '=');
      if (same) return same.limit;
      if (typeof value === 'number')
        return betweenNumbers(value, demands, bounds, moment, row, stream);
      return amongMoments(value, demands, row, stream);
    },
  };
}

interface Demand {
  operator: Relation['operator'];
  limit: SqlValue;
}

// A whole moment is a large number: it is moved by days, not by as much again.
function momentUnit(settings: ColumnGenerator | null): number | null {
  if (settings?.kind !== 'moment') return null;
  return settings.form === 'seconds' ? daySeconds : 1;
}

function plus(value: SqlValue, offset: number): SqlValue {
  return typeof value === 'number' ? value + offset : value;
}

function betweenNumbers(
  value: number,
  demands: readonly Demand[],
  { min, max }: Bounds,
  moment: number | null,
  row: number,
  stream: Stream,
): SqlValue {
  const isWhole = Number.isInteger(value) && demands.every(({ limit }) => Number.isInteger(limit));
  const step = isWhole ? 1 : 0.01;
  let lowest: number | null = null;
  let highest: number | null = null;
  for (const { operator, limit } of demands) {
    if (typeof limit !== 'number') return value;
    const gap = operator === '<' || operator === '>' ? step : 0;
    if (operator === '<' || operator === '<=') {
      highest = Math.min(highest ?? limit - gap, limit - gap);
    } else {
      lowest = Math.max(lowest ?? limit + gap, limit + gap);
    }
  }
  const reach = moment === null ? null : moment * 14;
  if (lowest === null) {
    const near = highest ?? value;
    const far = reach === null ? (min?.value ?? 0) : near - reach;
    lowest = Math.min(near, far);
  } else if (highest === null) {
    const far = reach === null ? lowest + value : lowest + reach;
    highest = Math.max(lowest, Math.min(max?.value ?? far, far));
  }
  const low = Math.min(lowest, highest ?? lowest);
  const high = Math.max(lowest, highest ?? lowest);
  const drawn = between(low, high, isWhole, stream.unit(row));
  // An open bound of the column's own: the next value inside.
  if (min?.isOpen && drawn <= min.value) return Math.min(high, min.value + step);
  if (max?.isOpen && drawn >= max.value) return Math.max(low, max.value - step);
  return drawn;
}

function between(low: number, high: number, isWhole: boolean, unit: number): number {
  if (isWhole) return low + Math.floor(unit * (high - low + 1));
  const cents = Math.floor((low + unit * (high - low)) * 100) / 100;
  return Math.max(low, Math.min(high, cents));
}

function amongMoments(
  value: SqlValue,
  demands: readonly Demand[],
  row: number,
  stream: Stream,
): SqlValue {
  const days = 1 + stream.below(row, 14);
  const fits = (moved: SqlValue) =>
    demands.every(({ operator, limit }) => holds(moved, operator, limit));
  let nearest: SqlValue = value;
  for (const { operator, limit } of demands) {
    if (typeof limit !== 'string') continue;
    const isBelow = operator === '<' || operator === '<=';
    // Nearer and nearer: two other columns may leave little room between them.
    for (const seconds of [days * daySeconds, daySeconds, 60, 1]) {
      const moved = movedMoment(limit, isBelow ? -seconds : seconds) ?? value;
      if (fits(moved)) return moved;
      nearest = moved;
    }
    if (fits(limit)) return limit;
  }
  return nearest;
}

function holds(value: SqlValue, operator: Relation['operator'], limit: SqlValue): boolean {
  // With a NULL on either side a CHECK is not violated.
  if (value === null || limit === null) return true;
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
  }
}
