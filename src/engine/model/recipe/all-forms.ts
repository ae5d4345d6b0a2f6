// The forms of all kinds of generators: what people choose from, and the generators' documentation.
// The groups of them stand in forms/.
import type { GeneratorKind } from './column-generator.ts';
import { choiceForms } from './forms/choice-forms.ts';
import { codeForms } from './forms/code-forms.ts';
import { momentForms } from './forms/moment-forms.ts';
import { numberForms } from './forms/number-forms.ts';
import { personForms } from './forms/person-forms.ts';
import { rowForms } from './forms/row-forms.ts';
import { textForms } from './forms/text-forms.ts';
import type { FormsOf } from './generator-forms.ts';

/** The form of each kind; the order is the one in which they are offered. */
export const generatorForms: FormsOf<GeneratorKind> = {
  ...numberForms,
  ...choiceForms,
  ...momentForms,
  ...textForms,
  ...personForms,
  ...codeForms,
  ...rowForms,
};
