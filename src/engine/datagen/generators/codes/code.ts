// Codes of a prefix and a number.
// Letters and digits in any arrangement stand in pattern.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';

/**
 * A prefix and a number of at least `digits` digits, more where the rows need them: 'SKU-004821'.
 * Distinct ones are in no order.
 */
export function createCode(source: Source, settings: GeneratorOf<'code'>): Generator {
  return numbered('code', source, settings);
}

/** Five digits: '90210'. */
export function createPostalCode(source: Source): Generator {
  return numbered('postal code', { ...source, rows: 1 }, { kind: 'code', prefix: '', digits: 5 });
}

function numbered(name: string, source: Source, settings: GeneratorOf<'code'>): Generator {
  const { stream } = source;
  const { prefix, digits } = settings;
  const enough = 10 * Math.max(1, source.rows);
  let size = 10;
  for (let digit = 1; digit < digits || size < enough; digit++) size *= 10;
  const width = String(size - 1).length;
  const at = (number: number) => prefix + String(number).padStart(width, '0');
  return {
    name,
    description: `codes such as ${at(Math.floor(size / 7))}`,
    at: (row) => at(stream.below(row, size)),
    distinct: () => ({ size, at, isOrdered: false }),
  };
}
