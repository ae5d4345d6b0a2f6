import { expect, test } from 'vitest';
import type { SchemaFindingKind } from '../../../engine/model/database/schema-finding.ts';
import { findingGroups } from './finding-groups.ts';
import type { FindingView } from './findings-view.ts';

const findings = (kind: SchemaFindingKind, count: number): FindingView[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${kind} ${at}`,
    kind,
    message: `${kind} ${at}`,
    reason: '',
    index: null,
  }));

test('more than five of a kind are one line, where the first of them stood', () => {
  const [first, ...rest] = findings('foreign-key-without-index', 39);
  if (!first) throw new Error('none');
  const groups = findingGroups([first, ...findings('table-without-key', 1), ...rest]);
  expect(groups.map(({ title }) => title)).toEqual(['39 foreign keys without an index', null]);
  expect(groups[0]?.findings).toEqual([first, ...rest]);
});

test('a few of a kind stand by themselves', () => {
  const five = findings('untyped-column', 5);
  const groups = findingGroups(five);
  expect(groups.map(({ findings: [only] }) => only)).toEqual(five);
  expect(groups.every(({ title }) => title === null)).toBe(true);
});
