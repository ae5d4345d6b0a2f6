// Which keywords may follow which: what begins a statement or an operand, what comes behind one.

export const statementWords = [
  'SELECT',
  'INSERT INTO',
  'UPDATE',
  'DELETE FROM',
  'WITH',
  'VALUES',
  'REPLACE INTO',
  'CREATE TABLE',
  'CREATE INDEX',
  'CREATE UNIQUE INDEX',
  'CREATE VIEW',
  'CREATE TRIGGER',
  'EXPLAIN QUERY PLAN',
  'EXPLAIN',
  'ALTER TABLE',
  'DROP TABLE',
  'DROP INDEX',
  'DROP VIEW',
  'ANALYZE',
  'PRAGMA',
];

export const operandWords = [
  'CASE',
  'NOT',
  'NULL',
  'EXISTS',
  'CAST',
  'TRUE',
  'FALSE',
  'CURRENT_DATE',
  'CURRENT_TIME',
  'CURRENT_TIMESTAMP',
];

export const operatorWords = [
  'AND',
  'OR',
  'IN',
  'LIKE',
  'BETWEEN',
  'IS NULL',
  'IS NOT NULL',
  'IS',
  'NOT',
  'GLOB',
  'COLLATE',
  'ESCAPE',
];

const tail = ['ORDER BY', 'LIMIT', 'UNION ALL', 'UNION', 'INTERSECT', 'EXCEPT'];
export const joinWords = [
  'JOIN',
  'LEFT JOIN',
  'INNER JOIN',
  'CROSS JOIN',
  'RIGHT JOIN',
  'FULL JOIN',
  'NATURAL JOIN',
];
const behindFrom = [...joinWords, 'WHERE', 'GROUP BY', ...tail, 'WINDOW'];

export type ExpressionClause =
  | 'select'
  | 'on'
  | 'where'
  | 'group-by'
  | 'having'
  | 'order-by'
  | 'limit'
  | 'window'
  | 'returning'
  | 'values'
  | 'set-value'
  | 'group';

/** Behind a whole operand; 'group' is the inside of a parenthesis. */
export const wordsBehind: Record<ExpressionClause, readonly string[]> = {
  select: ['FROM', 'AS', ...operatorWords, 'OVER', 'FILTER', 'WHERE', ...tail],
  on: ['AND', ...behindFrom, ...operatorWords],
  where: ['AND', 'OR', 'GROUP BY', ...tail, 'RETURNING', 'WINDOW', ...operatorWords],
  'group-by': ['HAVING', ...tail, 'WINDOW', ...operatorWords],
  having: ['AND', 'OR', ...tail, 'WINDOW', ...operatorWords],
  'order-by': ['ASC', 'DESC', 'LIMIT', 'NULLS FIRST', 'NULLS LAST', ...operatorWords],
  limit: ['OFFSET'],
  window: ['ORDER BY', 'LIMIT'],
  returning: ['AS', ...operatorWords],
  values: ['ON CONFLICT', 'RETURNING'],
  'set-value': ['WHERE', 'FROM', 'RETURNING', ...operatorWords],
  group: [...operatorWords, 'ASC', 'DESC', 'ORDER BY', 'AS'],
};

export const wordsBehindSource = ['AS', ...behindFrom, 'INDEXED BY', 'NOT INDEXED'];
export const wordsBehindJoined = ['ON', 'USING', ...wordsBehindSource];

export const columnConstraintWords = [
  'PRIMARY KEY',
  'NOT NULL',
  'UNIQUE',
  'DEFAULT',
  'CHECK',
  'REFERENCES',
  'COLLATE',
  'GENERATED ALWAYS AS',
  'CONSTRAINT',
  'AUTOINCREMENT',
  'ON CONFLICT',
  'ON DELETE',
  'ON UPDATE',
];

export const tableConstraintWords = ['PRIMARY KEY', 'UNIQUE', 'CHECK', 'FOREIGN KEY', 'CONSTRAINT'];
