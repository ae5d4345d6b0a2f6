import { describe, expect, it } from 'vitest';
import { generatorForms } from '../../engine/model/recipe/all-forms.ts';
import type { ColumnGenerator } from '../../engine/model/recipe/column-generator.ts';
import type { FormField } from '../../engine/model/recipe/generator-forms.ts';
import { settingLimits } from '../../engine/model/recipe/setting-limits.ts';
import type { LiteralValue } from '../../engine/model/values.ts';
import { parseLinkDocument, toLinkDocument } from '../link/link-document.ts';
import { checkPlayground } from '../playground-schema.ts';
import { samplePlayground } from '../playgrounds.testing.ts';
import { generatorKinds } from './columns.testing.ts';

const forms = Object.values(generatorForms);

function expectToTravel(generator: ColumnGenerator): void {
  const columns = { t: { c: { generator, nullShare: 0 } } };
  const playground = { ...samplePlayground, recipe: { ...samplePlayground.recipe, columns } };
  const document: unknown = JSON.parse(JSON.stringify(toLinkDocument({ playground })));
  expect(parseLinkDocument(document)).toMatchObject({ kind: 'valid', payload: { playground } });
  expect(checkPlayground(JSON.parse(JSON.stringify(playground)))).toEqual({
    kind: 'valid',
    playground,
  });
}

/** The ends of what a field of the form lets through. */
function extremesOf(field: FormField): unknown[] {
  const most = settingLimits.listValues;
  const longList: LiteralValue[] = Array(most).fill('x'.repeat(20));
  switch (field.type) {
    case 'integer':
    case 'number':
      return [field.min, field.max];
    case 'share':
      return [0, 1];
    case 'text':
      return ['', 'x'.repeat(field.maxLength)];
    case 'day':
      return ['0001-01-01', '9999-12-31'];
    case 'choice':
      return field.options.map(({ value }) => value);
    case 'value':
      return [null, 0, -1.5, '', 'x'.repeat(1000)];
    case 'values':
      return [[], [null], longList];
    case 'weights':
      return [
        { kind: 'even' },
        { kind: 'falling', flatness: settingLimits.flatness },
        { kind: 'power', exponent: settingLimits.exponent },
        { kind: 'explicit', weights: Array(most).fill(1e9) },
      ];
    case 'spread':
      return [
        { kind: 'uniform' },
        { kind: 'skewed' },
        { kind: 'earlier' },
        { kind: 'zipf', exponent: settingLimits.exponent },
        { kind: 'children', min: 0, max: settingLimits.children },
      ];
    case 'expression':
      return ['', 'x'.repeat(settingLimits.expressionLength)];
  }
}

describe('what the forms make', () => {
  it('is of the kinds that travel, each of them', () => {
    expect(forms.map(({ kind }) => kind).toSorted()).toEqual(generatorKinds.toSorted());
  });

  it.each(forms.map(({ kind, initial }) => [kind, initial] as const))(
    '%s travels as it is first offered',
    (_, initial) => expectToTravel(initial),
  );

  it.each(
    forms.flatMap(({ kind, fields, initial }) =>
      fields.map((field) => [kind, field.key, field, initial] as const),
    ),
  )('%s travels with %s at its ends', (_, key, field, initial) => {
    for (const value of extremesOf(field)) {
      expectToTravel({ ...initial, [key]: value } as ColumnGenerator);
    }
  });
});
