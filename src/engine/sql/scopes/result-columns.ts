// Names of a SELECT's result columns, as far as the text gives them.
import { isNoName, nameAt, offsetAt, type ScopeReader } from './scope-reader.ts';

/** The named columns between two tokens, '*' for stars; an expression without a name is left out. */
export function resultColumns(reader: ScopeReader, from: number, until: number): string[] {
  const columns: string[] = [];
  let first = from;
  for (let at = from; at <= until; at++) {
    const { kind } = reader.tokens[at] ?? {};
    if (at < until && kind === 'open') at = Math.min(reader.closes[at] ?? until, until - 1);
    else if (at === until || kind === 'comma') {
      const name = columnName(reader, first, at);
      if (name !== null) columns.push(name);
      first = at + 1;
    }
  }
  return columns;
}

// Behind these a name is an operand, although the grammar lets them be names themselves.
const operators = new Set(['LIKE', 'GLOB', 'REGEXP', 'MATCH', 'OVER']);

function columnName(reader: ScopeReader, from: number, until: number): string | null {
  const { tokens, words } = reader;
  const last = until - 1;
  if (last < from) return null;
  const before = tokens[last - 1];
  if (
    reader.sql.charAt(offsetAt(reader, last)) === '*' &&
    (last === from || before?.kind === 'dot')
  )
    return '*';
  // END closes a CASE.
  const name = words[last] === 'END' ? null : nameAt(reader, last);
  if (name === null) return null;
  if (words[last - 1] === 'AS' && last > from) return name;
  if (last === from) return tokens[last]?.kind === 'string' ? null : name;
  if (before?.kind === 'dot') return name;
  const beforeWord = words[last - 1] ?? '';
  const endsOperand =
    before?.kind === 'word'
      ? !operators.has(beforeWord) &&
        (!isNoName(beforeWord) || /^(NULL|ISNULL|NOTNULL)$/.test(beforeWord))
      : before?.kind !== 'operator' && before?.kind !== 'illegal';
  return endsOperand ? name : null;
}
