// Findings on foreign keys that cost a whole table for each row that is written, in agreement with the
// words about the write. A check that does not run in the common case is none.
import { formatCountOf } from '../../../lib/format/format-count.ts';
import { formatList } from '../../../lib/format/format-list.ts';
import { foldName, isSameName } from '../../../lib/sql-name.ts';
import type { PlanFinding } from '../../model/plan/plan-finding.ts';
import type { StepNode } from '../../model/plan/plan-step.ts';
import type { CheckOccasion } from '../../model/plan/program-facts.ts';
import { statementKind } from '../../sql/statements/statement-kind.ts';
import { type LoopRows, loopRows } from '../words/loops/loop-rows.ts';
import { nameWords } from '../words/name-words.ts';
import type { LoopStep, StepPlace } from '../words/step-place.ts';
import type { WordsContext } from '../words/words-context.ts';
import { lookOf } from '../words/writes/check-occasion.ts';
import { type CheckedKey, checkedKeys } from '../words/writes/checked-keys.ts';
import { keyWords, scanReason } from '../words/writes/foreign-key-words.ts';
import { rowsRemark, sentences } from './finding-words.ts';
import { milder, severityOf } from './severity.ts';

/** A step of the plan that checks a foreign key. */
export interface CheckStep {
  step: LoopStep;
  node: StepNode;
  place: StepPlace;
}

/** One for each table that is read from end to end, whatever number of keys and steps do so. */
export function foreignKeyFindings(
  steps: readonly CheckStep[],
  context: WordsContext,
): PlanFinding[] {
  const { facts, schema } = context;
  const checked = facts ? checkedKeys(facts, [], schema) : keysOfLines(steps, context);
  const scanned = checked.filter(
    ({ look }) => look.side === 'children' && look.isScan && look.occasion !== 'open-references',
  );
  const groups = new Map<string, CheckedKey[]>();
  for (const key of scanned) {
    const group = `${key.look.occasion} ${foldName(key.child)}`;
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return [...groups.values()].flatMap((keys): PlanFinding[] => {
    const finding = tableFinding(keys, steps, context);
    return finding ? [finding] : [];
  });
}

/**
 * Where the program is not known, the lines tell of a DELETE alone when its checks run; and of keys
 * only those without an index are scanned.
 */
function keysOfLines(
  steps: readonly CheckStep[],
  { sql, schema, trees }: WordsContext,
): CheckedKey[] {
  if (statementKind(sql) !== 'delete') return [];
  const scans = steps.filter(({ step }) => step.verb === 'scan');
  return schema.tables.flatMap(({ name: child, foreignKeys }) =>
    foreignKeys.flatMap((key): CheckedKey[] => {
      const isScanned = scans.some(({ step }) => isSameName(child, tableOf(step)));
      const isIndexed = trees.some(
        (tree) =>
          tree.index !== null &&
          isSameName(tree.table, child) &&
          tree.columns[0] === key.columns[0],
      );
      if (!isScanned || isIndexed) return [];
      const look = { side: 'children', table: child, index: null, isScan: true } as const;
      return [{ child, key, look: { ...look, columns: key.columns, occasion: 'each-row' } }];
    }),
  );
}

function tableOf({ source }: LoopStep): string {
  return source.name ?? source.label;
}

/** Keys of one table that are checked on one occasion. */
function tableFinding(
  keys: readonly CheckedKey[],
  steps: readonly CheckStep[],
  context: WordsContext,
): PlanFinding | null {
  const own = steps.filter(({ step, place }) => {
    if (!context.facts) return keys.some(({ child }) => isSameName(child, tableOf(step)));
    const look = lookOf(step, place, context);
    return look !== null && keys.some((key) => key.look === look);
  });
  const [first] = own;
  const [checked] = keys;
  if (!first || !checked) return null;
  const rows = sumOf(own.map(({ node, place }) => loopRows(node, place, context)));
  const severity = severityOf(rows?.rows ?? null, context.weights);
  if (severity === null) return null;
  const { child, look } = checked;
  const isReplaced = look.occasion === 'replaced';
  const row = rowWords[look.occasion];
  const references = keys.map(
    ({ key }) => `${nameWords(key.parentTable)} by ${keyWords(key.columns)}`,
  );
  const reasons = new Set(keys.map(({ key }) => scanReason(child, key.columns, context)));
  return {
    kind: 'foreign-key-scan',
    severity: isReplaced ? milder(severity) : severity,
    path: first.node.path,
    title: `Reads all of ${nameWords(child)} for each row that is ${row}`,
    reason: sentences(
      `${nameWords(child)} refers to ${formatList(references)}, and ${formatList([...reasons])}. SQLite therefore reads it from end to end${keys.length === 1 ? '' : `, once for each of these ${keys.length} keys,`} to see whether a row still refers to the ${row} one.`,
      isReplaced ? 'Rows that replace no other cost none of this.' : null,
      rows?.basis === 'exact' ? `That is ${formatCountOf(rows.rows, 'row')} each time.` : null,
      rowsRemark(rows, context),
    ),
    rows: rows?.rows ?? null,
  };
}

const rowWords: Readonly<Record<CheckOccasion, string>> = {
  'each-row': 'changed',
  replaced: 'replaced',
  'open-references': 'put in',
};

function sumOf(all: readonly (LoopRows | null)[]): LoopRows | null {
  const [first] = all;
  const known = all.filter((rows) => rows !== null);
  if (!first || known.length < all.length) return null;
  return { ...first, rows: known.reduce((sum, { rows }) => sum + rows, 0) };
}
