import { describe, expect, test } from 'vitest';
import type { Table } from '../../../../engine/model/database/schema.ts';
import { generatorForms } from '../../../../engine/model/recipe/all-forms.ts';
import type {
  ColumnGenerator,
  GeneratorKind,
} from '../../../../engine/model/recipe/column-generator.ts';
import { settingsProblem } from '../../../../engine/model/recipe/settings-problem.ts';
import { toKind, withField } from './generator-edit.ts';
import {
  columnSurroundings,
  type FieldView,
  generatorForm,
  likelyGroup,
} from './generator-form.ts';

const kinds = Object.keys(generatorForms) as GeneratorKind[];
const colours: ColumnGenerator = {
  kind: 'choice',
  values: ['red', 'green', 'blue'],
  weights: { kind: 'explicit', weights: [6, 3, 1] },
};

const fieldOf = (settings: ColumnGenerator, type: FieldView['type'], at = 0) => {
  const field = generatorForm(settings, []).fields.filter((each) => each.type === type)[at];
  if (!field) throw new Error(`No ${type} in ${settings.kind}.`);
  return field;
};

describe('the form of a generator', () => {
  test.each(kinds)('shows the settings of %s as they are', (kind) => {
    const { initial } = generatorForms[kind];
    for (const { key, value } of generatorForm(initial, [kind]).fields) {
      expect(value).toEqual(new Map<string, unknown>(Object.entries(initial)).get(key));
    }
  });

  test('offers the likely kinds first, the others by group, each once', () => {
    const { kinds: offered } = generatorForm(colours, kinds);
    expect(offered.slice(0, 5).map(({ group }) => group)).toEqual(Array(5).fill(likelyGroup));
    expect(offered.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
    const groups = offered.map(({ group }) => group);
    // Each group stands together.
    expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([...new Set(groups)]);
  });

  test('offers the present kind even where it does not fit', () => {
    expect(generatorForm(colours, ['uuid']).kinds.map(({ kind }) => kind)).toEqual([
      'choice',
      'uuid',
    ]);
  });
});

describe('an edit', () => {
  test('of a field changes that setting', () => {
    const settings: ColumnGenerator = { kind: 'integer', min: 1, max: 9, shape: 'even' };
    const max = generatorForm(settings, []).fields.find(({ key }) => key === 'max');
    expect(max && withField(settings, max, 20)).toEqual({ ...settings, max: 20 });
  });

  test('of the list keeps the weights of the values that stay', () => {
    const field = fieldOf(colours, 'values');
    expect(withField(colours, field, ['red', 'blue'])).toEqual({
      ...colours,
      values: ['red', 'blue'],
      weights: { kind: 'explicit', weights: [6, 1] },
    });
    const renamed = withField(colours, field, ['red', 'lime', 'blue']);
    expect(renamed).toMatchObject({ weights: { weights: [6, 3, 1] } });
    const more = withField(colours, field, ['red', 'green', 'blue', 'pink']);
    expect(more).toMatchObject({ weights: { weights: [6, 3, 1, 3.33] } });
  });

  test('of the kind keeps what both have', () => {
    expect(toKind(colours, 'list', 'text')).toEqual({
      kind: 'list',
      values: ['red', 'green', 'blue'],
    });
    const range: ColumnGenerator = { kind: 'price', min: 5, max: 50 };
    expect(toKind(range, 'decimal', 'real')).toMatchObject({ kind: 'decimal', min: 5, max: 50 });
    expect(toKind(range, 'price', 'real')).toBe(range);
  });

  test('of the kind writes moments as numbers where the column holds numbers', () => {
    const before: ColumnGenerator = { kind: 'integer', min: 1, max: 9, shape: 'even' };
    for (const kind of ['moment', 'birthday'] as const) {
      expect(toKind(before, kind, 'integer')).toMatchObject({ kind, form: 'seconds' });
      expect(toKind(before, kind, 'real')).toMatchObject({ kind, form: 'seconds' });
      // DATE has this affinity: its days are texts.
      expect(toKind(before, kind, 'numeric')).toEqual(generatorForms[kind].initial);
    }
  });

  test('of the kind gives settings that make sense, or what the form starts with', () => {
    for (const from of kinds) {
      for (const to of kinds) {
        const settings = toKind(generatorForms[from].initial, to, 'text');
        expect(settings.kind).toBe(to);
        if (settingsProblem(settings) !== null) expect(settings).toBe(generatorForms[to].initial);
      }
    }
  });
});

test('a form knows the other columns, and how many children a parent has', () => {
  const table = (name: string, parentTable: string): Table => ({
    name,
    sql: '',
    columns: ['id', 'parent', 'Unit price'].map((column) => ({
      name: column,
      type: '',
      affinity: 'blob',
      isNotNull: false,
      defaultSql: null,
      primaryKeyPosition: 0,
      isRowidAlias: false,
      isGenerated: false,
    })),
    primaryKey: [],
    foreignKeys: [
      { columns: ['parent'], parentTable, parentColumns: ['id'], onDelete: '', onUpdate: '' },
    ],
    uniques: [],
    checks: [],
    isStrict: false,
    isWithoutRowid: false,
  });
  const rows = (name: string) => (name === 'orders' ? 500 : 100);
  expect(columnSurroundings(table('orders', 'users'), 'parent', rows)).toEqual({
    otherColumns: ['id', '"Unit price"'],
    isTree: false,
    childrenPerParent: 5,
  });
  expect(columnSurroundings(table('orders', 'Orders'), 'PARENT', rows).isTree).toBe(true);
  expect(columnSurroundings(undefined, 'parent', rows).otherColumns).toEqual([]);
});
