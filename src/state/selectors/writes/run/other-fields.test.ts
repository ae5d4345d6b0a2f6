import { expect, test } from 'vitest';
import type { WritesExperiment } from '../../../writes-store.ts';
import { inventedRun } from '../techniques/writes-runs.testing.ts';
import { otherFields } from './other-fields.ts';

const { subject } = inventedRun([
  { technique: 'insert-prepared', ms: 10 },
  { technique: 'insert-values', ms: 7 },
  { technique: 'insert-prepared', ms: 20, setup: 1 },
]);

function changed(patch: Partial<WritesExperiment['request']>): WritesExperiment {
  return { ...subject, request: { ...subject.request, ...patch } as WritesExperiment['request'] };
}

const said = (now: WritesExperiment | null) => otherFields(subject, now, 'Run writes');

test('says nothing of the same fields, and nothing where they give no run', () => {
  expect(said(subject)).toBeNull();
  expect(said(null)).toBeNull();
  // A run that was continued had more time; names of setups are no field.
  expect(said(changed({ budgetMs: 60_000 }))).toBeNull();
  const renamed = subject.setups.map((setup) => ({ ...setup, name: 'another name' }));
  expect(said({ ...subject, setups: renamed })).toBeNull();
});

test('names the fields that differ, before and now, and no others', () => {
  expect(said(changed({ table: 'orders', rows: 1000 }))).toBe(
    'Measured with other fields: products, 10,000 rows. Run writes measures orders, 1,000 rows.',
  );
  expect(said(changed({ start: 'as-is' }))).toBe(
    'Measured with other fields: into an empty table. Run writes measures the table as it is.',
  );
  expect(said({ ...subject, setups: subject.setups.slice(0, 1) })).toBe(
    'Measured with other fields: setups A and B. Run writes measures setup A.',
  );
});

test('tells other techniques apart from as many', () => {
  const techniques = ['insert-prepared', 'insert-json'] as const;
  expect(said(changed({ techniques: [...techniques] }))).toBe(
    'Measured with other fields: 2 techniques. Run writes measures 2 others.',
  );
  expect(said(changed({ techniques: ['insert-prepared'] }))).toBe(
    'Measured with other fields: 2 techniques. Run writes measures 1 technique.',
  );
});

test('says of another operation that it is one, and not all that comes with it', () => {
  const update = { column: 'price', expression: 'price + 1' };
  const techniques = ['update-prepared' as const];
  const start = 'as-is' as const;
  const now = changed({ operation: 'update', start, update, techniques });
  expect(said(now)).toBe('Measured with other fields: inserts. Run writes measures updates.');
});
