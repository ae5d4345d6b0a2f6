import { describe, expect, it } from 'vitest';
import { statementAt } from './statement-at.ts';

/** The statement at the mark `|` of the text. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  return statementAt(marked.replace('|', ''), offset)?.sql;
}

describe('statementAt', () => {
  it('takes the statement around the cursor', () => {
    expect(at('SELECT 1; SEL|ECT 2; SELECT 3')).toBe('SELECT 2;');
    expect(at('|SELECT 1;')).toBe('SELECT 1;');
    expect(at('SELECT 1; -- then\n-- |two\nSELECT 2')).toBe('-- then\n-- two\nSELECT 2');
  });

  it('takes the statement that ends on the line of the cursor', () => {
    expect(at('SELECT 1;|\nSELECT 2;')).toBe('SELECT 1;');
    expect(at('SELECT 1; -- re|mark\nSELECT 2;')).toBe('SELECT 1;');
    expect(at('SELECT 1;|SELECT 2;')).toBe('SELECT 2;');
  });

  it('takes the next statement on a line between, and the last one at the end', () => {
    expect(at('SELECT 1;\n|\nSELECT 2;')).toBe('SELECT 2;');
    expect(at('SELECT 1;\n\n|')).toBe('SELECT 1;');
    expect(at('-- nothing |')).toBeUndefined();
  });

  it('sees a statement whose neighbours do not compile', () => {
    expect(at('SELEC (1; SELECT |2; WHERE')).toBe('SELECT 2;');
  });
});
