import { expect, test } from 'vitest';
import { generatorForms } from './all-forms.ts';
import type { ColumnGenerator } from './column-generator.ts';
import { initialSettings } from './initial-settings.ts';
import { valueTypeOf } from './value-type.ts';

const decimal: ColumnGenerator = { kind: 'decimal', min: 0, max: 9, decimals: 2, shape: 'even' };

test.each<[ColumnGenerator, string]>([
  [decimal, 'decimal'],
  [{ ...decimal, decimals: 0 }, 'whole'],
  [{ kind: 'birthday', form: 'date' }, 'text'],
  [{ kind: 'birthday', form: 'days' }, 'whole'],
  [{ kind: 'blob', bytes: 4 }, 'blob'],
  [{ kind: 'choice', values: [1, 'a'], weights: { kind: 'even' } }, 'open'],
  [{ kind: 'expression', sql: '1' }, 'open'],
])('%j makes values of the type %s', (settings, type) => {
  expect(valueTypeOf(settings)).toBe(type);
});

test('what a column of numbers begins with is no text where a form has numbers', () => {
  for (const { kind, fields } of Object.values(generatorForms)) {
    const canCount = fields.some((field) => field.key === 'form');
    for (const affinity of ['integer', 'real'] as const) {
      const type = valueTypeOf(initialSettings(kind, affinity));
      if (canCount) expect(type).toBe('whole');
    }
    expect(initialSettings(kind, 'text')).toBe(generatorForms[kind].initial);
  }
});
