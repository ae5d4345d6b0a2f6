import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { EngineFailure } from '../../../model/errors.ts';
import type { RowsOptions } from '../../../model/transfer/import.ts';
import type { Drivers } from '../database/virtual-tables.ts';
import { importFile, rowsIn, sourceOf, testDrivers } from '../import-files.testing.ts';
import { importRows } from './import-rows.ts';

let drivers: Drivers;

beforeAll(async () => {
  drivers = await testDrivers();
});

const delimiters = [',', ';', '\t', '|'] as const;
const delimiter = fc.constantFrom(...delimiters);
const newline = fc.constantFrom('\n', '\r\n');
// Everything that has a meaning in CSV, and what has one in SQL or UTF-8. No NUL: reading a text
// through sql.js stops there. No lone surrogate: it is no character.
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', '"', '"', ',', ';', '\t', '|', '\n', '\r', ' ', "'", 'é', '😀', '0'),
    maxLength: 8,
  }),
  fc.constantFrom('', '1', '-1', '007', '1.50', 'NULL', '9007199254740993', '1e400', '0x1', '"'),
);
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);

/** All texts as TEXT columns: what goes in must come out. */
async function load(text: string, width: number, options: RowsOptions) {
  const columns = Array.from({ length: width }, (_, at) => ({
    name: `c${at}`,
    type: 'TEXT' as const,
  }));
  const image = await importRows(
    {
      source: sourceOf(text, 'fuzz.csv'),
      file: { kind: 'csv', encoding: 'utf-8' },
      options,
      target: { table: 't', isNew: true, columns },
      base: null,
    },
    drivers,
    () => {},
  );
  return { outcome: image.outcome, rows: rowsIn(drivers.sqljs, image.bytes, 'SELECT * FROM t') };
}

/** A line that is blank is no row where there are several columns, and the last one is no line. */
const hasText = (row: readonly string[]) => row.some((text) => text !== '');

describe('any table as CSV', () => {
  it('written by papaparse comes back cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiter, newline, async (rows, delimiter, newline) => {
        fc.pre(rows.every(hasText));
        const text = `${Papa.unparse(rows, { delimiter, newline })}${newline}`;
        const options = { delimiter, hasHeader: false, emptyIsNull: false };
        const loaded = await load(text, rows[0]?.length ?? 0, options);
        expect(loaded.rows).toEqual(rows);
        expect(loaded.outcome.badRowCount).toBe(0);
      }),
      { numRuns: 80 },
    );
  });

  it('written by hand, with every field or only the needy ones in quotes, does too', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        delimiter,
        newline,
        fc.boolean(),
        async (rows, delimiter, newline, all) => {
          fc.pre(rows.every(hasText));
          const write = (text: string) =>
            all || /["\r\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const lines = rows.map((row) => row.map(write).join(delimiter));
          const options = { delimiter, hasHeader: false, emptyIsNull: true };
          const loaded = await load(lines.join(newline), rows[0]?.length ?? 0, options);
          expect(loaded.rows).toEqual(
            rows.map((row) => row.map((text) => (text === '' && !all ? null : text))),
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  it('damaged anywhere throws nothing but refusals, and every row is stored or told', async () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(500),
        fc.constantFrom('"', '\n', ',', ';', '\r', '', 'x', '\0', '""', '\uFEFF'),
      ),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(table, delimiter, damage, async (rows, delimiter, edits) => {
        let text = Papa.unparse(rows, { delimiter, newline: '\n' });
        for (const [at, put] of edits) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + 1);
        }
        const width = rows[0]?.length ?? 0;
        const options = { delimiter, hasHeader: false, emptyIsNull: false };
        const loaded = await load(text, width, options).catch((thrown) => {
          expect(thrown).toBeInstanceOf(EngineFailure);
          return null;
        });
        if (!loaded) return;
        const { outcome, rows: stored } = loaded;
        const blank = outcome.warnings.map((each) => Number(/^(\d+) blank/.exec(each)?.[1] ?? 0));
        const told = blank.reduce((sum, count) => sum + count, outcome.badRowCount);
        // What papaparse sees in the text as a whole; behind the last line end is no row.
        const newline = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
        const whole = text.replace(/^\uFEFF/, '');
        const parsed = Papa.parse<string[]>(whole, { delimiter, newline, quoteChar: '"' });
        const hasOpen = parsed.errors.some(({ code }) => code === 'MissingQuotes');
        const isEnded = whole.endsWith(newline) && !hasOpen;
        expect(stored.length + told).toBe(parsed.data.length - (isEnded ? 1 : 0));
      }),
      { numRuns: 100 },
    );
  });

  it('of any bytes is recognised, loaded or refused, never worse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isText) => {
        const content = isText ? bytes.map((byte) => 32 + (byte % 95)) : bytes;
        try {
          const { report, image } = await importFile(content, drivers);
          expect(image.outcome.rowCount + image.outcome.badRowCount).toBeGreaterThan(0);
          expect(report.columns.length).toBeGreaterThan(0);
        } catch (thrown) {
          if (thrown instanceof Error && thrown.message.startsWith('a file of rows is wanted'))
            return;
          expect(thrown).toBeInstanceOf(EngineFailure);
        }
      }),
      { numRuns: 100 },
    );
  });
});
