// The words that SQLite knows, for colouring and completion (sqlite.org/lang_keywords.html, lang_corefunc,
// lang_aggfunc, lang_mathfunc, windowfunctions, lang_datefunc, json1). Says nothing of where they may stand.

export const keywords = list(`
  ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN
  BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT
  CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC DETACH
  DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL FILTER FIRST
  FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX
  INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE LIMIT MATCH
  MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS OUTER OVER
  PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE
  RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWID ROWS SAVEPOINT SELECT SET STORED STRICT
  TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM
  VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHIN WITHOUT`);

/** Without DATE and TIME: those are columns as often as types. */
export const typeNames = list(`
  ANY BIGINT BLOB BOOLEAN CHAR CHARACTER CLOB DATETIME DECIMAL DOUBLE FLOAT INT INTEGER MEDIUMINT NCHAR
  NUMERIC NVARCHAR PRECISION REAL SMALLINT TEXT TIMESTAMP TINYINT UNSIGNED VARCHAR`);

export const functionNames = list(`
  abs acos asin atan atan2 avg ceil ceiling changes char coalesce concat concat_ws cos count cume_dist
  date datetime degrees dense_rank exp first_value floor format glob group_concat hex ifnull iif instr
  json json_array json_array_length json_each json_extract json_group_array json_group_object
  json_object json_set json_tree json_type json_valid julianday lag last_insert_rowid last_value lead
  length like ln log log10 log2 lower ltrim max min mod nth_value ntile nullif octet_length
  percent_rank pi pow power printf quote radians random randomblob rank replace round row_number rtrim
  sign sin soundex sqrt strftime string_agg substr substring sum tan time timediff total total_changes
  trim trunc typeof unhex unicode unistr unixepoch upper zeroblob`);

function list(text: string): string[] {
  return text.trim().split(/\s+/);
}
