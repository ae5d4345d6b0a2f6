// What a run of the Writes lab asks of the engine, from the playground and the lab's fields.
// Pure; what the fields show stands in writes-form.
import type { Playground } from '../../../../engine/model/playground.ts';
import type { WriteOperation } from '../../../../engine/model/writes/technique.ts';
import type {
  WriteStart,
  WritesBase,
  WritesKind,
  WritesRequest,
} from '../../../../engine/model/writes/writes.ts';
import { assertNever } from '../../../../lib/assert-never.ts';
import type { WritesExperiment, WritesSettings } from '../../../writes-store.ts';
import { writesBasis } from '../writes-basis.ts';
import { batchedTechnique } from './choices/batch-sizes.ts';
import { type ChosenWrites, chosenWrites } from './chosen-writes.ts';
import { letteredSetups } from './setups/measured-setups.ts';
import type { WritesFacts } from './writes-fields.ts';
import { writesRefusal } from './writes-refusals.ts';

/** Null when a run of this kind cannot begin; the form says why. */
export function writesRequest(
  kind: WritesKind,
  playground: Playground,
  settings: WritesSettings,
  facts: WritesFacts,
): WritesRequest | null {
  const chosen = chosenWrites(playground, settings, facts);
  if (!chosen || writesRefusal(kind, playground, chosen, facts) !== null) return null;
  const base = (operations: readonly WriteOperation[], rows: number, start: WriteStart) =>
    baseOf(playground, settings, chosen, { operations, rows, start });
  const { operation, rows, start, setups: lettered, price } = chosen;
  const setups = lettered.map(({ letter: _, ...setup }) => setup);
  switch (kind) {
    case 'techniques': {
      const measured = chosen.techniques.filter(({ isMeasured }) => isMeasured);
      const baseline = measured.find(({ isBaseline }) => isBaseline);
      if (!baseline) return null;
      return {
        ...base([operation], rows, start),
        kind,
        operation,
        techniques: measured.map(({ id }) => id),
        baseline: baseline.id,
        batchSize: chosen.batchSize,
        setups,
      };
    }
    case 'batch-sizes': {
      const technique = batchedTechnique(operation);
      if (!technique) return null;
      const { batchSizes } = chosen;
      return {
        ...base([operation], rows, start),
        kind,
        technique: technique.id,
        batchSizes,
        setups,
      };
    }
    case 'index-price':
      return {
        ...base(price.operations, price.rows, price.start),
        kind,
        operations: price.operations,
        indexSets: price.sets.map(({ id, indexes }) => ({ id, indexes })),
      };
    case 'constraints':
      // The variants are tables of their own: what the table holds does not matter.
      return { ...base(['insert'], settings.rows, 'empty'), kind };
    default:
      return assertNever(kind);
  }
}

function baseOf(
  playground: Playground,
  { budgetMs }: WritesSettings,
  { table, column, expression }: ChosenWrites,
  what: { operations: readonly WriteOperation[]; rows: number; start: WriteStart },
): WritesBase {
  const isUpdate = what.operations.includes('update') && column !== null;
  return {
    table: table.name,
    rows: what.rows,
    start: what.start,
    update: isUpdate ? { column: column.name, expression } : null,
    indexNames: playground.indexes.map(({ name }) => name),
    seed: playground.recipe.seed,
    budgetMs,
  };
}

/** What a run of this kind is about; null when it cannot begin. */
export function writesExperiment(
  kind: WritesKind,
  playground: Playground,
  settings: WritesSettings,
  facts: WritesFacts,
): WritesExperiment | null {
  const request = writesRequest(kind, playground, settings, facts);
  const chosen = request && chosenWrites(playground, settings, facts);
  if (!request || !chosen) return null;
  // Index sets stand for setups that are not measured, too.
  const setups = 'setups' in request ? chosen.setups : letteredSetups(playground);
  return { request, setups, basis: writesBasis(playground, { request, setups }) };
}
