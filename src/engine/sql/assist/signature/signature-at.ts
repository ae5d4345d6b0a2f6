// The signatures of the call that the caret stands in.
import { functionsNamed } from '../../functions/catalogue.ts';
import { signatureTexts } from '../../functions/signature-text.ts';
import { argumentCounts, type FunctionParameter } from '../../functions/sql-function.ts';
import { isReservedWord } from '../../reserved-words.ts';
import { isKeyword, meaningfulTokens, type Token, tokenText } from '../../token.ts';
import { statementAround } from '../caret/statement-around.ts';
import type { SignatureHelp } from './signature-help.ts';

/**
 * The innermost call of a known function whose parentheses hold the caret. Null outside of any, and
 * inside a subquery, a window or the condition of a FILTER. Throws nothing.
 */
export function signatureAt(sql: string, offset: number): SignatureHelp | null {
  const statement = statementAround(sql, Math.max(0, Math.min(offset, sql.length)));
  const caret = offset - statement.start;
  const tokens = meaningfulTokens(statement.sql).filter(({ end }) => end <= caret);
  const call = openCall(statement.sql, tokens);
  const named = call ? functionsNamed(call.name) : [];
  if (!call || named.length === 0) return null;
  const signatures = named.flatMap(({ signatures: each }) => each);
  const activeSignature = fittingSignature(signatures, call.commas + 1);
  return {
    functionName: named[0]?.name ?? call.name,
    signatures: named.flatMap(signatureTexts),
    activeSignature,
    activeParameter: parameterAt(signatures[activeSignature] ?? [], call.commas),
    documentation: [...new Set(named.map(({ description }) => description))].join('\n\n'),
  };
}

interface Parenthesis {
  /** Null where nothing is called: what stands around it counts. '' where nothing around it does. */
  name: string | null;
  commas: number;
}

function openCall(sql: string, tokens: readonly Token[]): { name: string; commas: number } | null {
  const open: Parenthesis[] = [];
  for (const [at, token] of tokens.entries()) {
    const innermost = open.at(-1);
    if (token.kind === 'open') open.push({ name: calledBy(sql, tokens, at - 1), commas: 0 });
    else if (token.kind === 'close') open.pop();
    else if (token.kind === 'comma' && innermost) innermost.commas++;
    else if (tokens[at - 1]?.kind === 'open' && innermost && beginsQuery(sql, token)) {
      innermost.name = '';
    }
  }
  const call = open.findLast(({ name }) => name !== null);
  return call?.name ? { name: call.name, commas: call.commas } : null;
}

function calledBy(sql: string, tokens: readonly Token[], at: number): string | null {
  const before = tokens[at];
  if (namesTable(sql, tokens, at)) return '';
  if (before?.kind !== 'word') return before?.kind === 'quoted' ? '' : null;
  const word = tokenText(sql, before);
  if (['OVER', 'FILTER', 'WINDOW', 'AS'].some((each) => isKeyword(sql, before, each))) return '';
  // A parenthesis behind AND is no call; replace and like are keywords and functions.
  return isReservedWord(word) && functionsNamed(word).length === 0 ? null : word;
}

/** A list of columns stands behind the name of a table, whatever function is called the same. */
function namesTable(sql: string, tokens: readonly Token[], at: number): boolean {
  const is = (index: number, ...words: string[]) =>
    words.some((word) => isKeyword(sql, tokens[index], word));
  const first = tokens[at - 1]?.kind === 'dot' ? at - 2 : at;
  if (is(first - 1, 'INTO', 'TABLE', 'VIEW', 'REFERENCES', 'WITH', 'RECURSIVE')) return true;
  if (is(first - 1, 'EXISTS')) return is(first - 2, 'NOT') && is(first - 3, 'IF');
  const isIndex = is(first - 1, 'ON') && tokens.slice(0, 3).some((_, word) => is(word, 'INDEX'));
  return isIndex && is(0, 'CREATE');
}

function beginsQuery(sql: string, token: Token): boolean {
  return ['SELECT', 'WITH', 'VALUES'].some((word) => isKeyword(sql, token, word));
}

/** The first of the shortest that take so many arguments, else the longest. */
function fittingSignature(signatures: readonly FunctionParameter[][], count: number): number {
  const most = signatures.map((signature) => argumentCounts(signature).most);
  const fitting = most.filter((each) => each >= count);
  return most.indexOf(fitting.length > 0 ? Math.min(...fitting) : Math.max(...most));
}

function parameterAt(parameters: readonly FunctionParameter[], commas: number): number | null {
  if (commas < parameters.length) return commas;
  return parameters.at(-1)?.isVariadic ? parameters.length - 1 : null;
}
