// Damages database files in many ways and imports them: what is refused, what is taken, what crashes.
// For the test of the suite, which is short, and the bench, which is long.
import { createSeededRandom } from '../../../../lib/numbers/seeded-random.ts';
import { EngineFailure } from '../../../model/errors.ts';
import type { Driver } from '../../../sqlite/driver.ts';
import { databaseFile, richScript, sourceOf } from '../import-files.testing.ts';
import { importDatabase } from './import-database.ts';
import type { Drivers } from './virtual-tables.ts';

export interface Fixture {
  name: string;
  bytes: Uint8Array;
}

export const damages = [
  'bit flips',
  'byte runs',
  'cut at a page',
  'cut anywhere',
  'pages swapped',
  'noise',
] as const;
export type Damage = (typeof damages)[number];

export interface FuzzCounts {
  cases: number;
  refused: number;
  /** Taken, and every row of every table can be read. */
  taken: number;
  /** Traps of WebAssembly, and whatever else is no refusal. */
  crashes: string[];
}

/** Files with indexes, overflow pages, WITHOUT ROWID, small pages, UTF-16, free pages, FTS. */
export function fixtures(sqljs: Driver): Fixture[] {
  const make = (name: string, script: string) => ({ name, bytes: databaseFile(sqljs, script) });
  return [
    make('rich', richScript),
    make('small pages', `PRAGMA page_size = 512; ${richScript}`),
    make(
      'UTF-16 with free pages',
      `PRAGMA encoding = 'UTF-16le'; PRAGMA page_size = 1024; PRAGMA auto_vacuum = INCREMENTAL; ${richScript}
       DELETE FROM book WHERE id % 3 = 0;`,
    ),
    make(
      'full text',
      `CREATE VIRTUAL TABLE note USING fts4(body, tokenize=porter);
       WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
         INSERT INTO note SELECT 'word' || i || ' text ' || (i % 17) || ' runs running' FROM n;`,
    ),
  ];
}

/** A damaged copy; `step` picks the page where cutting goes through all of them. */
export function damaged(bytes: Uint8Array, damage: Damage, seed: number, step: number): Uint8Array {
  const { below } = createSeededRandom(`${damage} ${seed}`);
  const copy = bytes.slice();
  const pageSize = ((bytes[16] ?? 0) << 8) | (bytes[17] ?? 0);
  const pages = Math.floor(bytes.length / pageSize);
  switch (damage) {
    case 'bit flips':
      for (let flip = 0; flip <= below(16); flip++) {
        // Every other one in the header or the schema, where most depends on it.
        const at = below(seed % 2 === 0 ? copy.length : Math.min(copy.length, 2 * pageSize));
        copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
      }
      return copy;
    case 'byte runs': {
      const at = below(copy.length);
      const end = Math.min(copy.length, at + 1 + below(200));
      const value = below(3) === 0 ? 0 : below(256);
      return copy.fill(value, Math.max(16, at), Math.max(16, end));
    }
    case 'cut at a page': {
      const cut = copy.slice(0, (step % pages) * pageSize);
      // Half of them with a header that agrees: what is missing is found only by SQLite.
      if (seed % 2 === 0 && cut.length > 0) writePageCount(cut, step % pages);
      return cut;
    }
    case 'cut anywhere':
      return copy.slice(0, below(copy.length));
    case 'pages swapped': {
      const [one, other] = [below(pages) * pageSize, below(pages) * pageSize];
      copy.copyWithin(one, other, other + pageSize);
      return copy;
    }
    case 'noise': {
      const noise = Uint8Array.from({ length: 512 + below(8192) }, () => below(256));
      noise.set(bytes.subarray(0, seed % 2 === 0 ? 16 : 100));
      return noise;
    }
  }
}

function writePageCount(bytes: Uint8Array, pages: number): void {
  new DataView(bytes.buffer).setUint32(28, pages);
}

/** Imports one damaged file after the other. `reload`: SQLite anew after a crash. */
export async function importDamaged(
  files: readonly Fixture[],
  rounds: number,
  first: Drivers,
  reload: () => Promise<Drivers>,
): Promise<Record<Damage, FuzzCounts>> {
  let drivers = first;
  const counts = Object.fromEntries(
    damages.map((damage): [Damage, FuzzCounts] => [
      damage,
      { cases: 0, refused: 0, taken: 0, crashes: [] },
    ]),
  ) as Record<Damage, FuzzCounts>;
  for (let round = 0; round < rounds; round++) {
    for (const [position, { name, bytes }] of files.entries()) {
      for (const damage of damages) {
        const seed = round * 7919 + position * 31 + damages.indexOf(damage);
        const count = counts[damage];
        count.cases++;
        try {
          await importAndRead(damaged(bytes, damage, seed, round), drivers);
          count.taken++;
        } catch (thrown) {
          if (thrown instanceof EngineFailure && isRefusal(thrown)) {
            count.refused++;
            continue;
          }
          count.crashes.push(`${name}, seed ${seed}: ${String(thrown)}`);
          drivers = await reload();
        }
      }
    }
  }
  return counts;
}

function isRefusal({ error }: EngineFailure): boolean {
  return error.code === 'import-refused' && error.message.length > 20 && (error.hint ?? '') !== '';
}

/** What is taken must hold: every row can be read, or SQLite says in words why not. */
async function importAndRead(bytes: Uint8Array, drivers: Drivers): Promise<void> {
  const { outcome } = await importDatabase(sourceOf(bytes), drivers, () => {});
  const database = drivers.sqljs.open(bytes);
  try {
    for (const { name } of outcome.imported.tables) {
      try {
        database.all(`SELECT * FROM "${name.replaceAll('"', '""')}"`);
        database.all('PRAGMA integrity_check(1)');
      } catch (thrown) {
        if (!(thrown instanceof Error) || thrown.name !== 'Error') throw thrown;
      }
    }
  } finally {
    database.close();
  }
}
