// The techniques of an operation: which are measured, and which cannot apply as far as known before.
// Pure; what only the rows tell, the engine says when it opens a run.
import type { Table } from '../../../../../engine/model/database/schema.ts';
import type { TechniqueId, WriteOperation } from '../../../../../engine/model/writes/technique.ts';
import { factsOf, techniquesOf } from '../../../../../engine/model/writes/technique-facts.ts';
import { rowKeyOf } from '../../../../../engine/sql/tables/row-key.ts';
import { formatCount } from '../../../../../lib/format/format-count.ts';
import type { WritesSettings } from '../../../../writes-store.ts';
import type { TechniqueChoice } from '../writes-fields.ts';

/** What decides whether a technique can apply. */
export interface TechniqueGround {
  table: Table;
  operation: WriteOperation;
  /** Null where nobody has counted them. */
  tableRows: number | null;
  /** That a run writes. */
  rows: number;
  /** Whether an index of the table is on in a setup that is measured. */
  hasIndexes: boolean;
}

/** Those that the user chose, or those that are measured unless told otherwise. */
export function wantedTechniques(
  { techniques }: WritesSettings,
  operation: WriteOperation,
): TechniqueId[] {
  return techniques[operation] ?? techniquesOf(operation).filter((id) => factsOf(id).isDefault);
}

export function techniqueChoices(
  settings: WritesSettings,
  ground: TechniqueGround,
): TechniqueChoice[] {
  const { operation } = ground;
  const wanted = wantedTechniques(settings, operation);
  const choices = techniquesOf(operation).map((id) => {
    const { name, explanation } = factsOf(id);
    const reason = reasonOf(id, ground);
    return { id, name, explanation, reason, isMeasured: reason === null && wanted.includes(id) };
  });
  const measured = choices.filter(({ isMeasured }) => isMeasured).map(({ id }) => id);
  const baseline = baselineOf(measured, settings.baselines[operation], operation);
  return choices.map((choice) => ({ ...choice, isBaseline: choice.id === baseline }));
}

/**
 * Every other is compared with it in each round, so a slow one would cost the others theirs: unless
 * the user says otherwise it is the plain loop in one transaction.
 */
function baselineOf(
  measured: readonly TechniqueId[],
  wanted: TechniqueId | null,
  operation: WriteOperation,
): TechniqueId | null {
  const plain: TechniqueId = `${operation}-prepared`;
  const quick = measured.filter((id) => !factsOf(id).isAutocommit);
  const all = [wanted, plain, quick[0], measured[0]];
  return all.flatMap((id) => measured.filter((each) => each === id))[0] ?? null;
}

function reasonOf(id: TechniqueId, ground: TechniqueGround): string | null {
  const { table, tableRows, rows, hasIndexes } = ground;
  switch (id) {
    case 'insert-then-index':
      return hasIndexes
        ? null
        : `No setup that is measured has an index on ${table.name}: there is none to make afterwards.`;
    case 'update-upsert':
      return rowKeyOf(table)?.isRowid === false
        ? null
        : `${table.name} has no primary key without NULLs for ON CONFLICT to name.`;
    case 'delete-all':
      return tableRows === null || rows >= tableRows
        ? null
        : `It deletes all rows: choose all ${formatCount(tableRows)} rows of ${table.name}.`;
    default:
      return null;
  }
}

/** Why rows cannot be addressed one by one, as updates and deletes do; null when they can. */
export function keyReason(table: Table): string | null {
  if (rowKeyOf(table)) return null;
  return `${table.name} has no key to address its rows by: declare a primary key.`;
}
