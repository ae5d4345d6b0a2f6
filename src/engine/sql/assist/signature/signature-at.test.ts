// Signatures at the caret, drawn as texts with `|`.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { caretIn } from '../shop.testing.ts';
import { signatureAt } from './signature-at.ts';

/** The label with the active parameter in <>. */
function shown(text: string): string | null {
  const { sql, offset } = caretIn(text);
  const help = signatureAt(sql, offset);
  if (!help) return null;
  const { label, parameters } = help.signatures[help.activeSignature] ?? {
    label: '',
    parameters: [],
  };
  const active = help.activeParameter === null ? undefined : parameters[help.activeParameter];
  if (!active) return label;
  const { start, end } = active;
  return `${label.slice(0, start)}<${label.slice(start, end)}>${label.slice(end)}`;
}

describe('the signature at the caret', () => {
  test.each<[string, string | null]>([
    ['SELECT substr(|', 'substr(<text>, start[, length])'],
    ['SELECT substr(name, |', 'substr(text, <start>[, length])'],
    ['SELECT SUBSTR(name, 1, 2|) FROM t', 'substr(text, start[, <length>])'],
    ['SELECT substr(name, 1, 2, |', 'substr(text, start[, length])'],
    ["SELECT substr('a, b', |", 'substr(text, <start>[, length])'],
    ['SELECT substr(name -- a, (\n, |', 'substr(text, <start>[, length])'],
    ['SELECT substr(upper(a), (1 + |2))', 'substr(text, <start>[, length])'],
    ['SELECT substr(upper(|a), 1)', 'upper(<text>)'],
    ['SELECT substr(coalesce(a, b, c), |)', 'substr(text, <start>[, length])'],
    ['SELECT coalesce(a, b, c, |)', 'coalesce(value, <value, ...>)'],
    ['SELECT max(|', 'max(<value>)'],
    ['SELECT max(a, |', 'max(value, <value>[, value, ...])'],
    ['SELECT log(2, |8)', 'log(base, <number>)'],
    ['SELECT lag(a, 1|) OVER (ORDER BY b)', 'lag(value[, <offset>[, default]])'],
    ['SELECT lag(a) OVER (ORDER BY |b)', null],
    ['SELECT max(sum(a) OVER (|))', null],
    ['SELECT abs((SELECT |))', null],
    ['SELECT abs(|) ', 'abs(<number>)'],
    ['SELECT abs(1)|', null],
    ['SELECT |abs(1)', null],
    ['SELECT unheard_of(|)', null],
    ['SELECT abs(1 IN (1, |2))', 'abs(<number>)'],
    ['SELECT pi(|)', 'pi()'],
    ['SELECT replace(a, |', 'replace(text, <searched>, replacement)'],
    ["SELECT * FROM json_each(a, '|$')", 'json_each(json[, <path>])'],
    ['SELECT abs(1; SELECT upper(|', 'upper(<text>)'],
    ['SELECT (|', null],
    ['INSERT INTO t VALUES (|', null],
    ['SELECT count(*|)', 'count(<*>)'],
    // Tables that are called as functions are.
    ['INSERT INTO date (|', null],
    ['INSERT INTO main.date (a, |', null],
    ['CREATE TABLE IF NOT EXISTS date (|', null],
    ['CREATE TABLE t (a REFERENCES date (|', null],
    ['CREATE INDEX i ON date (|', null],
    ['CREATE INDEX i ON date (upper(|', 'upper(<text>)'],
    ['WITH date (|', null],
    ['SELECT * FROM t JOIN u ON date (|', 'date([<time>[, modifier, ...]])'],
    [
      'CREATE TRIGGER t AFTER INSERT ON o BEGIN SELECT round(1, |); END',
      'round(number[, <digits>])',
    ],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('shows all signatures of a name, and what the function does', () => {
    const help = signatureAt('SELECT max(', 11);
    expect(help?.signatures.map(({ label }) => label)).toEqual([
      'max(value, value[, value, ...])',
      'max(value)',
    ]);
    expect(help?.documentation).toContain('greatest');
  });

  it('throws for no text and no offset', () => {
    const text = fc.array(
      fc.constantFrom(
        'max',
        '(',
        ')',
        ',',
        "'",
        '"',
        'SELECT',
        'OVER',
        ';',
        '--',
        '\n',
        'x',
        ' ',
        '[',
      ),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: -2, max: 60 }), (parts, offset) => {
        const help = signatureAt(parts.join(''), offset);
        if (help) expect(help.signatures[help.activeSignature]).toBeDefined();
      }),
    );
  });
});
