import { expect, test } from 'vitest';
import { markedSpan } from './marked-span.ts';

const marked = (text: string, offset: number, length = 0) => {
  const { start, end } = markedSpan(text, { offset, length, message: '' });
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
};

test.each([
  ['its own span', 'select prise from t', 7, 5, 'select [prise] from t'],
  ['the word at a place', 'select prise from t', 9, 0, 'select [prise] from t'],
  ['a sign at a place', 'select ( from t', 7, 0, 'select [(] from t'],
  ['the last word at the end', 'select a from', 13, 0, 'select a [from]'],
  ['beyond line breaks', 'select a from\n\n', 15, 0, 'select a [from]\n\n'],
  ['a blank before the line ends', 'select a \nfrom', 8, 0, 'select [a] \nfrom'],
  ['an offset beyond the text', 'abc', 99, 5, '[abc]'],
  ['a span of blanks', 'a  b', 1, 2, '[a]  b'],
  ['nothing in an empty text', '', 0, 0, '[]'],
  ['nothing before a blank', '  a', 0, 0, '[]  a'],
  ['names of any letters', 'select größe', 8, 0, 'select [größe]'],
])('underlines %s', (_, text, offset, length, expected) => {
  expect(marked(text, offset, length)).toBe(expected);
});
