// Findings of one kind folded into one line where there are many: a large schema has dozens alike.
import type { SchemaFindingKind } from '../../../engine/model/database/schema-finding.ts';
import { formatCount } from '../../../lib/format/format-count.ts';
import type { FindingView } from './findings-view.ts';

export interface FindingGroup {
  id: string;
  /** '39 foreign keys without an index'; null for a finding that stands by itself. */
  title: string | null;
  findings: FindingView[];
}

/** More of a kind are folded. */
const mostOfKind = 5;

const titles: Record<SchemaFindingKind, string> = {
  'foreign-key-without-index': 'foreign keys without an index',
  'duplicate-index': 'indexes that repeat another',
  'redundant-index': 'indexes that are the beginning of another',
  'table-without-key': 'tables without a primary key',
  'wide-without-rowid': 'tables WITHOUT ROWID with wide rows',
  'untyped-column': 'tables with columns of no type',
  'no-statistics': 'tables without statistics',
};

/** In the order of the findings; a folded kind stands where its first one stood. */
export function findingGroups(findings: readonly FindingView[]): FindingGroup[] {
  const ofKind = new Map<SchemaFindingKind, FindingView[]>();
  for (const finding of findings) {
    ofKind.set(finding.kind, [...(ofKind.get(finding.kind) ?? []), finding]);
  }
  return findings.flatMap((finding): FindingGroup[] => {
    const alike = ofKind.get(finding.kind) ?? [];
    if (alike.length <= mostOfKind) return [{ id: finding.id, title: null, findings: [finding] }];
    if (alike[0] !== finding) return [];
    const title = `${formatCount(alike.length)} ${titles[finding.kind]}`;
    return [{ id: finding.kind, title, findings: alike }];
  });
}
