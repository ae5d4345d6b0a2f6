// Whether the engine works for the user; what is under way stands in the runs store.
// Keeps away from starting and ending work: commands do that.
import type { Activity } from './runs-store.ts';

/** True while the engine works for the user; Stop is offered. */
export function isBusy({ kind }: Pick<Activity, 'kind'>): boolean {
  return !['ready', 'stopped', 'failed'].includes(kind);
}
