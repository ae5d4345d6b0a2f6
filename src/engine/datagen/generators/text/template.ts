// Texts by a template such as `{first name} of {city}`.
// The placeholders stand in model/recipe/template.ts, their values in template-values.ts.
import type { GeneratorOf } from '../../../model/recipe/column-generator.ts';
import { parseTemplate, type TemplatePart } from '../../../model/recipe/template.ts';
import type { Distinct, Generator, Source } from '../../generator.ts';
import { drawnValue, type PlaceholderValues, valuesOf } from './template-values.ts';

/** A text for each row; texts can be told apart where the template can be read back (see below). */
export function createTemplate(source: Source, { template }: GeneratorOf<'template'>): Generator {
  const parsed = parseTemplate(template);
  const parts = 'problem' in parsed ? [] : parsed;
  const drawn = parts.map((part, index) => {
    const isFirst = parts.findIndex((each) => isSamePlaceholder(each, part)) === index;
    return drawnValue(part, source, `part ${index}`, isFirst);
  });
  const at = (row: number) => {
    let text = '';
    for (const value of drawn) text += value(row);
    return text;
  };
  return {
    name: 'template',
    description: `texts such as ${at(0)}`,
    at,
    distinct: () =>
      isToldByRow(parts) ? { size: 4294967296, at, isOrdered: true } : countedTexts(parts),
  };
}

function isSamePlaceholder(one: TemplatePart, other: TemplatePart): boolean {
  return one.kind === 'placeholder' && other.kind === 'placeholder' && one.name === other.name;
}

/**
 * True when the number of the row can be read back from the text: it then differs in every row.
 * Digits come in runs, always as many runs in the same order, because every part is digits alone or
 * has none; in one of the runs all but {row} has a fixed width.
 */
function isToldByRow(parts: readonly TemplatePart[]): boolean {
  let hasRow = false;
  let isFixed = true;
  const endsRun = () => {
    const isTold = hasRow && isFixed;
    [hasRow, isFixed] = [false, true];
    return isTold;
  };
  for (const part of parts) {
    const values = valuesOf(part);
    if (part.kind === 'text') {
      if (/\D/.test(part.text) && endsRun()) return true;
    } else if (values === null) hasRow = true;
    else if (values.digits === 'none') {
      if (endsRun()) return true;
    } else isFixed &&= values.isFixedWidth;
  }
  return endsRun();
}

/**
 * Every combination of values once, the last part fastest. Null when two of them could read alike:
 * behind a part whose width varies, a character must follow that none of its values contains.
 */
function countedTexts(parts: readonly TemplatePart[]): Distinct | null {
  const values: (PlaceholderValues | null)[] = parts.map(valuesOf);
  let size = 1;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') continue;
    const each = values[index];
    if (!each || !canReadBack(each, parts.slice(index + 1))) return null;
    // What goes beyond exact whole numbers stays at its first value.
    if (size * each.size <= Number.MAX_SAFE_INTEGER) size *= each.size;
    else values[index] = { ...each, size: 1 };
  }
  const at = (number: number) => {
    let rest = number;
    let text = '';
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      const each = values[index];
      if (each) {
        text = each.at(rest % each.size) + text;
        rest = Math.floor(rest / each.size);
      } else if (part?.kind === 'text') text = part.text + text;
    }
    return text;
  };
  return { size, at, isOrdered: false };
}

function canReadBack(values: PlaceholderValues, behind: readonly TemplatePart[]): boolean {
  const [next] = behind;
  if (!next || values.isFixedWidth) return true;
  return next.kind === 'text' && !values.contains(next.text.charAt(0));
}
