// Times in the tables beside charts.
import { formatDuration } from '../../lib/format/format-duration.ts';

/** The duration with what follows it; a dash alone for what was not measured. */
export function tableDuration(milliseconds: number | null | undefined, after = ''): string {
  if (milliseconds === null || milliseconds === undefined) return '–';
  return `${formatDuration(milliseconds)}${after}`;
}
