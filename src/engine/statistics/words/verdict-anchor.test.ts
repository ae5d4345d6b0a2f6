// Every verdict's anchor is a heading of docs/measuring.md, with the words that the product shows.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../model/comparison/verdict.ts';
import { verdictAnchor } from './verdict-anchor.ts';
import { verdictKindWords } from './verdict-words.ts';

const markdown = readFileSync(new URL('../../../../docs/measuring.md', import.meta.url), 'utf8');
const kinds = Object.keys(verdictKindWords) as Verdict['kind'][];

/** The sections by anchor, as code hosts and the built page make it from the heading. */
const sections = new Map(
  markdown
    .split(/^#{1,6} /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...text] = section.split('\n');
      const anchor = heading.toLowerCase().replace(/[^a-z0-9 _-]/g, '');
      return [anchor.replaceAll(' ', '-'), text.join('\n')] as const;
    }),
);

describe('the section of a verdict', () => {
  it.each(kinds)('exists: %s', (kind) => {
    expect([...sections.keys()]).toContain(verdictAnchor(kind));
  });

  // A baseline's cell says "baseline"; over the limit, it says the limit.
  it.each(kinds.filter((kind) => kind !== 'baseline' && kind !== 'over-limit'))(
    'shows the words of the product: %s',
    (kind) => {
      const words = verdictKindWords[kind].replace('slower', 'faster');
      expect(sections.get(verdictAnchor(kind))).toContain(words);
    },
  );
});
