// The affinity of a column, from its declared type (sqlite.org/datatype3.html, section 3.1).
import type { Affinity } from '../model/database/schema.ts';

/** SQLite's five rules in their order; ANY converts nothing in a STRICT table, else it is numeric. */
export function affinityOf(declaredType: string, isStrict: boolean): Affinity {
  const type = declaredType.toUpperCase();
  if (isStrict && type === 'ANY') return 'blob';
  if (type.includes('INT')) return 'integer';
  if (type.includes('CHAR') || type.includes('CLOB') || type.includes('TEXT')) return 'text';
  if (type === '' || type.includes('BLOB')) return 'blob';
  if (type.includes('REAL') || type.includes('FLOA') || type.includes('DOUB')) return 'real';
  return 'numeric';
}
