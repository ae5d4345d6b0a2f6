// What deleting parents costs: the same deletes with the child's key columns indexed and not.
// Pure; who measures stands in the engine.
import { isParentsGroup } from '../../../../engine/model/writes/group-ids.ts';
import { findingOf } from '../../../../engine/statistics/verdict-finding.ts';
import type { WritesRun } from '../../../writes-store.ts';
import { howCounted } from '../counts/counted-work.ts';
import { pairWorkClause } from '../counts/pair-work.ts';
import type { Finding } from '../run/finding.ts';
import { type VariantMeasure, type VariantRow, variantRows } from './variant-row.ts';

export interface ParentDeletes {
  findings: Finding[];
  /** By foreign key: with its index, then without. */
  variants: VariantRow[];
}

/** Null where the table has no foreign key to another table. */
export function parentDeletes(run: WritesRun): ParentDeletes | null {
  const { contenders = [], refused = [] } = run.opened ?? {};
  const all = [...contenders, ...refused.map(({ contender }) => contender)];
  const groupIds = [...new Set(all.map(({ groupId }) => groupId))].filter(isParentsGroup);
  if (groupIds.length === 0) return null;
  const groups = groupIds.map((groupId) => variantRows(run, deletesOf(groupId)));
  return {
    variants: groups.flat(),
    findings: groups.flatMap((group) => [
      ...group.flatMap(sentenceOf),
      ...group.flatMap((row) => countedSentence(row, group)),
    ]),
  };
}

function deletesOf(groupId: string): VariantMeasure {
  return {
    isOfGroup: (each) => each === groupId,
    rows: 1,
    what: 'Median time of all these deletes',
    sample: 'of them, in one transaction',
    phrase: ({ name }) => name,
    baseline: 'the same with the columns indexed',
  };
}

/** 'delete 100 rows of products: product_id of orders not indexed: 41× slower (38–44).' */
function sentenceOf({
  name,
  verdict,
  headline,
  ratio,
  extra,
  sentence,
  isBaseline,
}: VariantRow): Finding[] {
  const finding = verdict && findingOf(verdict.kind);
  if (isBaseline || !finding || !['faster', 'slower', 'equal'].includes(finding)) return [];
  const text =
    finding === 'equal'
      ? `No meaningful difference (${ratio}): ${name}.`
      : `${headline} than with an index (${ratio}): ${name}${extra ? `, ${extra}` : ''}.`;
  return [{ letters: [], text, explanation: `${sentence} From samples of the same rounds.` }];
}

/** 'Counted: 440× the VM steps (...); both write 3 pages: delete 100 rows of products: ...' */
function countedSentence(row: VariantRow, group: readonly VariantRow[]): Finding[] {
  const against = group.find(({ isBaseline }) => isBaseline)?.counters;
  if (row.isBaseline || !row.counters || !against) return [];
  const clause = pairWorkClause([{ letter: null, technique: row.counters, against }]);
  return [{ letters: [], text: `Counted: ${clause}; ${row.name}.`, explanation: howCounted }];
}
