// Which statements of a script run, which are left out, and which end the import.
// Dumps carry statements about how they are to be loaded; loading is done our way.
import { meaningfulTokens, readToken, type Token, tokenText } from '../../../sql/token.ts';
import { refusals } from '../../refusals.ts';
import type { ScriptPart } from './script-statements.ts';

export type ScriptRule =
  | { kind: 'run' }
  /** `note`: what is told, with a count; absent for what every dump has. */
  | { kind: 'skip'; note?: string };

/** What to do with a part. Throws a refusal that names its line. */
export function ruleOf({ kind, sql, line }: ScriptPart): ScriptRule {
  if (kind === 'dot-command') return ruleOfDotCommand(sql, line);
  const [first = '', second = ''] = firstWords(sql);
  switch (first) {
    case 'BEGIN':
    case 'COMMIT':
    case 'END':
      return { kind: 'skip' };
    case 'START':
      return second === 'TRANSACTION' ? { kind: 'skip' } : { kind: 'run' };
    case 'ROLLBACK':
      // .dump ends so when it could not read everything.
      if (second === 'TO') return { kind: 'run' };
      throw refusals.scriptStatement(
        line,
        'ROLLBACK would undo everything before it.',
        'The sqlite3 shell ends a dump so when it met a damaged database. Take the lines before it, or mend the database with .recover.',
      );
    case 'PRAGMA':
      return ruleOfPragma(sql, line);
    case 'SELECT':
    case 'VALUES':
    case 'EXPLAIN':
      if (/\bload_extension\s*\(/i.test(sql)) {
        throw refusals.scriptStatement(
          line,
          'load_extension cannot be used: this page loads no extensions.',
          'Leave the line out.',
        );
      }
      return { kind: 'skip', note: `${first} statements, which change nothing` };
    case 'VACUUM':
      if (meaningfulTokens(sql).some((token) => tokenText(sql, token).toUpperCase() === 'INTO')) {
        throw otherFile(line, 'VACUUM INTO');
      }
      return { kind: 'skip' };
    case 'ATTACH':
    case 'DETACH':
      throw otherFile(line, first);
    default:
      return { kind: 'run' };
  }
}

function otherFile(line: number, what: string) {
  return refusals.scriptStatement(
    line,
    `${what} reaches for another database file, which the page does not have.`,
    'Put all tables into one database and dump that.',
  );
}

function ruleOfPragma(sql: string, line: number): ScriptRule {
  const words = meaningfulTokens(sql.slice(0, 1000)).map((token) =>
    tokenText(sql, token).toLowerCase(),
  );
  const name = words[2] === '.' ? words[3] : words[1];
  const value = words.slice(2).find((word) => /^[a-z0-9]+$/.test(word) && word !== name);
  if (name === 'writable_schema' && value !== 'off' && value !== '0' && value !== 'false') {
    throw refusals.scriptStatement(
      line,
      'PRAGMA writable_schema lets a script write into the schema itself, which is not allowed here. Dumps of virtual tables (FTS) need it.',
      'Open the SQLite file itself instead of its dump.',
    );
  }
  const isUsual = name === 'foreign_keys' || name === 'writable_schema';
  return isUsual ? { kind: 'skip' } : { kind: 'skip', note: `PRAGMA ${name ?? ''}` };
}

const reachesOut =
  /^\.(read|import|open|restore|load|clone|backup|save|system|shell|once|output|archive|ar|cd|recover|session|excel|www)\b/i;

function ruleOfDotCommand(command: string, line: number): ScriptRule {
  const [name = ''] = command.split(/\s/, 1);
  if (reachesOut.test(command)) {
    throw refusals.scriptStatement(
      line,
      `${name} is a command of the sqlite3 shell that needs other files; they are not here.`,
      'Run the script in the sqlite3 shell and open the database that it makes.',
    );
  }
  return { kind: 'skip', note: `${name} (a command of the sqlite3 shell)` };
}

/** The words that a statement begins with, in capitals; no more than asked for. */
function firstWords(sql: string, count = 2): string[] {
  const words: string[] = [];
  const token: Token = { kind: 'illegal', start: 0, end: 0 };
  for (let at = 0; words.length < count && readToken(sql, at, token); at = token.end) {
    if (token.kind === 'space' || token.kind === 'comment' || token.kind === 'semicolon') continue;
    if (token.kind !== 'word') break;
    words.push(tokenText(sql, token).toUpperCase());
  }
  return words;
}

/** What a statement is counted under: 'CREATE TABLE', 'INSERT'. */
export function statementLabel({ kind, sql }: ScriptPart): string {
  if (kind === 'dot-command') return sql.split(/\s/, 1)[0] ?? '.';
  const words = firstWords(sql, 4);
  const [first = 'other'] = words;
  if (first !== 'CREATE' && first !== 'DROP' && first !== 'ALTER') return first.slice(0, 30);
  const object = words
    .slice(1)
    .find((word) => !['TEMP', 'TEMPORARY', 'UNIQUE', 'OR', 'REPLACE'].includes(word));
  return `${first} ${object === 'VIRTUAL' ? 'VIRTUAL TABLE' : (object ?? '')}`.trim().slice(0, 40);
}
