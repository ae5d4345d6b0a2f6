// What a round costs besides its samples: entering and leaving setups, compiling, statistics.
// States figures, promises none: time that is not in a sample is in no verdict either.
import type { Query, Setup } from '../../src/engine/model/playground.ts';
import { createEngineSession } from '../../src/engine/session/engine-session.ts';
import { loadTestDriver } from '../../src/engine/sqlite/sqljs.testing.ts';
import { spreadOf } from '../bench.ts';
import { nodePlatform } from './node-platform.ts';

const rounds = 30;
const sizes = [1000, 100_000];
const indexCounts = [0, 5, 20];
const columns = ['device', 'amount', 'label', 'kind'];
const lookup: Query = {
  id: 'q',
  name: 'lookup',
  sql: 'SELECT label FROM readings WHERE id = 7',
  parameters: [],
  weight: 1,
};

export async function stateRoundOverhead(print: (line: string) => void): Promise<void> {
  print(
    `a round less its samples, per setup entered: median (least to largest) of ${rounds} rounds`,
  );
  for (const rows of sizes) {
    for (const count of indexCounts) {
      const [shown, hidden] = await overheads(rows, count);
      const name = `${rows.toLocaleString('en')} rows, ${count} indexes`;
      const hiding = count === 0 ? '' : `, all off ${formatMs(hidden ?? [])}`;
      print(`${name}: all on ${formatMs(shown ?? [])}${hiding}`);
    }
  }
}

/** Milliseconds per entered setup, by round: with all indexes on, and with all of them hidden. */
async function overheads(rows: number, count: number): Promise<number[][]> {
  const driver = await loadTestDriver();
  const indexes = Array.from({ length: count }, (_, at) => {
    const [one, other] = [columns[at % 4], columns[(at + 1 + Math.floor(at / 4)) % 4]];
    const name = `by_${at}`;
    return { name, sql: `CREATE INDEX ${name} ON readings (${one}, ${other})` };
  });
  const session = createEngineSession(driver, nodePlatform);
  session.ensureDatabase(
    {
      schemaSql:
        'CREATE TABLE readings (id INTEGER PRIMARY KEY, device INTEGER NOT NULL, label TEXT NOT NULL, amount REAL NOT NULL, kind INTEGER NOT NULL);',
      recipe: { seed: 1, generatorsVersion: 1, rows: { readings: rows } },
      indexes,
      needsStatistics: false,
    },
    () => {},
  );
  const names = indexes.map(({ name }) => name);
  return [names, []].map((on) => {
    const setup: Setup = {
      id: 'A',
      name: 'A',
      indexes: on,
      hasStatistics: false,
      cache: { kind: 'none' },
    };
    const { comparisonId } = session.openComparison({
      queries: [lookup],
      setups: [setup, { ...setup, id: 'B', name: 'B' }],
      seed: 1,
      budgetMs: 10_000,
      overLimit: [],
    });
    const comparison = session.comparison(comparisonId);
    // First runs and warm-up stand in the first round.
    comparison.measureRound(lookup.id);
    return Array.from({ length: rounds }, () => {
      const start = nodePlatform.now();
      const { samples, control } = comparison.measureRound(lookup.id);
      const wallMs = nodePlatform.now() - start;
      const taken = [...Object.values(samples), ...(control ? [control] : [])];
      const sampledMs = taken.reduce((sum, { perCallMs, calls }) => sum + perCallMs * calls, 0);
      return (wallMs - sampledMs) / taken.length;
    });
  });
}

function formatMs(values: readonly number[]): string {
  const { min, median, max } = spreadOf(values);
  return `${median.toFixed(2)} ms (${min.toFixed(2)} to ${max.toFixed(2)})`;
}
