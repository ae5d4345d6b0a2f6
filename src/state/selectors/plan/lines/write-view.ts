// What a write changes besides finding its rows, as lines to draw, with what differs from setup A.
// Pure; what is changed is the engine's to say (engine/plan/words/writes).
import type {
  ForeignKeyCheck,
  TableChange,
  WriteWords,
} from '../../../../engine/plan/words/writes/write-words-form.ts';
import type { LineChange } from './step-line.ts';

export interface WriteLine {
  id: string;
  kind: 'table' | 'foreign-key' | 'trigger';
  sentence: string;
  /** A whole table is read for each row that is changed. */
  isScan: boolean;
  changes: LineChange[];
}

export interface WriteView {
  summary: string;
  lines: WriteLine[];
}

/** `baseline`: the words of setup A; null for setup A itself, and while they are not known. */
export function writeView(words: WriteWords, baseline: WriteWords | null): WriteView {
  return {
    summary: words.summary,
    lines: [
      ...words.changes.map((change): WriteLine => {
        const other = baseline?.changes.find(({ table }) => table === change.table);
        return {
          id: `table ${change.table}`,
          kind: 'table',
          sentence: change.sentence,
          isScan: false,
          changes: other ? indexChanges(change, other) : [],
        };
      }),
      ...words.foreignKeys.map((check, position): WriteLine => {
        const other = baseline?.foreignKeys[position];
        return {
          id: `foreign key ${position}`,
          kind: 'foreign-key',
          sentence: check.sentence,
          isScan: check.isScan,
          changes: other ? keyChanges(check, other) : [],
        };
      }),
      ...words.actions.map(
        ({ sentence }, position): WriteLine => ({
          id: `action ${position}`,
          kind: 'trigger',
          sentence,
          isScan: false,
          changes: [],
        }),
      ),
    ],
  };
}

function indexChanges({ maintained }: TableChange, other: TableChange): LineChange[] {
  return [
    ...maintained
      .filter((index) => !other.maintained.includes(index))
      .map(
        (index): LineChange => ({
          kind: 'added',
          text: index,
          explanation: 'This index is kept up to date here, and not in setup A.',
        }),
      ),
    ...other.maintained
      .filter((index) => !maintained.includes(index))
      .map(
        (index): LineChange => ({
          kind: 'removed',
          text: index,
          explanation: 'This index is kept up to date in setup A, and not here.',
        }),
      ),
  ];
}

/** The keys of a statement are the same in every setup, in the same order. */
function keyChanges(check: ForeignKeyCheck, other: ForeignKeyCheck): LineChange[] {
  if (check.isScan === other.isScan) return [];
  return [
    check.isScan
      ? {
          kind: 'changed',
          text: 'search → scan',
          explanation: 'In setup A an index leads to the rows of this key.',
        }
      : {
          kind: 'changed',
          text: 'scan → search',
          explanation: 'In setup A the whole table is read for each row that is changed.',
        },
  ];
}
