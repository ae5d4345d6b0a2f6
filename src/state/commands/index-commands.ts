// Verbs on the indexes: the switches of the bench.
import type { EngineError } from '../../engine/model/errors.ts';
import type { Index, Playground } from '../../engine/model/playground.ts';
import { indexNameOf } from '../../engine/sql/index-name.ts';
import { splitStatements } from '../../engine/sql/split-statements.ts';
import { statementKind } from '../../engine/sql/statement-kind.ts';
import type { DocumentEditor } from '../document-store.ts';

export interface IndexCommands {
  /** Adds a CREATE INDEX statement, on in every setup but the baseline. Null when added, or why not. */
  add(sql: string): EngineError | null;
  /** Changes an index's statement; its switches follow a new name. Null when changed. */
  change(name: string, sql: string): EngineError | null;
  remove(name: string): void;
  /** Moves CREATE INDEX statements of the schema script to the bench; returns their names. */
  moveOutOfSchema(): string[];
}

export function createIndexCommands({ edit, store }: DocumentEditor): IndexCommands {
  function reject(sql: string, except?: string): EngineError | null {
    const name = indexNameOf(sql);
    if (statementKind(sql) !== 'create-index' || name === null) {
      return indexError('Write one statement: CREATE INDEX name ON table (columns).');
    }
    if (splitStatements(sql).length > 1) {
      return indexError('One index at a time: there is more than one statement here.');
    }
    const isTaken = store
      .getState()
      .playground.indexes.some((index) => isSameName(index.name, name) && index.name !== except);
    return isTaken ? indexError(`There is an index ${name} already: choose another name.`) : null;
  }

  return {
    add(sql) {
      const problem = reject(sql);
      if (problem) return problem;
      edit((playground) =>
        withIndex(playground, { name: indexNameOf(sql) ?? '', sql: sql.trim() }),
      );
      return null;
    },
    change(name, sql) {
      const problem = reject(sql, name);
      if (problem) return problem;
      const newName = indexNameOf(sql) ?? name;
      edit((playground) => ({
        ...playground,
        indexes: playground.indexes.map((index) =>
          index.name === name ? { name: newName, sql: sql.trim() } : index,
        ),
        setups: playground.setups.map((setup) => ({
          ...setup,
          indexes: setup.indexes.map((on) => (on === name ? newName : on)),
        })),
      }));
      return null;
    },
    remove: (name) =>
      edit((playground) => ({
        ...playground,
        indexes: playground.indexes.filter((index) => index.name !== name),
        setups: playground.setups.map((setup) => ({
          ...setup,
          indexes: setup.indexes.filter((on) => on !== name),
        })),
      })),
    moveOutOfSchema() {
      const { schemaSql, indexes } = store.getState().playground;
      const found = splitStatements(schemaSql).filter(
        (statement) =>
          statementKind(statement.sql) === 'create-index' && indexNameOf(statement.sql) !== null,
      );
      const free = found.filter(
        ({ sql }) => !indexes.some((index) => isSameName(index.name, indexNameOf(sql) ?? '')),
      );
      if (free.length === 0) return [];
      edit((playground) => {
        const rest = free.reduceRight(
          (text, { start, end }) => text.slice(0, start).trimEnd() + text.slice(end),
          playground.schemaSql,
        );
        const moved = free.map(({ sql }) => ({ name: indexNameOf(sql) ?? '', sql: sql.trim() }));
        return moved.reduce(withIndexEverywhere, { ...playground, schemaSql: rest.trimStart() });
      });
      return free.map(({ sql }) => indexNameOf(sql) ?? '');
    },
  };
}

/** Adds an index that was part of the schema: it was on everywhere, so it stays on in every setup. */
export function withIndexEverywhere(playground: Playground, index: Index): Playground {
  return {
    ...playground,
    indexes: [...playground.indexes, index],
    setups: playground.setups.map((setup) => ({
      ...setup,
      indexes: [...setup.indexes, index.name],
    })),
  };
}

/** Adds a new index: off in the baseline, so that there is something to compare with. */
function withIndex(playground: Playground, index: Index): Playground {
  const everywhere = withIndexEverywhere(playground, index);
  const [baseline, ...others] = everywhere.setups;
  if (!baseline) return everywhere;
  const without = baseline.indexes.filter((name) => name !== index.name);
  return { ...everywhere, setups: [{ ...baseline, indexes: without }, ...others] };
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function indexError(message: string): EngineError {
  return { code: 'index-invalid', message };
}
