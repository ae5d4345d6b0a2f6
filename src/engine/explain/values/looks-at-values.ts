// Whether SQLite's planner may look at the values of a statement's parameters.
// Which values it is planned with stands in planning-values.ts.
import type { Index } from '../../model/playground.ts';
import { splitStatements } from '../../sql/statements/split-statements.ts';
import { statementKind } from '../../sql/statements/statement-kind.ts';
import { isKeyword, meaningfulTokens } from '../../sql/token.ts';
import type { ShadowRecipe } from '../shadows/shadow-database.ts';

/** Words whose operand the planner reads (whereexpr.c, isLikeOrGlob; select.c, computeLimitRegisters). */
const readWords = ['LIKE', 'GLOB', 'LIMIT', 'OFFSET'];

/**
 * False when no value can change the plan: builds without STAT4 read values only for the prefix of a
 * pattern, for a limit, and for what the condition of a partial index asks. Indexes on expressions
 * count too: cautiously.
 */
export function looksAtValues(sql: string, { schemaSql, indexes }: ShadowRecipe): boolean {
  if (hasWord(sql, readWords)) return true;
  return indexes.some(isConditional) || splitStatements(schemaSql).some(isConditional);
}

function isConditional({ sql }: Pick<Index, 'sql'>): boolean {
  if (statementKind(sql) !== 'create-index') return false;
  const isNested = meaningfulTokens(sql).filter(({ kind }) => kind === 'open').length > 1;
  return isNested || hasWord(sql, ['WHERE']);
}

function hasWord(sql: string, words: readonly string[]): boolean {
  return meaningfulTokens(sql).some((token) => words.some((word) => isKeyword(sql, token, word)));
}
