// The one sentence that always says what the tool is doing.
import type { BuildProgress } from '../../engine/model/database/database.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { formatRate } from '../../lib/format/format-rate.ts';
import type { Activity } from '../runs-store.ts';

/** Words for the live region: short, with a real fraction where there is one. */
export function statusText(activity: Activity): string {
  switch (activity.kind) {
    case 'ready':
      return 'Ready';
    case 'generating':
      return generatingText(activity.progress);
    case 'importing':
      return `${importWords[activity.progress.phase]} ${activity.fileName} ${percent(activity.progress.fraction)}`;
    case 'exporting':
      return `Exporting ${percent(activity.fraction)}`;
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
    case 'counting-loops':
      return `Counting the rows of each loop of ${activity.queryName}`;
    case 'asking':
      return 'Waiting for your answer';
    case 'confirming':
      return `Confirming ${activity.queryName}: fresh worker ${activity.run} of ${activity.runs}`;
    case 'testing':
      return `Testing this instrument ${percent(activity.fraction)}`;
    case 'scaling':
    case 'writing':
    case 'reading-pages':
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
  loading: 'Loading the kept data',
  schema: 'Generating',
  rows: 'Generating',
  indexes: 'Building indexes',
  statistics: 'Analyzing',
  keeping: 'Keeping the data for next time',
} as const;

const importWords = {
  reading: 'Reading',
  checking: 'Checking',
  loading: 'Loading',
  keeping: 'Keeping',
} as const;

/** The speed is that of making rows; it says nothing while indexes are built. */
function generatingText({ phase, fraction, rowsPerSecond }: BuildProgress): string {
  const text = `${phaseWords[phase]} ${percent(fraction)}`;
  if (phase !== 'rows' || rowsPerSecond === undefined || rowsPerSecond < 1) return text;
  return `${text}, ${formatRate(rowsPerSecond, 'row')}`;
}

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`;
}
