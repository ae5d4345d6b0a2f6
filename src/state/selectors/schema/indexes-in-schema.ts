// The CREATE INDEX statements that stand in the schema script, where they cannot be switched.
import { indexNameOf } from '../../../engine/sql/indexes/index-name.ts';
import { splitStatements } from '../../../engine/sql/statements/split-statements.ts';
import { statementKind } from '../../../engine/sql/statements/statement-kind.ts';

/** Their names, in order. */
export function indexesInSchema(schemaSql: string): string[] {
  return splitStatements(schemaSql).flatMap(({ sql }) => {
    const name = statementKind(sql) === 'create-index' ? indexNameOf(sql) : null;
    return name === null ? [] : [name];
  });
}
