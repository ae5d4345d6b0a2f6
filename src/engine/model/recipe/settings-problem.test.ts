import { describe, expect, it } from 'vitest';
import { generatorForms } from './all-forms.ts';
import type { ColumnGenerator } from './column-generator.ts';
import { generatorGroups } from './generator-forms.ts';
import { settingsProblem } from './settings-problem.ts';

describe('forms', () => {
  const forms = Object.values(generatorForms);

  it('begin with settings that make sense, of their own kind and with all their fields', () => {
    for (const { kind, initial, fields } of forms) {
      expect(settingsProblem(initial), kind).toBeNull();
      expect(initial.kind).toBe(kind);
      const keys = Object.keys(initial).filter((key) => key !== 'kind');
      expect(fields.map((field) => field.key).toSorted(), kind).toEqual(keys.toSorted());
    }
  });

  it('have a name each, and stand in a group', () => {
    expect(new Set(forms.map((form) => form.label)).size).toBe(forms.length);
    expect(forms.every((form) => generatorGroups.includes(form.group))).toBe(true);
    expect(forms.every((form) => form.summary.length > 5)).toBe(true);
  });

  it('offer only choices that the settings know, and limits that are accepted', () => {
    for (const { initial, fields } of forms) {
      for (const field of fields) {
        if (field.type === 'choice') {
          for (const { value } of field.options) {
            expect(
              settingsProblem({ ...initial, [field.key]: value } as ColumnGenerator),
            ).toBeNull();
          }
          expect(field.options.map(({ value }) => value)).toContain(
            new Map<string, unknown>(Object.entries(initial)).get(field.key),
          );
        }
        if (field.type === 'integer') expect(field.min).toBeLessThan(field.max);
      }
    }
  });
});

describe('settingsProblem', () => {
  it.each<[ColumnGenerator, RegExp]>([
    [{ kind: 'sequence', start: 1, step: 0 }, /step of 0/],
    [{ kind: 'sequence', start: 1.5, step: 1 }, /first number must be a whole number/],
    [{ kind: 'integer', min: 5, max: 4, shape: 'even' }, /minimum 5 is above the maximum 4/],
    [{ kind: 'integer', min: 0.5, max: 4, shape: 'even' }, /minimum must be a whole number/],
    [{ kind: 'integer', min: -9e15, max: 9e15, shape: 'even' }, /too far apart/],
    [{ kind: 'decimal', min: 0, max: 1, decimals: 7, shape: 'even' }, /decimals .* 0 to 6/],
    [
      { kind: 'decimal', min: 0.1, max: 0.2, decimals: 0, shape: 'even' },
      /No number of 0 decimals/,
    ],
    [{ kind: 'decimal', min: 0, max: 1e12, decimals: 6, shape: 'even' }, /cannot have 6 decimals/],
    [{ kind: 'price', min: -1, max: 5 }, /must not be negative/],
    // Two prices side by side would be the same double.
    [{ kind: 'price', min: 0, max: 70_368_744_177_665 }, /cannot have 2 decimals/],
    [{ kind: 'normal', mean: 0, deviation: -1, decimals: 0 }, /deviation must not be negative/],
    [{ kind: 'normal', mean: Number.NaN, deviation: 1, decimals: 0 }, /mean must be a number/],
    [{ kind: 'log-normal', median: 0, spread: 1, decimals: 0 }, /median must be above 0/],
    [{ kind: 'log-normal', median: 1, spread: 9, decimals: 0 }, /spread must lie between 0 and 5/],
    [{ kind: 'zipf', min: 1, max: 9, exponent: -1 }, /exponent must lie between 0 and 10/],
    [{ kind: 'choice', values: [], weights: { kind: 'even' } }, /list is empty/],
    [
      { kind: 'choice', values: [1, 2], weights: { kind: 'explicit', weights: [1] } },
      /2 values, but 1 weights/,
    ],
    [
      { kind: 'choice', values: [1, 2], weights: { kind: 'explicit', weights: [0, 0] } },
      /must be above 0/,
    ],
    [
      { kind: 'choice', values: [1], weights: { kind: 'falling', flatness: 0 } },
      /flatness must be above 0/,
    ],
    [{ kind: 'list', values: [] }, /list is empty/],
    [{ kind: 'flag', share: 1.1 }, /between 0 and 100 %/],
    [{ kind: 'constant', value: Number.POSITIVE_INFINITY }, /SQLite can keep/],
    [moment('2025-02-29', '2025-03-01'), /'2025-02-29' is not a day/],
    [moment('2025-03-02', '2025-03-01'), /first day 2025-03-02 is after the last day/],
    [
      { kind: 'template', template: 'a {first nam}' },
      /does not know \{first nam\}; it knows \{row\}/,
    ],
    [{ kind: 'template', template: 'a { b' }, /brace stands alone .* write \{\{/],
    [{ kind: 'template', template: 'a } b' }, /brace stands alone .* write \}\}/],
    [{ kind: 'template', template: '{9-1}' }, /begins above its end/],
    [{ kind: 'template', template: '' }, /template is empty/],
    [{ kind: 'pattern', pattern: '' }, /pattern is empty/],
    [{ kind: 'pattern', pattern: 'A\\' }, /backslash that quotes nothing/],
    [{ kind: 'words', minLength: 9, maxLength: 8 }, /shortest length is above/],
    [{ kind: 'code', prefix: '', digits: 0 }, /digits .* 1 to 15/],
    [{ kind: 'blob', bytes: 2_000_000 }, /bytes .* 1 to 1000000/],
    [{ kind: 'json', keys: 0 }, /keys .* 1 to 200/],
    [{ kind: 'reference', spread: { kind: 'children', min: 3, max: 2 } }, /above the largest/],
    [{ kind: 'expression', sql: ' ' }, /expression is empty/],
  ])('says of %o what is wrong', (settings, sentence) => {
    expect(settingsProblem(settings)).toMatch(sentence);
    expect(settingsProblem(settings)).toMatch(/^[A-Z'{].*\.$/);
  });
});

function moment(from: string, to: string): ColumnGenerator {
  return { kind: 'moment', from, to, form: 'date', order: 'uniform', delayDays: 0 };
}
