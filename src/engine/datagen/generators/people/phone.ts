// Telephone numbers.
// Of the North American form; whether anybody answers is not known.
import type { Generator, Source } from '../../generator.ts';

const areas = 800;
const perArea = 10_000_000;

/** '+1 555 204 7781'. */
export function createPhone(source: Source): Generator {
  const { stream } = source;
  const digits = (number: number, width: number) => String(number).padStart(width, '0');
  const at = (number: number) => {
    const area = 200 + Math.floor(number / perArea);
    const rest = number % perArea;
    return `+1 ${area} ${digits(Math.floor(rest / 10_000), 3)} ${digits(rest % 10_000, 4)}`;
  };
  const size = areas * perArea;
  return {
    name: 'phone',
    description: 'telephone numbers',
    at: (row) => at(Math.floor(stream.unit(row) * size)),
    distinct: () => ({ size, at, isOrdered: false }),
  };
}
