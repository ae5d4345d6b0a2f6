// The forms of texts.
// What settings mean stands in column-generator.ts, their limits in setting-limits.ts.
import type { FormsOf } from '../generator-forms.ts';
import { settingLimits } from '../setting-limits.ts';
import { longestTemplate, placeholders } from '../template.ts';

const known = Object.keys(placeholders)
  .map((name) => `{${name}}`)
  .join(' ');

export const textForms: FormsOf<
  'template' | 'words' | 'word' | 'title' | 'sentences' | 'slug' | 'url'
> = {
  template: {
    kind: 'template',
    label: 'template',
    group: 'Text',
    summary: 'your own text with parts that vary',
    fields: [
      {
        type: 'text',
        key: 'template',
        label: 'Template',
        maxLength: longestTemplate,
        hint: `{1-100} is a number of a range, {001-100} one with zeros; ${known}; {{ is a brace`,
      },
    ],
    initial: { kind: 'template', template: '{Adjective} {word} no. {row}' },
  },
  words: {
    kind: 'words',
    label: 'words',
    group: 'Text',
    summary: 'running words of a length',
    fields: [
      {
        type: 'integer',
        key: 'minLength',
        label: 'At least',
        min: 1,
        max: settingLimits.textLength,
        unit: 'characters',
      },
      {
        type: 'integer',
        key: 'maxLength',
        label: 'At most',
        min: 1,
        max: settingLimits.textLength,
        unit: 'characters',
      },
    ],
    initial: { kind: 'words', minLength: 20, maxLength: 80 },
  },
  word: {
    kind: 'word',
    label: 'word',
    group: 'Text',
    summary: 'single words',
    fields: [],
    initial: { kind: 'word' },
  },
  title: {
    kind: 'title',
    label: 'title',
    group: 'Text',
    summary: 'titles of three words',
    fields: [],
    initial: { kind: 'title' },
  },
  sentences: {
    kind: 'sentences',
    label: 'sentences',
    group: 'Text',
    summary: 'one sentence or several',
    fields: [
      {
        type: 'integer',
        key: 'most',
        label: 'At most',
        min: 1,
        max: settingLimits.sentences,
        unit: 'sentences',
      },
    ],
    initial: { kind: 'sentences', most: 3 },
  },
  slug: {
    kind: 'slug',
    label: 'slug',
    group: 'Text',
    summary: 'three words joined by hyphens',
    fields: [],
    initial: { kind: 'slug' },
  },
  url: {
    kind: 'url',
    label: 'web address',
    group: 'Text',
    summary: 'addresses at example.com',
    fields: [],
    initial: { kind: 'url' },
  },
};
