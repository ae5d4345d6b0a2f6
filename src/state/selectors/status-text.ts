// The one sentence that always says what the tool is doing.
import { assertNever } from '../../lib/assert-never.ts';
import type { Activity } from '../runs-store.ts';

/** Words for the live region: short, with a real fraction where there is one. */
export function statusText(activity: Activity): string {
  switch (activity.kind) {
    case 'ready':
      return 'Ready';
    case 'generating':
      return `${phaseWords[activity.progress.phase]} ${percent(activity.progress.fraction)}`;
    case 'running':
      return `Running ${activity.queryName}`;
    case 'checking':
      return `Checking the data ${percent(activity.fraction)}`;
    case 'settling':
      return "Waiting 2 s for the stopped query's thread to end, so that it does not disturb the times";
    case 'measuring':
      return activity.round === 0
        ? `Measuring ${activity.queryName}: first runs`
        : `Measuring round ${activity.round} of ${activity.minRounds}-${activity.maxRounds}`;
    case 'paused':
      return 'Paused while this page is hidden';
    case 'counting':
      return 'Counting the work';
    case 'asking':
      return 'Waiting for your answer';
    case 'confirming':
      return `Confirming ${activity.queryName}: fresh worker ${activity.run} of ${activity.runs}`;
    case 'testing':
      return `Testing this instrument ${percent(activity.fraction)}`;
    case 'scaling':
      return activity.text;
    case 'stopped':
      return 'Stopped';
    case 'failed':
      return activity.error.message;
    default:
      return assertNever(activity);
  }
}

/** 0 to 1 while there is progress to show, otherwise null. */
export function activityFraction(activity: Activity): number | null {
  if (activity.kind === 'generating') return activity.progress.fraction;
  return 'fraction' in activity ? activity.fraction : null;
}

const phaseWords = {
  schema: 'Generating',
  rows: 'Generating',
  indexes: 'Building indexes',
  statistics: 'Analyzing',
} as const;

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}
