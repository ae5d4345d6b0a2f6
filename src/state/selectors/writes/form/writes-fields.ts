// Parts of the Writes lab's form as plain values: what they look like, not how they are made.
import type { SetupLetter } from '../../../../engine/model/playground.ts';
import type { TechniqueId } from '../../../../engine/model/writes/technique.ts';
import type { Activity, RunsState } from '../../../runs-store.ts';

/** What the page knows besides the playground. */
export interface WritesFacts extends Pick<RunsState, 'inspection' | 'database'> {
  /** Its kind alone: how far it is changes several times a second. */
  activity: Pick<Activity, 'kind'>;
}

export interface WritesChoice<Value extends string = string> {
  value: Value;
  label: string;
  /** A dimmed line under the label. */
  detail?: string;
  /** Why it cannot be chosen, as a sentence; null when it can. */
  reason: string | null;
}

export interface TechniqueChoice {
  id: TechniqueId;
  name: string;
  explanation: string;
  isMeasured: boolean;
  isBaseline: boolean;
  /** Why it cannot apply here; it is not measured then, whatever was chosen. */
  reason: string | null;
}

export interface UpdateFields {
  columns: WritesChoice[];
  column: string;
  /** SQL over the row: what the column is set to. */
  expression: string;
  /** What stands there unless the user writes something else. */
  defaultExpression: string;
  /** What is to be known of this choice, as a sentence. */
  note: string | null;
}

export interface SetupChoice {
  id: string;
  letter: SetupLetter;
  name: string;
  isMeasured: boolean;
  /** Names of the table's indexes that are on in it. */
  indexes: string[];
  /** That another writes the same: 'same indexes as B'. */
  note: string | null;
}
