// The plan of a write in words: tables, indexes, foreign keys, triggers. The lines of EXPLAIN QUERY
// PLAN say only how its rows are found.
import { formatCountOf } from '../../../../lib/format/format-count.ts';
import { formatList } from '../../../../lib/format/format-list.ts';
import type { ProgramFacts } from '../../../model/plan/program-facts.ts';
import { readScopes } from '../../../sql/scopes/read-scopes.ts';
import { statementKind } from '../../../sql/statements/statement-kind.ts';
import { nameWords } from '../name-words.ts';
import type { WordsContext } from '../words-context.ts';
import { triggeredWork } from './action-words.ts';
import { checksSummary, foreignKeyChecks } from './foreign-key-words.ts';
import { tableChange, type WriteVerb } from './table-change.ts';
import { tablesOf } from './work-words.ts';
import { setColumns } from './write-text.ts';
import type { TableChange, WriteWords } from './write-words-form.ts';

/** Null for statements that are no INSERT, UPDATE or DELETE. `facts` are of `context.sql`. */
export function writeWords(facts: ProgramFacts, context: WordsContext): WriteWords | null {
  const verb = statementKind(context.sql);
  if (verb !== 'insert' && verb !== 'update' && verb !== 'delete') return null;
  const changes = tablesOf(facts.writes).map((table) =>
    tableChange(table, verb, facts.writes, context),
  );
  const foreignKeys = foreignKeyChecks(verb, setColumns(context.sql), facts, context);
  const actions = triggeredWork(facts.subprograms, context);
  const summary = [
    changes.length === 0
      ? unchangedSummary(facts, context)
      : `${summaryVerbs[verb]} ${formatList(changes.map(changeSummary))}`,
    ...checksSummary(foreignKeys),
    countSummary(actions, 'trigger', 'trigger'),
    countSummary(actions, 'foreign-key-action', 'foreign key action'),
  ].filter((part) => part !== null);
  return {
    summary: `${summary.join('; ')}.`,
    noSteps: noStepsSentence(verb, facts),
    changes,
    foreignKeys,
    actions,
  };
}

const summaryVerbs: Readonly<Record<WriteVerb, string>> = {
  insert: 'Writes to',
  update: 'Changes',
  delete: 'Deletes from',
};

function changeSummary({ table, maintained, untouched }: TableChange): string {
  const all = maintained.length + untouched.length;
  const name = nameWords(table);
  if (all === 0) return name;
  const indexes = all === 1 ? 'index' : formatCountOf(all, 'index', 'indexes');
  if (maintained.length === 0) return `${name} and ${all === 1 ? 'not' : 'none of'} its ${indexes}`;
  return maintained.length === all
    ? `${name} and its ${indexes}`
    : `${name} and ${maintained.length} of its ${indexes}`;
}

function unchangedSummary({ changesVirtual }: ProgramFacts, { sql }: WordsContext): string {
  if (!changesVirtual) return 'Changes no table itself';
  const name = readScopes(sql).find(({ kind }) => kind !== 'select')?.sources[0]?.name ?? null;
  return `Changes the virtual table${name === null ? '' : ` ${nameWords(name)}`}; its own code decides what it writes`;
}

function countSummary(
  actions: WriteWords['actions'],
  kind: 'trigger' | 'foreign-key-action',
  noun: string,
): string | null {
  const count = actions.filter((action) => action.kind === kind).length;
  return count === 0 ? null : `runs ${formatCountOf(count, noun)}`;
}

function noStepsSentence(verb: WriteVerb, facts: ProgramFacts): string {
  if (facts.writes.some(({ isCleared }) => isCleared)) {
    return 'No rows have to be found: without WHERE the table is emptied as a whole, so the plan has no steps.';
  }
  return verb === 'insert'
    ? 'No rows have to be found: they stand in the statement itself, so the plan has no steps.'
    : 'SQLite gives no steps for how the rows are found.';
}
