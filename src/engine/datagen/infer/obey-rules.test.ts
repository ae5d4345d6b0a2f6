import { expect, test } from 'vitest';
import type { StandaloneGenerator } from '../../model/recipe/column-generator.ts';
import { createGenerator } from '../create-generator.ts';
import { createStream } from '../draws/random.ts';
import type { Generator, Source } from '../generator.ts';
import { type ColumnRules, noRules } from '../plan/checks/column-rules.ts';
import { obeyRules } from './obey-rules.ts';

function obeying(
  settings: StandaloneGenerator,
  rules: Partial<ColumnRules>,
  keepsDistinct = true,
): Generator {
  const shared = createStream(3, 't');
  const source: Source = { shared, stream: shared.split('c'), rows: 500 };
  const generator = createGenerator(settings, source);
  return obeyRules(generator, { ...noRules(), ...rules }, source, keepsDistinct);
}

function texts(generator: Generator): string[] {
  return Array.from({ length: 300 }, (_, row) => String(generator.at(row)));
}

function distinctTexts(generator: Generator): string[] {
  const distinct = generator.distinct?.(300);
  return Array.from({ length: 300 }, (_, number) => String(distinct?.at(number)));
}

test('cuts and fills texts to the length that is demanded', () => {
  const made = texts(obeying({ kind: 'title' }, { minLength: 12, maxLength: 14 }));
  expect(made.every((text) => text.length >= 12 && text.length <= 14)).toBe(true);
  expect(new Set(made.map((text) => text.length)).size).toBeGreaterThan(1);
});

test('takes other rows in place of excluded values', () => {
  const made = texts(
    obeying(
      { kind: 'choice', values: ['a', 'b', 'c'], weights: { kind: 'even' } },
      { excluded: ['b'] },
    ),
  );
  expect(new Set(made)).toEqual(new Set(['a', 'c']));
});

test('leaves a list of allowed values alone', () => {
  const settings = { kind: 'constant', value: 'long enough' } as const;
  expect(texts(obeying(settings, { choices: ['long enough'], maxLength: 3 }))[0]).toBe(
    'long enough',
  );
});

test('keeps distinct values that were chosen and have the length; else letters stand in', () => {
  const pattern = { kind: 'pattern', pattern: 'SKU-####' } as const;
  const own = distinctTexts(obeying(pattern, { maxLength: 8 }));
  expect(own.every((text) => /^SKU-\d{4}$/.test(text))).toBe(true);
  for (const letters of [
    distinctTexts(obeying(pattern, { maxLength: 7 })),
    distinctTexts(obeying(pattern, { maxLength: 8 }, false)),
  ]) {
    expect(new Set(letters).size).toBe(300);
    expect(letters.every((text) => /^[A-Z]{7,8}$/.test(text))).toBe(true);
  }
});
