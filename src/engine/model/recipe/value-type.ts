// What a generator makes, from its settings: numbers, text or bytes.
// Which of it a column takes is said elsewhere (infer/column-kind.ts).
import { assertNever } from '../../../lib/assert-never.ts';
import type { ColumnGenerator } from './column-generator.ts';

/** 'open': what the user's values, other rows or SQLite make of it. */
export type ValueType = 'whole' | 'decimal' | 'text' | 'blob' | 'open';

/** The type of every value that the settings make, NULL aside. */
export function valueTypeOf(settings: ColumnGenerator): ValueType {
  switch (settings.kind) {
    case 'sequence':
    case 'integer':
    case 'zipf':
    case 'flag':
      return 'whole';
    case 'decimal':
    case 'normal':
    case 'log-normal':
      return settings.decimals === 0 ? 'whole' : 'decimal';
    case 'price':
      return 'decimal';
    case 'moment':
    case 'birthday':
      return settings.form === 'seconds' || settings.form === 'days' ? 'whole' : 'text';
    case 'blob':
      return 'blob';
    case 'choice':
    case 'list':
    case 'constant':
    case 'reference':
    case 'expression':
    case 'default':
      return 'open';
    case 'time-of-day':
    case 'template':
    case 'words':
    case 'word':
    case 'title':
    case 'sentences':
    case 'slug':
    case 'url':
    case 'person-name':
    case 'first-name':
    case 'middle-name':
    case 'last-name':
    case 'email':
    case 'user-name':
    case 'job-title':
    case 'phone':
    case 'street':
    case 'city':
    case 'state':
    case 'country':
    case 'country-code':
    case 'postal-code':
    case 'company':
    case 'product-name':
    case 'category':
    case 'pattern':
    case 'code':
    case 'course-code':
    case 'letters':
    case 'uuid':
    case 'hex':
    case 'json':
      return 'text';
    default:
      return assertNever(settings);
  }
}
