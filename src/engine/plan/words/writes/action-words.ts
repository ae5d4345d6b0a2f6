// Triggers and foreign key actions that a write sets off, in words.
// EXPLAIN QUERY PLAN is silent about them; their programs stand behind the statement's own.
import { capitalized } from '../../../../lib/format/capitalized.ts';
import { isSameName } from '../../../../lib/sql-name.ts';
import type { Subprogram } from '../../../model/plan/program-facts.ts';
import { nameWords } from '../name-words.ts';
import type { WordsContext } from '../words-context.ts';
import { readWords, tablesOf, workWords } from './work-words.ts';
import type { TriggeredWork } from './write-words-form.ts';

/** Each program once, in the order in which SQLite lists them. */
export function triggeredWork(
  subprograms: readonly Subprogram[],
  context: WordsContext,
): TriggeredWork[] {
  return subprograms.map((program): TriggeredWork => {
    const { kind, name } = program;
    const sentence =
      kind === 'trigger' ? triggerSentence(program, context) : actionSentence(program, context);
    return { kind, name, sentence };
  });
}

function triggerSentence(program: Subprogram, context: WordsContext): string {
  const name = program.name === null ? 'A trigger' : `Trigger ${nameWords(program.name)}`;
  return `${name}, for each row: ${workWords(program, context)}.`;
}

function actionSentence(program: Subprogram, context: WordsContext): string {
  const [child] = tablesOf(program.writes);
  if (child === undefined) {
    const [read] = tablesOf(program.reads);
    const look =
      read === undefined ? 'Looks' : capitalized(readWords(read, program.reads, context));
    return `${look}, for each row, and refuses the change if a row refers to it (RESTRICT).`;
  }
  const rule = ruleOf(program, child, context);
  const way = readWords(child, program.reads, context);
  return `${capitalized(workWords({ ...program, reads: [] }, context))} that refer to a changed one${rule === '' ? '' : ` (${rule})`}; to find them it ${way}, for each row.`;
}

// SQLite gives these programs no name: the rule is that of a key of the table that is written.
function ruleOf(program: Subprogram, child: string, { schema }: WordsContext): string {
  const table = schema.tables.find(({ name }) => isSameName(name, child));
  const isDelete = program.writes.every(({ inserts }) => inserts === 0);
  const rules = (table?.foreignKeys ?? []).flatMap(({ onDelete, onUpdate }) =>
    isDelete
      ? [onDelete === 'CASCADE' ? 'ON DELETE CASCADE' : '']
      : [
          onDelete.startsWith('SET') ? `ON DELETE ${onDelete}` : '',
          onUpdate.startsWith('SET') || onUpdate === 'CASCADE' ? `ON UPDATE ${onUpdate}` : '',
        ],
  );
  const said = [...new Set(rules.filter((rule) => rule !== ''))];
  return said.length === 1 ? said.join('') : '';
}
