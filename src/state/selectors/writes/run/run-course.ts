// How far a run of the lab is, or how it ended, in a few words beside its heading. Pure.
import { formatCount, formatCountOf } from '../../../../lib/format/format-count.ts';
import type { WritesRun } from '../../../writes-store.ts';

/** '26 measured, 3–7 runs each, the time is used up'. */
export function runCourse(run: WritesRun): string {
  const { opened, samples, status } = run;
  if (!opened) return status === 'measuring' ? 'making rows and copies' : 'not measured';
  const runs = opened.contenders.map(
    ({ id }) =>
      samples.filter(({ contenderId, isControl }) => contenderId === id && !isControl).length,
  );
  const measured = runs.filter((count) => count > 0).length;
  const end = endOf(run);
  if (measured === 0 && status !== 'measuring') return `nothing measured${end}`;
  const all = formatCount(runs.length);
  const count = measured === runs.length ? all : `${formatCount(measured)} of ${all}`;
  return `${count} measured, ${runsEach(runs)} each${end}`;
}

/** '3–7 runs', of the least measured to the most. */
export function runsEach(runs: readonly number[]): string {
  const most = Math.max(0, ...runs);
  const least = runs.length === 0 ? 0 : Math.min(...runs);
  return least === most ? formatCountOf(most, 'run') : `${least}–${formatCount(most)} runs`;
}

function endOf({ status, standing }: WritesRun): string {
  if (status === 'stopped') return ', stopped early';
  if (status === 'failed') return ', failed';
  return standing?.reason === 'budget' ? ', the time is used up' : '';
}
