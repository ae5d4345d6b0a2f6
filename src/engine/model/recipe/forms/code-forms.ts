// The forms of codes, identifiers and documents.
// What settings mean stands in column-generator.ts, their limits in setting-limits.ts.
import type { FormsOf } from '../generator-forms.ts';
import { longestPattern } from '../pattern.ts';
import { settingLimits } from '../setting-limits.ts';

export const codeForms: FormsOf<
  'pattern' | 'code' | 'course-code' | 'letters' | 'uuid' | 'hex' | 'blob' | 'json'
> = {
  pattern: {
    kind: 'pattern',
    label: 'pattern',
    group: 'Codes',
    summary: 'codes of a form such as SKU-####',
    fields: [
      {
        type: 'text',
        key: 'pattern',
        label: 'Pattern',
        maxLength: longestPattern,
        hint: '# is a digit, A a capital letter, a a small letter, * any of them; \\ stands before a sign that is meant itself',
      },
    ],
    initial: { kind: 'pattern', pattern: 'SKU-####' },
  },
  code: {
    kind: 'code',
    label: 'code',
    group: 'Codes',
    summary: 'a prefix and a number, with as many digits as the rows need',
    fields: [
      {
        type: 'text',
        key: 'prefix',
        label: 'Prefix',
        maxLength: settingLimits.prefixLength,
        hint: 'stands before every number',
      },
      {
        type: 'integer',
        key: 'digits',
        label: 'Digits, at least',
        min: 1,
        max: settingLimits.codeDigits,
      },
    ],
    initial: { kind: 'code', prefix: 'REF-', digits: 4 },
  },
  'course-code': {
    kind: 'course-code',
    label: 'course code',
    group: 'Codes',
    summary: 'such as CS-204',
    fields: [],
    initial: { kind: 'course-code' },
  },
  letters: {
    kind: 'letters',
    label: 'letters',
    group: 'Codes',
    summary: 'so many capital letters',
    fields: [
      {
        type: 'integer',
        key: 'length',
        label: 'Length',
        min: 1,
        max: settingLimits.textLength,
        unit: 'letters',
      },
    ],
    initial: { kind: 'letters', length: 8 },
  },
  uuid: {
    kind: 'uuid',
    label: 'UUID',
    group: 'Codes',
    summary: 'random UUIDs of version 4',
    fields: [],
    initial: { kind: 'uuid' },
  },
  hex: {
    kind: 'hex',
    label: 'hexadecimal',
    group: 'Codes',
    summary: 'hexadecimal digits: tokens, checksums',
    fields: [
      {
        type: 'integer',
        key: 'digits',
        label: 'Length',
        min: 1,
        max: settingLimits.hexDigits,
        unit: 'digits',
      },
    ],
    initial: { kind: 'hex', digits: 32 },
  },
  blob: {
    kind: 'blob',
    label: 'bytes',
    group: 'Codes',
    summary: 'a BLOB of random bytes',
    fields: [
      {
        type: 'integer',
        key: 'bytes',
        label: 'Size',
        min: 1,
        max: settingLimits.blobBytes,
        unit: 'bytes',
      },
    ],
    initial: { kind: 'blob', bytes: 16 },
  },
  json: {
    kind: 'json',
    label: 'JSON',
    group: 'Codes',
    summary: 'a JSON object of so many keys',
    fields: [
      {
        type: 'integer',
        key: 'keys',
        label: 'Keys',
        min: 1,
        max: settingLimits.jsonKeys,
      },
    ],
    initial: { kind: 'json', keys: 3 },
  },
};
