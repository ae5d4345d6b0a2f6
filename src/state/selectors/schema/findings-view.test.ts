import { expect, test } from 'vitest';
import type { SchemaFinding } from '../../../engine/model/database/schema-finding.ts';
import type { Setup } from '../../../engine/model/playground.ts';
import { findingsView } from './findings-view.ts';

const finding = (part: Partial<SchemaFinding>): SchemaFinding => ({
  kind: 'redundant-index',
  table: 't',
  message: 'one is the beginning of two.',
  reason: 'Why.',
  index: null,
  ...part,
});

const setup = (indexes: string[], hasStatistics = false): Setup => ({
  id: 's',
  name: 's',
  indexes,
  hasStatistics,
  cache: { kind: 'none' },
});

const indexes = ['one', 'two'].map((name) => ({ name, sql: `CREATE INDEX ${name} ON t (a)` }));

test('a needless index is told where both are on, and with the setups', () => {
  const told = (setups: Setup[]) =>
    findingsView([finding({ together: ['one', 'two'] })], { setups, indexes }).map(
      ({ reason }) => reason,
    );
  expect(told([setup(['one']), setup(['two'])])).toEqual([]);
  expect(told([setup([]), setup(['two', 'one']), setup(['one', 'two'])])).toEqual([
    'Why. Both are on in B and C.',
  ]);
});

test('an index of the schema’s own script is on everywhere', () => {
  const told = findingsView([finding({ together: ['one', 'of the script'] })], {
    setups: [setup([]), setup(['one'])],
    indexes,
  });
  expect(told[0]?.reason).toBe('Why. Both are on in B.');
});

test('missing statistics are told until a setup has them', () => {
  const findings = [finding({ kind: 'no-statistics' })];
  expect(findingsView(findings, { setups: [setup([])], indexes })).toHaveLength(1);
  expect(findingsView(findings, { setups: [setup([]), setup([], true)], indexes })).toEqual([]);
});
