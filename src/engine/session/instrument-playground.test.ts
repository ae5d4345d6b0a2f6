// The playground that the instrument is tested with: the real engine makes of it what the report says.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../measure/comparison.ts';
import {
  instrumentBudgetMs,
  instrumentPlayground,
} from '../model/instrument/instrument-playground.ts';
import type { Platform } from '../model/platform.ts';
import { loadTestDriver } from '../sqlite/sqljs.testing.ts';
import { createEngineSession } from './engine-session.ts';

const platform: Platform = {
  now: () => performance.now(),
  isIsolated: false,
  userAgent: 'test',
  cores: 2,
};

const { queries, setups, indexes } = instrumentPlayground;

async function openInstrument() {
  const session = createEngineSession(await loadTestDriver(), platform);
  session.ensureDatabase({ ...instrumentPlayground, needsStatistics: false }, () => {});
  const { comparisonId } = session.openComparison({
    queries,
    setups,
    seed: instrumentPlayground.recipe.seed,
    budgetMs: instrumentBudgetMs,
    overLimit: [],
  });
  return session.comparison(comparisonId);
}

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openInstrument();
});

describe('the playground of the instrument', () => {
  it('has two setups that are equal, with an index off', () => {
    const [one, other] = setups.map(({ id, name, ...setup }) => setup);
    expect(setups).toHaveLength(2);
    expect(one).toEqual(other);
    expect(one?.indexes.length).toBeLessThan(indexes.length);
  });

  it('asks for a row, for rows of an index, and for all rows', () => {
    const runs = queries.map((query) =>
      setups.map(({ id }) => {
        const run = comparison.firstRun(query.id, id);
        if (run.status === 'failed') throw new Error(run.error.message);
        return run;
      }),
    );
    const plans = runs.map(([run]) => run?.plan.rows.map(({ detail }) => detail).join('; '));
    expect(plans).toEqual([
      'SEARCH readings USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH readings USING INDEX readings_device (device>? AND device<?)',
      'SCAN readings',
    ]);
    expect(runs.map(([run]) => run?.rowCount)).toEqual([1, expect.any(Number), 1]);
    expect(runs[1]?.[0]?.rowCount).toBeGreaterThan(50);
    for (const [one, other] of runs) {
      expect(other).toMatchObject({ difference: null, plan: one?.plan });
    }
  });

  it('can be measured in every query', () => {
    for (const query of queries) {
      const { samples, control } = comparison.measureRound(query.id);
      expect(Object.keys(samples).sort()).toEqual(['a', 'b']);
      expect(control?.perCallMs).toBeGreaterThan(0);
    }
  });
});
