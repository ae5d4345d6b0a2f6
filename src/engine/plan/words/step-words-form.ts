// The words of one step of a plan, as data for a view, a tooltip and a report.
// Where they come from stands in step-words.ts.

export interface StepBadge {
  text: string;
  /** 'ok': as cheap as it gets; 'warn': look here first; 'neutral': worth knowing. */
  tone: 'ok' | 'warn' | 'neutral';
  /** What it means, in a sentence or two. */
  explanation: string;
}

export interface StepWords {
  /** What SQLite does at this step, in plain English. */
  sentence: string;
  badges: StepBadge[];
  /** Rows that the loop was counted to visit: 'visited 12,345 rows'; null without a count. */
  actual: string | null;
}
