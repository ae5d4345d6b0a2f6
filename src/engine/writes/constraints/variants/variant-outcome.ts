// What becomes of a variant: SQL that makes it, or the reason why it cannot be.
import type { ForeignKey } from '../../../model/database/schema.ts';
import type { TableVariant } from '../../../model/writes/writes.ts';

/** A variant with what it takes to make it. */
export interface BuiltVariant {
  variant: TableVariant;
  /** CREATE TABLE, then CREATE INDEX. */
  statements: string[];
  /** Names of the indexes of `statements`. */
  indexes: string[];
  /** Foreign keys whose parents must be there. */
  references: ForeignKey[];
}

export interface RefusedVariant {
  variant: TableVariant;
  /** A sentence. */
  reason: string;
}

export type VariantOutcome = BuiltVariant | RefusedVariant;

/** A variant of these statements, of which those behind the first are CREATE INDEX. */
export function builtVariant(
  about: Omit<TableVariant, 'sql'>,
  statements: string[],
  references: readonly ForeignKey[] = [],
  indexes: readonly string[] = [],
): BuiltVariant {
  return {
    variant: { ...about, sql: statements.map((sql) => `${sql};`).join('\n') },
    statements,
    indexes: [...indexes],
    references: [...references],
  };
}

/** A variant that cannot be, with the reason as a sentence. */
export function refusedVariant(
  about: Omit<TableVariant, 'sql'>,
  reason: string,
  sql = '',
): RefusedVariant {
  return { variant: { ...about, sql }, reason };
}
