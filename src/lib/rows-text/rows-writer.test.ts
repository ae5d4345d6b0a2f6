import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from './csv-cells.ts';
import { type JsonValue, jsonKeys, jsonObject } from './json-rows.ts';
import { createRowsWriter, type RowsTextFormat } from './rows-writer.ts';

function fileOf(columns: string[], rows: JsonValue[][], format: RowsTextFormat): string {
  const writer = createRowsWriter(columns, format);
  return writer.start() + rows.map(writer.row).join('') + writer.end();
}

/** A value as it is written behind a key. */
function jsonValue(value: JsonValue): string {
  return jsonObject(['"v"'], [value]).slice('{"v":'.length, -1);
}

/** What a cell shows when its quotes are taken off. */
function shownText(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return csvCell(value);
}

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n",\'; '), fc.string({ unit: 'grapheme' })),
});
const anyNumber = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.bigInt());
const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constant(null),
  anyNumber,
  anyText,
  fc.uint8Array({ maxLength: 5 }),
);
const anyTable = fc.array(anyText, { minLength: 1, maxLength: 4 }).chain((columns) =>
  fc.tuple(
    fc.constant(columns),
    fc.array(fc.array(anyValue, { minLength: columns.length, maxLength: columns.length }), {
      maxLength: 6,
    }),
  ),
);

describe('rows as CSV', () => {
  it('are read back to the same cells when raw', () => {
    fc.assert(
      fc.property(anyTable, ([columns, rows]) => {
        const text = fileOf(columns, rows, { kind: 'csv', isRaw: true });
        const { data } = Papa.parse<string[]>(text.slice(0, -2), {
          delimiter: ',',
          newline: '\r\n',
        });
        expect(data).toEqual([columns, ...rows.map((row) => row.map(shownText))]);
      }),
    );
  });

  it('hold no text that a spreadsheet would run, and lose none', () => {
    fc.assert(
      fc.property(anyTable, ([columns, rows]) => {
        const text = fileOf(columns, rows, { kind: 'csv', isRaw: false });
        const { data } = Papa.parse<string[]>(text.slice(0, -2), {
          delimiter: ',',
          newline: '\r\n',
        });
        for (const [at, row] of [columns, ...rows].entries()) {
          for (const [column, value] of row.entries()) {
            const cell = data[at]?.[column] ?? '';
            const isFormula = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value);
            expect(cell).toBe(isFormula ? `'${value}` : shownText(value));
            if (typeof value === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          }
        }
      }),
    );
  });

  it('leave numbers as they are, and tell NULL from an empty text', () => {
    expect(
      [-1.5, 1e-7, 0, 2n ** 63n - 1n, -Infinity, 1e20, -(2 ** 53), true, null, ''].map((each) =>
        csvCell(each),
      ),
    ).toEqual([
      '-1.5',
      '1e-7',
      '0',
      '9223372036854775807',
      '-1e999',
      '1e+20',
      '-9.007199254740992e+15',
      'true',
      '',
      '""',
    ]);
    expect(['=1+1', '-1', '@x', '+1', '\tx', '\rx', 'a=b'].map((each) => csvCell(each))).toEqual([
      "'=1+1",
      "'-1",
      "'@x",
      "'+1",
      "'\tx",
      '"\'\rx"',
      'a=b',
    ]);
    expect(csvCell('=1+1', true)).toBe('=1+1');
    expect(csvCell(new Uint8Array([0, 255]))).toBe("x'00ff'");
    expect(csvLine(['a "b", c\nd', null, 1])).toBe('"a ""b"", c\nd",,1\r\n');
  });
});

describe('rows as JSON', () => {
  it('are read back the same, integers within 2^53', () => {
    fc.assert(
      fc.property(anyTable, ([columns, rows]) => {
        const read = JSON.parse(fileOf(columns, rows, { kind: 'json' }));
        const keys = jsonKeys(columns).map((key) => JSON.parse(key));
        expect(read).toHaveLength(rows.length);
        for (const [at, row] of rows.entries()) {
          // A key such as __proto__ is a property like others to JSON.parse.
          const values = keys.map((key) => Object.getOwnPropertyDescriptor(read[at], key)?.value);
          expect(values).toEqual(row.map((value) => JSON.parse(jsonValue(value))));
          expect(Object.keys(read[at])).toHaveLength(columns.length);
        }
      }),
    );
  });

  it('write each kind of value', () => {
    const values = [null, 'a"\n', 0.5, -0, Infinity, -(2n ** 63n), new Uint8Array([1, 171])];
    expect(values.map(jsonValue)).toEqual([
      'null',
      '"a\\"\\n"',
      '0.5',
      '-0',
      '1e999',
      '-9223372036854775808',
      '{"$blob":"01ab"}',
    ]);
  });

  it('give an object a line, and each name once', () => {
    const columns = ['a', 'a', 'a:1', 'a'];
    expect(
      fileOf(
        columns,
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        { kind: 'json' },
      ),
    ).toBe('[\n{"a":1,"a:2":2,"a:1":3,"a:3":4},\n{"a":5,"a:2":6,"a:1":7,"a:3":8}\n]\n');
    expect(JSON.parse(fileOf(['a'], [], { kind: 'json' }))).toEqual([]);
  });
});
