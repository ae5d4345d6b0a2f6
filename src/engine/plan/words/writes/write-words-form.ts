// What an INSERT, UPDATE or DELETE changes besides its plan, in words and as data for a list.
import type { CheckOccasion } from '../../../model/plan/program-facts.ts';

export interface WriteWords {
  /** 'Changes products and 2 of its 3 indexes; checks 1 foreign key.' */
  summary: string;
  /** Why the plan has no steps, for when it has none. */
  noSteps: string;
  /** The tables that the statement itself changes. */
  changes: TableChange[];
  foreignKeys: ForeignKeyCheck[];
  /** Triggers and foreign key actions, each with what it does. */
  actions: TriggeredWork[];
}

export interface TableChange {
  table: string;
  sentence: string;
  /** Indexes in which entries are put or taken out, as SQLite names them. */
  maintained: string[];
  /** Indexes of the table that stay as they are. */
  untouched: string[];
}

export interface ForeignKeyCheck {
  /** The table that is looked at, and the one that refers to the other. */
  table: string;
  childTable: string;
  /** Every row of it is read, whenever it is looked at. */
  isScan: boolean;
  occasion: CheckOccasion;
  sentence: string;
}

export interface TriggeredWork {
  kind: 'trigger' | 'foreign-key-action';
  /** Of a trigger; null for a foreign key's. */
  name: string | null;
  sentence: string;
}
