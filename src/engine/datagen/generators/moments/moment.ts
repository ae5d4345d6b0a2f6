// When something happened: days and times in a span.
// No clock is asked, so that the same recipe gives the same rows next year.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import type { Distinct, Generator, Source } from '../../generator.ts';
import { dayNumber, daySeconds, momentText, momentUnit, momentWords } from './moment-text.ts';

const orderWords = {
  rows: 'in the order of the rows',
  uniform: 'all alike',
  recent: 'recent ones much more frequent',
};

/**
 * Moments of the days `from` to `to`; `delayDays` moves each up to that many days past its own
 * moment ("shipped", "updated"). In the order of the rows, all such columns of a row agree.
 */
export function createMoment(source: Source, settings: GeneratorOf<'moment'>): Generator {
  const { from, to, form, order, delayDays } = settings;
  const start = dayNumber(from) * daySeconds;
  const span = (dayNumber(to) + 1) * daySeconds - start;
  const own = ownMoment(source, order, span);
  const delay = source.stream.split('delay');
  const secondsAt = (row: number) => {
    const moment = start + own(row);
    return delayDays > 0 ? moment + 60 + delay.below(row, delayDays * daySeconds) : moment;
  };
  return {
    name: 'date or time',
    description: `${momentWords[form]} from ${from} to ${to}, ${orderWords[order]}`,
    at: (row) => momentText(secondsAt(row), form),
    distinct: (needed) => {
      const unit = momentUnit(form);
      const write = (units: number) => momentText(start + units * unit, form);
      return order === 'rows'
        ? inOrder(Math.floor(span / unit), needed, write)
        : { size: span / unit, at: write, isOrdered: false, goesOn: true };
    },
  };
}

/** A table without rows is described by some all the same: they too lie in the span. */
const rowsShown = 10;

// Seconds since the start of the span.
function ownMoment(
  source: Source,
  order: GeneratorOf<'moment'>['order'],
  span: number,
): (row: number) => number {
  if (order === 'rows') {
    const jitter = source.shared.split('moment');
    const step = span / (source.rows || rowsShown);
    return (row) => Math.floor((row + jitter.unit(row)) * step);
  }
  const { stream } = source;
  if (order === 'uniform') return (row) => Math.floor(stream.unit(row) * span);
  // The cube of an even draw: half of the rows lie in the last eighth of the span.
  return (row) => {
    const age = stream.unit(row);
    return Math.floor((1 - age * age * age) * span * (1 - 1e-12));
  };
}

// Every so many units one; more than one per unit go on past the end of the span.
function inOrder(count: number, needed: number, write: Distinct['at']): Distinct {
  const stride = Math.max(1, Math.floor(count / Math.max(1, needed)));
  const size = Math.max(Math.floor(count / stride), needed);
  return { size, at: (number) => write(number * stride), isOrdered: true };
}
