import { expect, test } from 'vitest';
import { formattedText } from './formatted-text.ts';
import { linePlace } from './line-place.ts';

/** A layout tool that puts every clause on a line of its own. */
const layOut = (sql: string) => sql.replace(/\s+/g, ' ').replace(/ (?=from|where)/g, '\n');

/** Formats a text whose selection is drawn as `[` and `]`, or as `|`; draws the result so too. */
function formatted(drawn: string): string {
  const start = drawn.search(/[[|]/);
  const end = drawn.includes('|') ? start : drawn.indexOf(']') - 1;
  const outcome = formattedText(drawn.replace(/[[\]|]/g, ''), { start, end }, layOut);
  if (outcome.kind === 'refused') return outcome.message;
  const { text, selection } = outcome;
  const selected = text.slice(selection.start, selection.end);
  const marked = selected === '' ? '|' : `[${selected}]`;
  return text.slice(0, selection.start) + marked + text.slice(selection.end);
}

test.each([
  ['the caret stays behind its letter', 'select  a   fr|om t', 'select a\nfr|om t'],
  ['at the beginning too', '|  select a', '|select a'],
  ['an indent at the beginning goes', '  select a from t|', 'select a\nfrom t|'],
  ['a line break at the end stays', 'select  a|\n', 'select a|\n'],
  ['a selection alone', 'select 1;  [ select  a from t ];', 'select 1;   [select a\nfrom t] ;'],
  ['at its indent', 'x\n  [a  b from c] d', 'x\n  [a b\n  from c] d'],
  ['white space selected is nothing selected', 'select[  ]a', 'select| a'],
  ['an empty text stays empty', '|', '|'],
])('%s', (_, before, after) => {
  expect(formatted(before)).toBe(after);
});

test('says where reading ended, in the whole text', () => {
  const broken = () => {
    throw new Error('at line 1 column 3');
  };
  expect(formattedText('a;\nb c d', { start: 3, end: 8 }, broken)).toEqual({
    kind: 'refused',
    message: 'Not formatted: the formatter cannot read it from here on. The text is unchanged.',
    offset: 5,
  });
});

test('refuses a tool that changes more than white space', () => {
  const outcome = formattedText('select a -- b', { start: 0, end: 0 }, () => 'select a');
  expect(outcome).toMatchObject({ kind: 'refused', offset: null });
  expect(formattedText('select a', { start: 0, end: 0 }, () => 'SELECT a').kind).toBe('refused');
});

test('a place is said as line and column', () => {
  expect(linePlace('a;\n\u{1F600}b', 5)).toEqual({ line: 2, column: 2 });
  expect(linePlace('', 0)).toEqual({ line: 1, column: 1 });
});
