import { describe, expect, test } from 'vitest';
import type { Playground } from '../../engine/model/playground.ts';
import { noRuns } from '../runs-store.ts';
import { actionRefusals } from './action-refusals.ts';

const query = { id: 'q1', name: 'all', sql: 'SELECT 1', parameters: [], weight: 1 };
const playground: Pick<Playground, 'queries' | 'schemaSql'> = {
  schemaSql: 'CREATE TABLE t (id);',
  queries: [query],
};

describe('why an action cannot be taken', () => {
  test('nothing is refused with a table, a query and an idle engine, except Stop', () => {
    expect(actionRefusals(playground, noRuns, 'q1')).toEqual({
      run: null,
      compare: null,
      generate: null,
      stop: 'Nothing is running.',
    });
  });

  test('an empty playground says what is missing', () => {
    const refusals = actionRefusals({ schemaSql: ' \n', queries: [] }, noRuns, null);
    expect(refusals.run).toContain('no query yet');
    expect(refusals.compare).toContain('no query yet');
    expect(refusals.generate).toContain('no table yet');
  });

  test('a query without SQL cannot run, but does not keep others from being compared', () => {
    const queries = [query, { ...query, id: 'q2', name: 'empty', sql: ' ' }];
    const refusals = actionRefusals({ ...playground, queries }, noRuns, 'q2');
    expect(refusals.run).toContain('“empty” has no SQL');
    expect(refusals.compare).toBeNull();
  });

  test('a busy engine refuses all but Stop', () => {
    const running = { activity: { kind: 'running', queryName: 'all' } } as const;
    const refusals = actionRefusals(playground, running, 'q1');
    expect(refusals.stop).toBeNull();
    expect(refusals.run).toContain('press Stop');
    expect(refusals.compare).toBe(refusals.run);
    expect(refusals.generate).toBe(refusals.run);
  });
});
