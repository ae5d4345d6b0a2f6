// Verbs on the indexes: the switches of the bench.
import type { EngineError } from '../../../engine/model/errors.ts';
import type { Index, Playground } from '../../../engine/model/playground.ts';
import { indexNameOf, withoutIfNotExists } from '../../../engine/sql/indexes/index-name.ts';
import { indexProblemAmong } from '../../../engine/sql/indexes/index-problem.ts';
import { splitStatements } from '../../../engine/sql/statements/split-statements.ts';
import { statementKind } from '../../../engine/sql/statements/statement-kind.ts';
import { isSameName } from '../../../lib/sql-name.ts';
import type { DocumentEditor } from '../../document-store.ts';

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
  /** The statement as an index, or why it cannot be one beside the others. */
  function read(text: string, except?: string): Index | EngineError {
    // Whether it exists is for the setups to say; the words would only hide a taken name.
    const sql = withoutIfNotExists(text.trim());
    const index = { name: indexNameOf(sql) ?? '', sql };
    const { indexes } = store.getState().playground;
    const others = indexes.filter(({ name }) => name !== except);
    return indexProblemAmong(index, others) ?? index;
  }

  return {
    add(sql) {
      const index = read(sql);
      if ('code' in index) return index;
      edit((playground) => withIndex(playground, index));
      return null;
    },
    change(name, sql) {
      const changed = read(sql, name);
      if ('code' in changed) return changed;
      edit((playground) => ({
        ...playground,
        indexes: playground.indexes.map((index) => (index.name === name ? changed : index)),
        setups: playground.setups.map((setup) => ({
          ...setup,
          indexes: setup.indexes.map((on) => (on === name ? changed.name : on)),
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
        const moved = free.map(({ sql }) => ({
          name: indexNameOf(sql) ?? '',
          sql: withoutIfNotExists(sql.trim()),
        }));
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
