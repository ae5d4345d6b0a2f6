// Asks of a row which constraints it would break, each by itself, before it is inserted: SQLite's
// own error names only the first of several.
import { EngineFailure } from '../../../model/errors.ts';
import type { SqlValue } from '../../../model/values.ts';
import type { Database } from '../../../sqlite/driver.ts';
import type { WrittenConstraint } from '../definitions/read-constraints.ts';
import { isBroken } from './is-broken.ts';
import { createStoredRows } from './stored-rows.ts';
import type { TrialTable } from './trial-table.ts';

export interface RowProbe {
  look(row: readonly SqlValue[]): RowLook;
  close(): void;
}

export interface RowLook {
  broken: WrittenConstraint[];
  /** CHECKs that are NULL for the row, and so pass. */
  unknown: WrittenConstraint[];
}

/** `scratch` is an empty database, closed with the probe, and when there can be none. */
export function createRowProbe(trial: TrialTable, scratch: Database): RowProbe {
  try {
    return probeIn(trial, scratch);
  } catch (thrown) {
    scratch.close();
    throw thrown;
  }
}

function probeIn(trial: TrialTable, scratch: Database): RowProbe {
  const { constraints } = trial;
  const checks = constraints.filter(({ kind }) => kind === 'check');
  const rows = createStoredRows(trial, scratch);
  return {
    look(row) {
      const stored = rows.store(row);
      if (!stored) {
        throw new EngineFailure({ code: 'engine-failed', message: 'A probed row was not stored.' });
      }
      return {
        broken: constraints.filter((constraint) => isBroken(trial, constraint, stored)),
        unknown: checks.filter((check) => stored.isKept(check) === null),
      };
    },
    close() {
      rows.free();
      scratch.close();
    },
  };
}
