import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textHash } from '../../lib/hash/text-hash.ts';
import { generatorForms } from '../model/recipe/all-forms.ts';
import { isStandalone, type StandaloneGenerator } from '../model/recipe/column-generator.ts';
import { anySettingsOf, standaloneKinds } from '../model/recipe/settings.testing.ts';
import { settingsProblem } from '../model/recipe/settings-problem.ts';
import { type PlaceholderName, placeholders } from '../model/recipe/template.ts';
import type { SqlValue } from '../model/values.ts';
import { createGenerator } from './create-generator.ts';
import { createStream } from './draws/random.ts';
import type { Generator } from './generator.ts';
import { valuesOf as valuesOfPart } from './generators/text/template-values.ts';

function generatorOf(settings: StandaloneGenerator, rows = 1000, seed = 1): Generator {
  const shared = createStream(seed, 't');
  return createGenerator(settings, { stream: shared.split('c'), shared, rows });
}

/** Bytes by their digits, so that values can be compared. */
function plain(value: SqlValue): SqlValue {
  return value instanceof Uint8Array ? `x'${Array.from(value).join(' ')}'` : value;
}

function valuesOf(generator: Generator, count: number): SqlValue[] {
  return Array.from({ length: count }, (_, row) => plain(generator.at(row)));
}

const initial = Object.values(generatorForms)
  .map((form) => form.initial)
  .filter(isStandalone);

describe('every kind', () => {
  it('is made, under the name of its form', () => {
    expect(initial.map((settings) => settings.kind).toSorted()).toEqual(standaloneKinds.toSorted());
    for (const settings of initial) {
      expect(generatorOf(settings).name).toBe(generatorForms[settings.kind].label);
    }
  });

  it.each(standaloneKinds)('%s: sensible settings never fail, in any order of rows', (kind) => {
    fc.assert(
      fc.property(anySettingsOf(kind), fc.nat(1e9), (settings, seed) => {
        fc.pre(settingsProblem(settings) === null);
        const rows = [0, 1, 2, 17, 999, 9_999_999];
        const generator = generatorOf(settings, 1000, seed);
        const values = rows.map((row) => plain(generator.at(row)));
        const again = generatorOf(settings, 1000, seed);
        const backward = rows.toReversed().map((row) => plain(again.at(row)));
        expect(backward.toReversed()).toEqual(values);
        expect(values.filter((value) => !isInRange(settings, value))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it.each(standaloneKinds)('%s: what it calls distinct is, and in range', (kind) => {
    fc.assert(
      fc.property(anySettingsOf(kind), fc.constantFrom(1, 7, 150), (settings, needed) => {
        fc.pre(settingsProblem(settings) === null);
        const distinct = generatorOf(settings, needed).distinct?.(needed);
        if (!distinct) return;
        const count = Math.min(needed, distinct.size);
        // From both ends: what is shuffled takes numbers from anywhere below the size.
        const fromEnd = distinct.isOrdered ? 0 : Math.min(count, distinct.size - count);
        const numbers = [
          ...Array.from({ length: count }, (_, number) => number),
          ...Array.from({ length: fromEnd }, (_, number) => distinct.size - 1 - number),
        ];
        const values = numbers.map((number) => plain(distinct.at(number)));
        expect(new Set(values).size).toBe(numbers.length);
        expect(values.filter((value) => !isInRange(settings, value))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

function isInRange(settings: StandaloneGenerator, value: SqlValue): boolean {
  const text = String(value);
  switch (settings.kind) {
    case 'integer':
    case 'zipf':
    case 'decimal':
    case 'price':
      return Number(value) >= settings.min && Number(value) <= settings.max;
    case 'normal':
    case 'log-normal':
    case 'sequence':
      return typeof value === 'number' && Number.isFinite(value);
    case 'choice':
    case 'list':
      return settings.values.some((each) => Object.is(each, value));
    case 'words':
      return (
        text.length >= settings.minLength &&
        text.length <= settings.maxLength &&
        text === text.trim()
      );
    case 'letters':
      return text.length === settings.length;
    case 'hex':
      return text.length === settings.digits && /^[0-9a-f]+$/.test(text);
    case 'blob':
      return text.split(' ').length === settings.bytes;
    case 'json':
      return Object.keys(JSON.parse(text)).length === settings.keys;
    case 'moment':
      if (settings.form !== 'date' || settings.delayDays > 0) return true;
      return settings.order === 'rows' || (text >= settings.from && text <= settings.to);
    default:
      return value !== undefined;
  }
}

describe('distributions', () => {
  const count = 40_000;
  const numbersOf = (settings: StandaloneGenerator) =>
    valuesOf(generatorOf(settings, count), count).map(Number);
  const quantileOf = (numbers: number[], share: number) =>
    numbers.toSorted((one, other) => one - other)[Math.floor(share * numbers.length)] ?? 0;
  const shareBelow = (numbers: number[], limit: number) =>
    numbers.filter((each) => each < limit).length / numbers.length;

  it('normal: mean, deviation and the published quantiles', () => {
    const numbers = numbersOf({ kind: 'normal', mean: 50, deviation: 10, decimals: 3 });
    const mean = numbers.reduce((sum, each) => sum + each, 0) / count;
    const variance = numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / count;
    expect(Math.abs(mean - 50)).toBeLessThan((4 * 10) / Math.sqrt(count));
    expect(Math.abs(Math.sqrt(variance) - 10)).toBeLessThan((4 * 10) / Math.sqrt(2 * count));
    for (const [z, below] of [
      [-2, 0.02275],
      [-1, 0.158655],
      [0, 0.5],
      [1, 0.841345],
      [1.96, 0.975002],
      [3, 0.99865],
    ] as const) {
      const tolerance = 4 * Math.sqrt((below * (1 - below)) / count);
      expect(Math.abs(shareBelow(numbers, 50 + 10 * z) - below)).toBeLessThan(tolerance);
    }
  });

  it('log-normal: half below the median, the logarithms spread as said', () => {
    const numbers = numbersOf({ kind: 'log-normal', median: 200, spread: 0.5, decimals: 4 });
    expect(Math.abs(shareBelow(numbers, 200) - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(shareBelow(numbers, 200 * Math.exp(0.5)) - 0.8413)).toBeLessThan(0.008);
    const mean = numbers.reduce((sum, each) => sum + each, 0) / count;
    // Mean of a log-normal distribution: median * exp(spread^2 / 2).
    expect(mean / (200 * Math.exp(0.125))).toBeCloseTo(1, 1);
  });

  it('even, low and very low numbers', () => {
    for (const [shape, half] of [
      ['even', 0.5],
      ['low', Math.SQRT1_2],
      ['very-low', 0.5 ** 0.25],
    ] as const) {
      const numbers = numbersOf({ kind: 'integer', min: 0, max: 999, shape });
      expect(Math.abs(shareBelow(numbers, 500) - half)).toBeLessThan(0.01);
    }
  });

  it('moments: in the order of the rows, all alike, recent ones frequent', () => {
    const moments = (order: 'rows' | 'uniform' | 'recent') =>
      numbersOf({
        kind: 'moment',
        from: '2024-01-01',
        to: '2024-12-31',
        form: 'days',
        order,
        delayDays: 0,
      }).map((day) => day - 19723);
    const inOrder = moments('rows');
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
    expect([inOrder[0], inOrder.at(-1)]).toEqual([0, 365]);
    expect(Math.abs(shareBelow(moments('uniform'), 183) - 0.5)).toBeLessThan(0.01);
    // Half of all in the last eighth of the year.
    expect(Math.abs(shareBelow(moments('recent'), 366 * 0.875) - 0.5)).toBeLessThan(0.01);
    expect(Math.max(...moments('recent'))).toBe(365);
  });

  it('a pattern uses every sign in every place alike', () => {
    const codes = valuesOf(generatorOf({ kind: 'pattern', pattern: 'x-##A*\\##' }), 20_000);
    expect(codes.every((code) => /^x-\d\d[A-Z][0-9A-Za-z]#\d$/.test(String(code)))).toBe(true);
    for (const place of [2, 3, 7]) {
      const counts = Array.from(
        '0123456789',
        (digit) => codes.filter((code) => String(code).charAt(place) === digit).length,
      );
      const squares = counts.reduce((sum, each) => sum + (each - 2000) ** 2 / 2000, 0);
      expect(squares / 9).toBeLessThan(3);
    }
    expect(new Set(codes.map((code) => String(code).charAt(5))).size).toBe(62);
  });

  it('a list comes in turn, a flag in its share', () => {
    expect(valuesOf(generatorOf({ kind: 'list', values: ['a', 7, null] }), 5)).toEqual([
      'a',
      7,
      null,
      'a',
      7,
    ]);
    expect(Math.abs(shareBelow(numbersOf({ kind: 'flag', share: 0.2 }), 1) - 0.8)).toBeLessThan(
      0.01,
    );
  });

  it('quantiles of distinct normal numbers are those of the distribution', () => {
    const settings = { kind: 'normal', mean: 0, deviation: 1000, decimals: 2 } as const;
    const distinct = generatorOf(settings).distinct?.(10_000);
    const numbers = Array.from({ length: 10_000 }, (_, at) => Number(distinct?.at(at)));
    expect(new Set(numbers).size).toBe(10_000);
    expect(quantileOf(numbers, 0.975)).toBeCloseTo(1959.96, -1);
  });
});

describe('templates', () => {
  it('count on placeholders that are digits alone or have none', () => {
    for (const name of Object.keys(placeholders) as PlaceholderName[]) {
      const values = valuesOfPart({ kind: 'placeholder', name });
      if (!values) continue;
      const texts = Array.from({ length: Math.min(values.size, 1000) }, (_, at) => values.at(at));
      const isDigits = values.digits === 'digits';
      expect(texts.every((text) => (isDigits ? /^\d+$/ : /^\D+$/).test(text))).toBe(true);
    }
  });

  const textsOf = (template: string, count = 200) =>
    valuesOf(generatorOf({ kind: 'template', template }), count).map(String);

  it('take names and category from the row, as other columns do', () => {
    const [first, last, email, category] = (
      ['first-name', 'last-name', 'email', 'category'] as const
    ).map((kind) => generatorOf({ kind }));
    const texts = textsOf('{first name} {last name} ({category}) <{first name}>', 20);
    for (const [row, text] of texts.entries()) {
      expect(text).toContain(`${first?.at(row)} ${last?.at(row)} (${category?.at(row)})`);
      const local = `${first?.at(row)}.${last?.at(row)}`.toLowerCase();
      expect(String(email?.at(row)).startsWith(local)).toBe(true);
    }
    // A name that stands twice is another person's the second time.
    expect(texts.some((text) => !text.endsWith(`<${text.split(' ')[0]}>`))).toBe(true);
  });

  it('write ranges, zeros, braces and the row', () => {
    expect(textsOf('{{{row}}} {001-012}{3-3}', 3)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\{1\} 0(0[1-9]|1[0-2])3$/)]),
    );
    expect(new Set(textsOf('{1-3}', 100))).toEqual(new Set(['1', '2', '3']));
  });

  it.each([
    ['{row}', true],
    ['No. {row} of {city}', true],
    ['{word}{row}', true],
    ['{row}{digit}', true],
    ['{row}{1-100}', false],
    ['{row} {1-100}', true],
    ['{1-100}-{row}', true],
    ['{first name} {last name}', true],
    ['{word}{word}', false],
    ['{word}-{1-9}{1-9}', true],
    ['{city} {country}', false],
    ['{city}/{country}', true],
    ['{name}', true],
    ['plain', true],
  ])('tell whether "%s" can be told apart: %s', (template, canBe) => {
    const distinct = generatorOf({ kind: 'template', template }).distinct?.(5000);
    expect(Boolean(distinct)).toBe(canBe);
    const size = Math.min(5000, distinct?.size ?? 0);
    const texts = Array.from({ length: size }, (_, number) => distinct?.at(number));
    expect(new Set(texts).size).toBe(size);
  });
});

it('JSON has as many keys as were asked for, however many', () => {
  const { at } = generatorOf({ kind: 'json', keys: 200 });
  expect(Object.keys(JSON.parse(String(at(3))))).toHaveLength(200);
});

describe('determinism', () => {
  it('gives the same values on every machine, for every kind', () => {
    const hash = initial.map((settings) => {
      const generator = generatorOf(settings, 1000, 42);
      const distinct = generator.distinct?.(20);
      const count = Math.min(20, distinct?.size ?? 0);
      const values = [
        ...valuesOf(generator, 50),
        ...Array.from({ length: count }, (_, number) => plain(distinct?.at(number) ?? null)),
      ];
      return `${settings.kind} ${textHash(JSON.stringify(values))}`;
    });
    expect(hash).toMatchInlineSnapshot(`
      [
        "sequence 8a4e11e463cf9621",
        "integer 222384ccf76e5f1e",
        "decimal e8898c9e560a05db",
        "price 554d9fda1ff42c57",
        "normal c79fd0a87002313e",
        "log-normal 4e1ce5e9a319f9df",
        "zipf 984feca080cf743f",
        "choice 34fd8e656a4387f0",
        "list 44ec3fc6c73b57ac",
        "flag d32eb6970fccff1a",
        "constant fbd399e5cea63d99",
        "moment b20065fba9847203",
        "birthday fab897a7f78a47dd",
        "time-of-day ddf217df06276291",
        "template d7ec30dc5cf3ce66",
        "words 48da8d75cbcf913d",
        "word 3747fc94052ee06e",
        "title de529cfe691c759d",
        "sentences 424021373dc781c9",
        "slug 49fd6e9fa3b5fbf2",
        "url 7b73742900882217",
        "person-name 5abc47d473ad9f17",
        "first-name 964f845e0296d0df",
        "middle-name 9d9897d95a587041",
        "last-name af577b5f0b284ddc",
        "email 181d496a3769f074",
        "user-name e11c9ad1acae9379",
        "job-title a68014c17bc626e0",
        "phone 4193e977fcb584f0",
        "street 19690b5a877d7bd7",
        "city 2adc3c6a19269706",
        "state bc1f73f592e5a62b",
        "country ae53c6edc1a66114",
        "country-code f52b23cf82fc0d9d",
        "postal-code 7ac007963fe67056",
        "company 6dbb73a6ac10c7aa",
        "product-name 7857b8ce5ee30a2f",
        "category 90c944610eb693d7",
        "pattern 9e4669ea9e84c395",
        "code a01114f043de8e8c",
        "course-code ecc81a649c98b535",
        "letters dd5f6d84df0c42c6",
        "uuid b04370555cba9872",
        "hex 5773d6d67a1adb4b",
        "blob 5056474cf1e4339a",
        "json 09624e44ddc63edf",
      ]
    `);
  });
});
