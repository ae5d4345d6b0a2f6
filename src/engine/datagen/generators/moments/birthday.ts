// Days of birth of grown-ups.
// A fixed span of years, as no clock is asked.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Generator, Source } from '../../generator.ts';
import { daysFromCivil } from './civil-date.ts';
import { daySeconds, momentText, momentWords } from './moment-text.ts';

const first = daysFromCivil(1945, 1, 1);
const count = daysFromCivil(2007, 1, 1) - first;

/** Any day from 1945 to 2006, all alike: people of 18 to 80 in 2025. */
export function createBirthday(source: Source, settings: GeneratorOf<'birthday'>): Generator {
  const { stream } = source;
  const at = (day: number) => momentText((first + day) * daySeconds, settings.form);
  return {
    name: 'date of birth',
    description: `${momentWords[settings.form]} from 1945-01-01 to 2006-12-31`,
    at: (row) => at(stream.below(row, count)),
    distinct: () => ({ size: count, at, isOrdered: false, goesOn: true }),
  };
}
