import { describe, expect, it } from 'vitest';
import type { Database } from '../../../sqlite/driver.ts';
import { sourceOf, testDrivers } from '../import-files.testing.ts';
import { damages, fixtures, importDamaged } from './damaged-files.testing.ts';
import { importDatabase } from './import-database.ts';
import type { Drivers } from './virtual-tables.ts';

describe('damaged databases', () => {
  it('are refused in words or taken whole; none crashes the engine', async () => {
    const drivers = await testDrivers();
    const counts = await importDamaged(fixtures(drivers.sqljs), 8, drivers, testDrivers);
    for (const damage of damages) {
      const { cases, refused, taken, crashes } = counts[damage];
      expect(crashes, damage).toEqual([]);
      expect(cases).toBe(32);
      expect(refused + taken).toBe(cases);
    }
    // What is cut or nothing but noise can never be whole.
    expect(counts['cut anywhere'].taken).toBe(0);
    expect(counts['cut at a page'].taken).toBe(0);
    expect(counts.noise.taken).toBe(0);
    // The damage is real: of the others many are noticed; a flip within a text is none.
    expect(counts['bit flips'].refused).toBeGreaterThan(8);
    expect(counts['pages swapped'].refused).toBeGreaterThan(8);
  });

  it('that crash SQLite after all end the worker, in words', async () => {
    const drivers = await testDrivers();
    const [file] = fixtures(drivers.sqljs);
    const failing = (fail: () => never): Drivers => ({
      ...drivers,
      sqljs: {
        ...drivers.sqljs,
        open(image) {
          const database = drivers.sqljs.open(image);
          const all: Database['all'] = (sql, binding) =>
            sql.includes('quick_check') ? fail() : database.all(sql, binding);
          return { ...database, all };
        },
      },
    });
    const thrownBy = (fail: () => never) =>
      importDatabase(sourceOf(file?.bytes ?? ''), failing(fail), () => {}).catch(
        (thrown) => thrown,
      );
    const trap = await thrownBy(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
    // By this name the message loop knows that the worker must be replaced.
    expect(trap.name).toBe('RuntimeError');
    expect(trap.message).toBe(
      'Reading the file made SQLite stop (unreachable): the file is damaged in a way that SQLite does not notice',
    );
    const short = await thrownBy(() => {
      throw new Error('out of memory');
    });
    expect(short.error).toMatchObject({
      code: 'import-refused',
      message: 'There is not enough memory in this browser to open the file.',
    });
  });
});
